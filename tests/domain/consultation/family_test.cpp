// Whether campaigns are found among many answers, and people who merely agree are left apart.
#include "domain/consultation/family.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "domain/consultation/campaign.hpp"

using namespace samrad;
using namespace samrad::domain;
using namespace samrad::testing;

namespace {

Sketch sketch(const char* text) { return sketch_of({to_utf16(text)}); }

constexpr const char* appeal =
    "Vi krever at kommunen setter ned farten forbi skolen før høsten. Barna går langs en vei uten fortau, og i mørket "
    "ser ingen dem. Sett opp lys fra butikken til krysset.";

// Which family each text is in when they come in order.
std::vector<AnswerId> sorted(Families& families, const std::vector<Letter>& letters) {
    std::map<AnswerId, AnswerId> joined;
    std::vector<AnswerId> found;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const auto placed = families.add(AnswerId{std::int64_t(i + 1)}, sketch_of({to_utf16(letters[i].text)}));
        for (const auto gone : placed.joined) joined[gone] = placed.family;
        found.push_back(placed.family);
    }
    for (auto& family : found) {
        for (auto at = joined.find(family); at != joined.end(); at = joined.find(family)) family = at->second;
    }
    return found;
}

}  // namespace

TEST_CASE("A sender's own lines around a campaign's text leave it in its family") {
    Families families;
    families.add(AnswerId{1}, sketch(appeal));
    const auto own = "Jeg har to barn på skolen og er redd hver morgen. " + std::string(appeal) +
                     "\n\nI vår gate var det en ulykke i fjor, og naboen har ringt fylket fire ganger uten svar.";
    const auto placed = families.add(AnswerId{2}, sketch(own.c_str()));
    CHECK(placed.family == AnswerId{1});
}

TEST_CASE("Inflected words and another order of the sentences leave a text in its family") {
    Families families;
    families.add(AnswerId{1}, sketch(appeal));
    const auto placed = families.add(
        AnswerId{2},
        sketch("SETT OPP LYS FRA BUTIKKEN TIL KRYSSET! Barnet går langs en vei uten fortau, og i mørket ser ingen dem. "
               "Vi krever at kommunen setter ned fartsgrensen før høsten."));
    CHECK(placed.family == AnswerId{1});
}

TEST_CASE("People who agree in words of their own are not of one family") {
    Families families;
    families.add(AnswerId{1}, sketch(appeal));
    const auto placed = families.add(
        AnswerId{2},
        sketch("Jeg er enig i at farten må ned. Det er viktig at barna kommer trygt fram, og da trengs det "
               "både fortau og bedre lys langs hele veien til skolen."));
    CHECK(placed.family == AnswerId{2});
}

TEST_CASE("A letter put together of two campaigns' texts does not make the two one") {
    constexpr const char* other =
        "Fergen må gå til klokka elleve om kvelden også i helgene. Ungdom som spiller kamper i byen, kommer ikke hjem "
        "igjen, og foreldrene må leie hus på den andre siden av fjorden.";
    Families families;
    families.add(AnswerId{1}, sketch(appeal));
    families.add(AnswerId{2}, sketch(other));
    const auto both = families.add(AnswerId{3}, sketch((std::string(appeal) + " " + other).c_str()));
    CHECK(both.joined.empty());
    CHECK(families.add(AnswerId{4}, sketch(appeal)).family == AnswerId{1});
    CHECK(families.add(AnswerId{5}, sketch(other)).family == AnswerId{2});
}

TEST_CASE("A text that is like two early ones of a campaign brings their families together") {
    const std::string first = "Vi krever at kommunen setter ned farten forbi skolen før høsten kommer hit til oss.";
    const std::string middle = " Barna går langs en vei uten fortau og i mørket ser ingen dem der de går.";
    Families families;
    families.add(AnswerId{1}, sketch((first + " Ta saken opp nå." + middle.substr(0, 28)).c_str()));
    families.add(AnswerId{2}, sketch(("Dette er en annen begynnelse med helt andre ord enn naboen min brukte." +
                                      middle + first.substr(0, 42))
                                         .c_str()));
    const auto bridge = families.add(AnswerId{3}, sketch((first + middle).c_str()));
    CHECK(bridge.family == AnswerId{1});
}

TEST_CASE("Short answers stand for themselves, however many say the same") {
    Families families;
    families.add(AnswerId{1}, sketch("Nei, det er bra som det er."));
    CHECK(families.add(AnswerId{2}, sketch("Nei, det er bra som det er.")).family == AnswerId{2});
    CHECK(families.add(AnswerId{3}, sketch("")).family == AnswerId{3});
}

TEST_CASE("An answer that was taken out is compared with no more; one that is restored is") {
    Families families;
    families.add(AnswerId{1}, sketch(appeal));
    families.remove(AnswerId{1});
    CHECK(!families.has_delegate(AnswerId{1}));
    CHECK(families.add(AnswerId{2}, sketch(appeal)).family == AnswerId{2});
    Families other;
    other.restore(AnswerId{7}, AnswerId{3}, sketch(appeal));
    CHECK(other.add(AnswerId{8}, sketch(appeal)).family == AnswerId{3});
}

TEST_CASE("Of 5,000 answers with 20 campaigns nearly all are folded where they belong, and nearly nothing else is") {
    for (const unsigned seed : {1u, 2u, 3u}) {
        const auto letters = letters_with_campaigns(5000, 20, seed);
        Families families;
        const auto found = sorted(families, letters);
        // Over all pairs: of those that are of one campaign, how many are in one family, and the other way round.
        std::map<AnswerId, std::map<int, std::int64_t>> in_family;
        std::map<int, std::int64_t> in_campaign;
        for (std::size_t i = 0; i < letters.size(); ++i) {
            // Each that is of no campaign is a campaign of its own.
            const int campaign = letters[i].campaign ? letters[i].campaign : -int(i) - 1;
            ++in_family[found[i]][campaign];
            ++in_campaign[campaign];
        }
        const auto pairs = [](std::int64_t n) { return n * (n - 1) / 2; };
        std::int64_t folded = 0, meant = 0, both = 0;
        for (const auto& [family, members] : in_family) {
            std::int64_t size = 0;
            for (const auto& [campaign, count] : members) {
                size += count;
                both += pairs(count);
            }
            folded += pairs(size);
        }
        for (const auto& [campaign, count] : in_campaign) meant += pairs(count);
        INFO("seed " << seed << ": recall " << double(both) / double(meant) << ", precision "
                     << double(both) / double(folded));
        CHECK(double(both) >= 0.95 * double(meant));
        CHECK(double(both) >= 0.90 * double(folded));
    }
}
