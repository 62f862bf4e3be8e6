#include "app/demo/demo_opinions.hpp"

#include <array>
#include <set>
#include <string_view>
#include <vector>

namespace samrad::app {

namespace {

template <std::size_t N>
const char* one_of(const std::array<const char*, N>& all, std::mt19937& dice) {
    return all[dice() % N];
}

constexpr std::array<const char*, 20> places{"Storbakken", "Nordvika",     "Moen",      "Fjellgata", "Øvre Li",
                                             "Sandneset",  "Kirkebygda",   "Brattlia",  "Åsveien",   "Elvebakken",
                                             "Havnegata",  "Tverrdalen",   "Myrsletta", "Skogheim",  "Nedre Hagan",
                                             "Vikasundet", "Prestegarden", "Holmen",    "Lia",       "Grustaket"};
constexpr std::array<const char*, 14> whom{"sønnen min",       "datteren vår",      "de to yngste", "nabogutten",
                                           "førsteklassingen", "en gutt i klassen", "barnebarnet",  "halve trinnet",
                                           "tvillingene",      "elevene mine",      "søsteren min", "de største",
                                           "jentene på laget", "fosterbarnet"};
constexpr std::array<const char*, 12> times{
    "i fjor høst",   "før jul",        "to ganger i vinter", "hver eneste morgen", "siden skolen flyttet", "i ni år",
    "etter stormen", "da isen la seg", "mellom sju og åtte", "på fredager",        "i skumringen",         "hele mars"};
constexpr std::array<const char*, 12> things{
    "tømmerbiler", "grustransport", "varebiler",      "traktorer",  "sommergjester",           "laksebiler",
    "pendlerne",   "anleggsbiler",  "elsparkesykler", "snøskutere", "foreldre som slipper av", "bussene til fabrikken"};
constexpr std::array<const char*, 10> counts{"tre", "fire",   "seks", "elleve", "to",
                                             "ni",  "femten", "tjue", "sju",    "fem"};

// Clauses that stand in any order. {s} a place, {b} somebody, {t} a time, {k} a vehicle, {n} a number.
constexpr std::array<const char*, 55> clauses{"ved {s} må {b} krysse to filer",
                                              "{t} var det umulig å gå",
                                              "{k} tar hele veien",
                                              "bussen fra {s} er full",
                                              "autovernet slutter ved {s}",
                                              "vi fikk lys {t}",
                                              "{n} unger sykler nå",
                                              "ingen brøyter ved {s}",
                                              "{b} ble truffet av et speil",
                                              "skyss bør følge faren",
                                              "jeg rekker ikke å følge {b}",
                                              "fortauet ved {s} er fullt av biler",
                                              "{k} kjører altfor fort",
                                              "gangbrua ble tegnet {t}",
                                              "ferga bestemmer når {b} står opp",
                                              "undergangen sto under vann {t}",
                                              "{b} er stolt av å gå alene",
                                              "stativet rommer {n} sykler",
                                              "jeg tror mer på fartshumper",
                                              "rektor har ringt {n} ganger",
                                              "skolen bør begynne senere",
                                              "elgen går langs {s} {t}",
                                              "trafikkvaktene er gull verdt",
                                              "farten ble målt mens {k} hadde ferie",
                                              "grøfta ved {s} er dyp",
                                              "noen må eie problemet",
                                              "snarveien ved {s} kunne blitt en sti",
                                              "innkjørselen er kaos {t}",
                                              "drosjen glemte {b}",
                                              "voksne bør høre på oss elever",
                                              "gatelyktene slukkes {t}",
                                              "naboene på {s} strør selv",
                                              "de verste punktene må tas først",
                                              "refleks hjelper lite mot {k}",
                                              "toget går {n} ganger før åtte",
                                              "vi mangler en plan",
                                              "familien flyttet fra {s}",
                                              "jeg ser hvem som kommer våte",
                                              "kontrollen mangler",
                                              "båten sto i kai {t}",
                                              "hjertesonen fikk vekk {k}",
                                              "brøytekantene er høyere enn {b}",
                                              "svingen ved {s} er blind",
                                              "vinteren varer et halvt år",
                                              "de minste tegnet et kart over {s}",
                                              "det virker fint hos oss",
                                              "{b} har sluttet å sykle",
                                              "skiltet ved {s} er borte",
                                              "kommunen svarte {t}",
                                              "fylket viser til {n} andre",
                                              "jeg ville begynt med {s}",
                                              "{k} parkerer på gangveien",
                                              "{b} går med hodelykt",
                                              "vi har talt {n} biler i minuttet",
                                              "asfalten er borte {t}"};
constexpr std::array<const char*, 5> joints{", og ", ", men ", ". ", "; ", ". Og "};

std::string filled(std::string_view sentence, std::mt19937& dice) {
    std::string text;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i] != '{') {
            text += sentence[i];
            continue;
        }
        std::string word;
        switch (sentence[i + 1]) {
            case 's': word = one_of(places, dice); break;
            case 'b': word = one_of(whom, dice); break;
            case 't': word = one_of(times, dice); break;
            case 'k': word = one_of(things, dice); break;
            default: word = one_of(counts, dice);
        }
        text += word;
        i += 2;
    }
    return text;
}

void begin_with_capital(std::string& text, std::size_t at) {
    if (text[at] >= 'a' && text[at] <= 'z') text[at] = char(text[at] - 32);
}

// So many clauses, none twice, as sentences.
std::string sentences_of(std::size_t count, std::mt19937& dice) {
    std::set<std::size_t> told;
    std::string text;
    bool begins = true;
    while (told.size() < count) {
        const auto choice = dice() % clauses.size();
        if (!told.insert(choice).second) continue;
        const auto at = text.size();
        text += filled(clauses[choice], dice);
        if (begins) begin_with_capital(text, at);
        if (told.size() == count) break;
        const std::string joint = one_of(joints, dice);
        text += joint == ". " && dice() % 3 == 0 ? ".\n\n" : joint;
        begins = joint == ". ";
    }
    return text + ".";
}

}  // namespace

std::string demo_opinion(std::mt19937& dice) { return sentences_of(3 + dice() % 5, dice); }

std::string demo_appeal(std::mt19937& dice) {
    static constexpr std::array<const char*, 5> appeal{
        "Vi foreldre krever at fartsgrensen ved alle skoler settes ned til 30 kilometer i timen, og at den blir holdt.",
        "Barn skal ikke måtte gå langs veier uten fortau for å komme seg på skolen.",
        "Partiet må love penger til gang- og sykkelvei ved hver eneste skole innen fire år.",
        "Der veien er farlig, skal skyssen være gratis, uansett hvor kort veien er.",
        "Vi godtar ikke flere utredninger; alle vet hvor det er farlig."};
    static constexpr std::array<std::array<const char*, 2>, 5> others{{{"krever", "ber om"},
                                                                       {"penger", "midler"},
                                                                       {"farlig", "utrygg"},
                                                                       {"Partiet", "Dere"},
                                                                       {"gratis", "betalt av fylket"}}};
    std::vector<std::string> kept;
    const auto left_out = dice() % 12;
    for (std::size_t i = 0; i < appeal.size(); ++i) {
        if (i == left_out) continue;
        std::string sentence = appeal[i];
        const auto& [word, other] = others[dice() % others.size()];
        const auto at = sentence.find(word);
        if (at != std::string::npos && dice() % 3 == 0) sentence.replace(at, std::string_view(word).size(), other);
        kept.push_back(std::move(sentence));
    }
    std::string text;
    if (dice() % 3 == 0) text = sentences_of(2, dice) + "\n\n";
    for (const auto& one : kept) text += one + (&one == &kept.back() ? "" : " ");
    if (dice() % 2) text += "\n\n" + sentences_of(3, dice);
    return text;
}

}  // namespace samrad::app
