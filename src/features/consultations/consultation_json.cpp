#include "features/consultations/consultation_json.hpp"

#include <boost/json.hpp>

#include "features/texts.hpp"
#include "features/tokens.hpp"
#include "storage/consultations.hpp"

namespace samrad::features {

namespace json = boost::json;

std::string settings_fingerprint(const domain::ConsultationRules& rules) {
    return fingerprint_of(json::serialize(json::array{
        rules.document ? json::value(rules.document->value) : nullptr, rules.version, rules.title, rules.introduction,
        to_iso(rules.opens), to_iso(rules.closes), to_iso(rules.erases), name_of(rules.once), rules.allows_anonymous,
        rules.holds_answers, rules.publishes_answers, rules.asks_proof, rules.per_address, rules.purpose}));
}

json::object consultation_json(Work& work, const domain::Consultation& consultation, const domain::Scope& scope) {
    const auto& rules = consultation.rules;
    const bool edits = domain::may(work.actor, domain::Act::edit, scope);
    const bool reads = domain::may(work.actor, domain::Act::read_answers, scope);
    const char* state = !consultation.published                   ? "draft"
                        : work.now < rules.opens                  ? "coming"
                        : domain::is_open(consultation, work.now) ? "open"
                                                                  : "closed";
    json::object object{{"id", consultation.id.value},
                        {"process", consultation.process.value},
                        {"document", rules.document ? json::value(rules.document->value) : nullptr},
                        {"version", rules.version},
                        {"title", rules.title},
                        {"introduction", rules.introduction},
                        {"introduction_html", render_passage(rules.introduction)},
                        {"opens", to_iso(rules.opens)},
                        {"closes", to_iso(rules.closes)},
                        {"once", name_of(rules.once)},
                        {"allows_anonymous", rules.allows_anonymous},
                        {"holds_answers", rules.holds_answers},
                        {"publishes_answers", rules.publishes_answers},
                        {"asks_proof", rules.asks_proof},
                        {"per_address", rules.per_address},
                        {"purpose", rules.purpose},
                        {"erases", to_iso(rules.erases)},
                        {"revision", consultation.revision},
                        {"state", state},
                        {"warnings", domain::is_short(rules) ? json::array{"under_six_weeks"} : json::array{}},
                        {"may", json::object{{"edit", edits}, {"read_answers", reads}}}};
    if (edits) object["fingerprint"] = settings_fingerprint(rules);
    if (reads) {
        const auto counts = storage::count_answers(work.tx, consultation.id);
        object["begun"] = storage::has_answers(work.tx, consultation.id);
        object["answers"] = json::object{{"submitted", counts.submitted}, {"held", counts.held}};
    }
    return object;
}

}  // namespace samrad::features
