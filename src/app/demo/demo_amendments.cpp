#include "app/demo/demo_amendments.hpp"

#include <string>
#include <tuple>

#include "base/utf8.hpp"
#include "domain/permission/permission.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/diff.hpp"
#include "features/new_version.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/recommendations.hpp"
#include "storage/standings.hpp"

namespace samrad::app {

namespace {

struct DemoAmendment {
    std::string_view before;  // the first place where these words stand is changed
    std::string_view after;
    const char* reason;
    std::size_t sponsor;  // which member
    int supporters;
    const char* verdict;  // of the programme committee; "" for none yet
};

constexpr DemoAmendment amendments[] = {
    {"mer enn 30 minutters reisevei", "mer enn 45 minutters reisevei",
     "I store deler av landet er 30 minutter ikke mulig uten å dele opp vaktdistriktene.", 3, 4, "reject"},
    {"mer enn 30 minutters reisevei", "mer enn 20 minutters reisevei",
     "Tiden betyr alt ved hjerneslag og hjerteinfarkt.", 8, 2, "reject"},
    {"et enkelt, sunt måltid", "et varmt, sunt måltid", "Et varmt måltid gir ro i skoledagen.", 5, 9, "adopt"},
    {"et enkelt, sunt måltid", "et varmt, sunt måltid", "Vi foreslår det samme som flere lokallag.", 11, 3, ""},
    {"én lærer per 15 elever", "én lærer per 14 elever", "Normen bør være litt strengere enn i dag.", 14, 1, ""},
    {"fastlønn for dem som ønsker det", "fastlønn og kortere lister for dem som ønsker det",
     "Listelengden er grunnen til at unge leger slutter.", 17, 6, "adopt"},
    {"innen seks måneder", "innen tre måneder", "Et halvt år er lenge når du er seksten.", 20, 12, "adopt"},
    {"- Retten til heltid skal styrkes i offentlig sektor.\n",
     "- Retten til heltid skal styrkes i offentlig sektor.\n- Deltid skal bare brukes når den ansatte selv ønsker "
     "det.\n",
     "Fagforeningene i helse og omsorg ber om dette.", 23, 7, ""},
    {"Flere må få være med der beslutningene tas.", "Flere må få være med der beslutningene tas, også de under 18 år.",
     "Ungdom har talerett, men blir sjelden spurt.", 26, 5, "adopt"},
    {"Matjorda skal vernes.", "Matjorda skal vernes gjennom et nasjonalt jordvern i lov.",
     "Et mål uten lov blir ikke fulgt.", 29, 8, ""},
};

std::string replaced(std::string text, std::string_view before, std::string_view after) {
    const auto at = text.find(before);
    if (at == std::string::npos) return text;
    return text.replace(at, before.size(), after);
}

}  // namespace

void add_demo_support(storage::Transaction& tx, AmendmentId amendment, AccountId who) {
    domain::Actor actor;
    for (const auto& one : storage::standings_of_account(tx, who)) actor.standings.push_back(one.standing);
    storage::support_amendment(tx, amendment, who, true, domain::units_of(actor));
}

void add_demo_amendments(storage::Transaction& tx, DocumentId id, const DemoOrganisation& all, features::Texts& texts) {
    const auto document = *storage::find_document(tx, id);
    const auto text = texts.get(id, *storage::find_version(tx, id, document.head), document.line_width);
    for (const auto& told : amendments) {
        const auto after = replaced(text->markdown, told.before, told.after);
        const auto change = domain::step_between(text->source, to_utf16(after)).change;
        if (change.empty()) continue;
        domain::Amendment amendment;
        amendment.document = id;
        amendment.version = amendment.now_version = document.head;
        amendment.change = amendment.now_change = domain::to_json(change);
        amendment.taken_words = domain::words_taken_by(change, text->source);
        amendment.reason = told.reason;
        amendment.sponsor.id = all.members[told.sponsor % all.members.size()];
        std::tie(amendment.line_from, amendment.line_to) = features::lines_touched(change, *text);
        amendment.id = storage::add_amendment(tx, amendment);
        storage::submit(tx, amendment);
        for (int i = 1; i <= told.supporters; ++i) {
            add_demo_support(tx, amendment.id, all.members[(told.sponsor + std::size_t(i)) % all.members.size()]);
        }
        if (*told.verdict == '\0') continue;
        domain::Recommendation recommendation;
        recommendation.amendment = amendment.id;
        recommendation.unit = all.programme_committee;
        recommendation.verdict = from_name<domain::Verdict>(told.verdict).value_or(domain::Verdict::none);
        recommendation.votes_for = 7;
        recommendation.votes_against = 2;
        recommendation.author.id = all.editor;
        storage::publish(tx, {storage::add_recommendation(tx, recommendation)});
    }
}

}  // namespace samrad::app
