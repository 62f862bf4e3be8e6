#include "app/demo/demo_consultation.hpp"

#include <array>
#include <random>

#include "app/demo/demo_opinions.hpp"
#include "domain/consultation/tallies.hpp"
#include "domain/form/answer_check.hpp"
#include "features/form_json.hpp"
#include "features/tokens.hpp"
#include "storage/answers.hpp"
#include "storage/consultations.hpp"

namespace samrad::app {

namespace {

using namespace std::chrono_literals;

constexpr const char* definition = R"json({"sections":[
{"key":"veien","title":{"nb":"Skoleveien din","nn":"Skulevegen din","en":"Your way to school"},
 "intro":{"nb":"Svar for deg selv, eller for barna du har ansvar for.","en":"Answer for yourself, or for the children in your care."},
 "questions":[
 {"key":"kommune","kind":"place","title":{"nb":"Hvilken kommune gjelder det?","en":"Which municipality is it about?"}},
 {"key":"rolle","kind":"choice","required":true,"other":true,"title":{"nb":"Hvem svarer du som?","en":"As whom do you answer?"},"options":[
  {"key":"elev","label":{"nb":"Elev","en":"Pupil"}},{"key":"forelder","label":{"nb":"Forelder eller foresatt","nn":"Forelder eller føresett","en":"Parent or guardian"}},
  {"key":"ansatt","label":{"nb":"Ansatt i skolen","nn":"Tilsett i skulen","en":"Employed at a school"}}]},
 {"key":"skole","kind":"short_text","most":100,"title":{"nb":"Hvilken skole?","en":"Which school?"},"show_if":{"all":[{"question":"rolle","is":["elev","ansatt"]}]}},
 {"key":"reise","kind":"choices","most":3,"title":{"nb":"Hvordan kommer dere dit?","en":"How do you get there?"},"help":{"nb":"Velg høyst tre.","en":"Choose three at most."},"options":[
  {"key":"gange","label":{"nb":"Til fots","en":"On foot"}},{"key":"sykkel","label":{"nb":"Sykkel","en":"Bicycle"}},{"key":"buss","label":{"nb":"Buss","en":"Bus"}},
  {"key":"bil","label":{"nb":"Bil","en":"Car"}},{"key":"baat","label":{"nb":"Båt eller ferge","en":"Boat or ferry"}}]},
 {"key":"sist","kind":"date","title":{"nb":"Når gikk eller syklet du der sist?","en":"When did you last walk or cycle there?"}},
 {"key":"minutter","kind":"number","least":0,"most":240,"title":{"nb":"Hvor mange minutter tar det?","en":"How many minutes does it take?"}},
 {"key":"trygg","kind":"scale","least":1,"most":5,"required":true,"title":{"nb":"Hvor trygg er veien?","en":"How safe is the way?"},"low":{"nb":"utrygg","en":"unsafe"},"high":{"nb":"helt trygg","en":"quite safe"}}]},
{"key":"tiltak","title":{"nb":"Hva bør gjøres?","nn":"Kva bør gjerast?","en":"What should be done?"},"questions":[
 {"key":"forst","kind":"ranking","title":{"nb":"Hva haster mest?","en":"What is most urgent?"},"options":[
  {"key":"fart","label":{"nb":"Lavere fart","en":"Lower speed"}},{"key":"lys","label":{"nb":"Lys og brøyting","en":"Light and snow clearing"}},{"key":"skyss","label":{"nb":"Skoleskyss","en":"School transport"}}]},
 {"key":"vinter","kind":"matrix","title":{"nb":"Slik er det om vinteren","en":"In winter it is like this"},"options":[
  {"key":"bra","label":{"nb":"Bra","en":"Good"}},{"key":"middels","label":{"nb":"Middels","en":"Fair"}},{"key":"daarlig","label":{"nb":"Dårlig","en":"Poor"}}],
  "rows":[{"key":"lys","label":{"nb":"Belysning","en":"Lighting"}},{"key":"broyting","label":{"nb":"Brøyting","en":"Snow clearing"}},{"key":"kryss","label":{"nb":"Kryss og overganger","en":"Crossings"}}]},
 {"key":"enig","kind":"agreement","title":{"nb":"Dette står i utkastet. Er du enig?","nn":"Dette står i utkastet. Er du einig?","en":"The draft says this. Do you agree?"},"block":"BLOCK"},
 {"key":"tekst","kind":"long_text","most":5000,"title":{"nb":"Hva vil du si til dem som skriver programmet?","nn":"Kva vil du seie til dei som skriv programmet?","en":"What would you say to those who write the programme?"}}]}]})json";

template <std::size_t N>
const char* one_of(const std::array<const char*, N>& all, std::mt19937& dice) {
    return all[dice() % N];
}

// `of_campaign`: with the words of the parents' campaign.
domain::Fields answer_of(std::mt19937& dice, bool of_campaign) {
    static constexpr std::array<const char*, 3> roles{"elev", "forelder", "ansatt"};
    static constexpr std::array<const char*, 5> ways{"gange", "sykkel", "buss", "bil", "baat"};
    static constexpr std::array<const char*, 3> winter{"bra", "middels", "daarlig"};
    static constexpr std::array<const char*, 3> stands{"agree", "disagree", "unsure"};
    domain::Fields fields;
    const auto& places = domain::municipalities();
    // Four of five come from forty places all over the list, so that these are seen on the map.
    const auto draw = dice();
    const auto place = draw % 5 ? draw / 5 % 40 * 9 : draw / 5;
    fields["kommune"] = {std::string(places[place % places.size()].number)};
    fields["rolle"] = {one_of(roles, dice)};
    if (fields["rolle"].front() != "forelder") fields["skole"] = {"Skole nr. " + std::to_string(dice() % 40 + 1)};
    fields["reise"] = {one_of(ways, dice)};
    const auto day = std::to_string(dice() % 28 + 1);
    fields["sist"] = {"2026-0" + std::to_string(dice() % 9 + 1) + (day.size() < 2 ? "-0" : "-") + day};
    fields["minutter"] = {std::to_string(dice() % 60 + 3)};
    fields["trygg"] = {std::to_string(std::min(dice() % 5, dice() % 5) + 1)};
    if (dice() % 2) {
        const auto turn = dice() % 3;
        const char* things[] = {"forst.fart", "forst.lys", "forst.skyss"};
        for (std::size_t i = 0; i < 3; ++i) fields[things[(i + turn) % 3]] = {std::to_string(i + 1)};
    }
    for (const char* row : {"vinter.lys", "vinter.broyting", "vinter.kryss"}) fields[row] = {one_of(winter, dice)};
    fields["enig"] = {stands[std::min(dice() % 3, dice() % 3)]};
    if (of_campaign) {
        fields["tekst"] = {demo_appeal(dice)};
    } else if (dice() % 4) {
        fields["tekst"] = {demo_opinion(dice)};
    }
    return fields;
}

}  // namespace

void submit_demo_answer(storage::Transaction& tx, storage::Answer answer, const domain::Form& form,
                        const domain::Fields& fields) {
    storage::Submission submission;
    const auto checked = domain::check_answer(form, fields, {});
    submission.answer = std::move(answer);
    submission.answer.state = domain::AnswerState::submitted;
    submission.answer.content = features::written(checked.kept);
    submission.consent_text = "Demo";
    for (const auto& text : domain::free_texts(form, checked.kept)) submission.search_text += text.text + "\n";
    submission.counted = domain::cells_of(form, checked.kept, submission.answer.may_publish);
    storage::submit_answer(tx, submission);
}

ConsultationId add_demo_consultation(storage::Transaction& tx, ProcessId process, DocumentId document,
                                     const features::Text& text, const DemoOrganisation& all, Time today, int count) {
    domain::ConsultationRules rules;
    rules.document = document;
    rules.version = 1;
    rules.title = "Hvordan er skoleveien hos deg?";
    rules.introduction =
        "Programkomiteen skriver om **trygg skolevei** og vil vite hvordan det er der du bor. Det tar tre minutter, og "
        "du "
        "trenger ingen konto. Alt blir lest.";
    rules.opens = today - 10 * 24h;
    rules.closes = today + 50 * 24h;
    rules.publishes_answers = true;
    rules.purpose = "Å skrive kapitlet om oppvekst i arbeidsprogrammet.";
    rules.erases = today + 400 * 24h;
    std::string asked = definition;
    for (const auto& block : text.blocks) {
        if (block.visible.starts_with(u"Farten skal være lav")) {
            asked.replace(asked.find("BLOCK"), 5, features::block_name(block.id));
        }
    }
    const auto form = features::form_of(asked);
    const auto id = storage::add_consultation(tx, process, rules, all.secretary);
    storage::store_form(tx, id, 1, asked, all.secretary);
    storage::publish_consultation(tx, id);
    constexpr int told = 15;  // one of the campaign, by somebody without a standing, who wants to hear what came of it
    std::mt19937 dice(4);
    for (int i = 0; i < count; ++i) {
        storage::Answer answer;
        answer.consultation = id;
        const auto member = std::size_t(i / 20);
        if (i % 20 == 0 && member < all.members.size()) answer.account = all.members[member];
        if (i % 20 == 10 && member < all.affiliates.size()) answer.account = all.affiliates[member];
        if (i == told) answer.account = all.participants.back();
        if (answer.account) answer.voice = storage::voice_of(tx, *answer.account);
        answer.id = storage::begin_answer(tx, answer, features::hash_token(features::new_token())).value();
        answer.may_publish = i % 7 == 0;
        answer.wants_outcome = i == told;
        submit_demo_answer(tx, std::move(answer), form, answer_of(dice, i % 10 == 5));
    }
    return id;
}

domain::Fields demo_answer(unsigned seed) {
    std::mt19937 dice(seed);
    return answer_of(dice, false);
}

}  // namespace samrad::app
