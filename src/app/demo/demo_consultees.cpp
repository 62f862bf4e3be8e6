#include "app/demo/demo_consultees.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "app/demo/demo_consultation.hpp"
#include "features/form_json.hpp"
#include "features/tokens.hpp"
#include "storage/consultations.hpp"
#include "storage/consultees.hpp"
#include "storage/form_templates.hpp"

namespace samrad::app {

namespace {

using domain::Consultee;
using std::string;

void send(storage::Transaction& tx, const std::vector<Consultee>& consultees) {
    std::vector<storage::NewLink> links;
    for (const auto& one : consultees) links.push_back({one.id, features::hash_token(features::new_token())});
    storage::send_links(tx, links);
}

struct Meeting {
    const char* minutes;
    int in_favour, against, abstaining;
    const char* words;  // the body's own
};

void answer(storage::Transaction& tx, const domain::Form& form, const Consultee& consultee, const Meeting& meeting,
            AccountId by, bool on_paper) {
    storage::Answer answer;
    answer.consultation = consultee.consultation;
    answer.once = false;
    answer.body.unit = consultee.unit;
    if (!consultee.unit) answer.body.organisation = consultee.name;
    if (on_paper) answer.entered_by = by;
    answer.voice = consultee.unit ? storage::voice_of(tx, *consultee.unit) : domain::Voice::organisations;
    answer.id = storage::begin_answer(tx, answer, features::hash_token(features::new_token())).value();
    storage::set_answer(tx, consultee.id, answer.id);
    answer.body.meeting = meeting.minutes;
    answer.body.vote = {meeting.in_favour, meeting.against, meeting.abstaining};
    answer.may_publish = true;
    auto fields = demo_answer(unsigned(consultee.id.value));
    for (const char* personal : {"rolle", "skole", "reise", "minutter", "sist"}) fields.erase(personal);
    fields["rolle"] = {"other"};
    fields["rolle.other"] = {"Som lag"};
    fields["tekst"] = {meeting.words};
    submit_demo_answer(tx, std::move(answer), form, fields);
}

constexpr Meeting meetings[] = {
    {"Styremøte, sak 14. Vedtatt etter drøfting med to av skolene i kommunen.", 7, 1, 1,
     "Vi ber om at programmet stiller krav til belysning på alle skoleveier, og at staten betaler halvparten. "
     "Kommunen vår har elleve kilometer vei uten lys mellom skolen og byggefeltene."},
    {"Medlemsmøte på samfunnshuset, sak 3.", 23, 4, 2,
     "Fylket og kommunen peker på hverandre når noen spør om et gangfelt. Programmet må si hvem som eier problemet."},
    {"Årsmøtet, sak 9. Ett mindretall ønsket gratis skyss for alle.", 31, 12, 3,
     "Elever skal ha rett til skyss der veien er farlig. Avstanden alene sier lite om hvor trygt det er å gå."},
    {"Landsstyret, sak 22.", 15, 0, 0,
     "Spør elevene. De vet hvor bilene kjører fort og hvor det er mørkt, og de blir sjelden spurt."},
};

}  // namespace

void add_demo_consultees(storage::Transaction& tx, ConsultationId consultation, const DemoOrganisation& all) {
    storage::add_units(tx, consultation, all.municipalities, false);
    storage::add_units(tx, consultation, all.counties, true);
    storage::add_units(tx, consultation, {all.youth, all.union_}, true);
    storage::add_organisations(tx, consultation,
                               {{"Foreldreforeningen ved Solvang skole", "fau@solvang.example"},
                                {"Norsk gåforening", "post@gaaforeningen.example"},
                                {"Bussførernes forbund", "post@bussforerne.example"}},
                               false);
    const auto named = [&](const string& name) {
        const auto list = storage::consultees_of(tx, consultation);
        return *std::find_if(list.begin(), list.end(), [&](const Consultee& one) { return one.name == name; });
    };
    auto sent = storage::consultees_of(tx, consultation);
    std::erase_if(sent, [](const Consultee& one) { return one.name == "Bussførernes forbund"; });  // not sent yet
    send(tx, sent);
    const auto form = features::form_of(storage::find_form(tx, consultation, 1).value());
    answer(tx, form, named("Lillehammer kommunelag"), meetings[0], all.secretary, false);
    answer(tx, form, named("Trøndelag fylkeslag"), meetings[1], all.secretary, true);
    answer(tx, form, named("Rogaland fylkeslag"), meetings[2], all.secretary, false);
    answer(tx, form, named("Samlingspartiets ungdom"), meetings[3], all.secretary, false);
    for (const char* name : {"Tromsø kommunelag", "Fellesforeningen", "Norsk gåforening"}) {
        storage::mark_opened(tx, named(name).id);
    }
    send(tx, {named("Hamar kommunelag"), named("Fellesforeningen")});  // once more: they are reminded
    storage::decline(tx, named("Foreldreforeningen ved Solvang skole").id,
                     "Vi er midt i et styreskifte og rekker det ikke. Lykke til med arbeidet.");
    storage::waive(tx, named("Innlandet fylkeslag").id, all.editor,
                   "Styret har lagt ned arbeidet til årsmøtet i januar og har bedt oss om ikke å vente.");
}

void add_demo_templates(storage::Transaction& tx, ConsultationId consultation, const DemoOrganisation& all) {
    auto form = features::form_of(storage::find_form(tx, consultation, 1).value());
    for (auto& section : form.sections) {
        for (auto& question : section.questions) question.block.clear();
    }
    storage::keep_template(tx, all.party, "Skolevei og trafikk", boost::json::serialize(features::form_json(form)),
                           true, all.secretary);
    constexpr const char* short_form = R"json({"sections":[{"key":"mening","title":{"nb":"Hva mener du?"},"questions":[
{"key":"samlet","kind":"scale","least":1,"most":5,"required":true,"title":{"nb":"Hva synes du om utkastet, alt i alt?"},"low":{"nb":"dårlig"},"high":{"nb":"svært godt"}},
{"key":"best","kind":"long_text","most":3000,"title":{"nb":"Hva er det beste ved det?"}},
{"key":"endre","kind":"long_text","most":3000,"title":{"nb":"Hva bør endres?"}}]}]})json";
    storage::keep_template(tx, all.party, "Kort: hva mener du om utkastet?", short_form, true, all.secretary);
}

}  // namespace samrad::app
