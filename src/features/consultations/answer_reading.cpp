// What readers see of the answers, of consultation_actions.hpp.
#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/consultations/consultation_actions.hpp"
#include "features/form_json.hpp"
#include "features/query.hpp"
#include "features/reach_consultation.hpp"
#include "storage/answers.hpp"
#include "storage/consultations.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

json::object fields_json(const domain::Fields& fields) {
    json::object object;
    for (const auto& [name, values] : fields) object[name] = json::array(values.begin(), values.end());
    return object;
}

// On whose behalf it is; null for a person's own.
json::value body_json(const domain::OnBehalf& body) {
    if (!body.of_body()) return nullptr;
    json::value vote = nullptr;
    if (body.vote) {
        vote = json::object{
            {"for", body.vote->in_favour}, {"against", body.vote->against}, {"abstain", body.vote->abstaining}};
    }
    return json::object{{"unit", body.unit ? json::value(body.unit->value) : nullptr},
                        {"name", body.name()},
                        {"meeting", body.meeting},
                        {"votes", vote},
                        {"sponsors", json::array(body.sponsors.begin(), body.sponsors.end())}};
}

json::object answer_json(const storage::Answer& answer) {
    return {{"id", answer.id.value},
            {"receipt", answer.receipt ? json::value(*answer.receipt) : nullptr},
            {"revision", answer.revision},
            {"edits", answer.edits},
            {"changed", time_json(answer.changed)},
            {"state", name_of(answer.state)},
            {"held_for", answer.held_for},
            {"voice", name_of(answer.voice)},
            {"author", answer.author_name},
            {"at", time_json(answer.submitted)},
            {"body", body_json(answer.body)},
            {"on_paper", answer.entered_by.has_value()},
            {"entered_by", answer.entered_by ? json::value(answer.entered_by->value) : nullptr},
            {"language", name_of(answer.language)},
            {"may_publish", answer.may_publish},
            {"fields", fields_json(fields_of(answer.content))}};
}

}  // namespace

http::Reply list_answers(Work& work) {
    const auto [consultation, scope] = reach_answers(work, work.id<ConsultationId>("consultation"));
    storage::AnswerFilter filter;
    filter.voice = parameter(work, "voice");
    if (!filter.voice.empty() && !from_name<domain::Voice>(filter.voice)) {
        throw invalid("input.not_a_choice", "voice");
    }
    filter.search = parameter(work, "q");
    if (filter.search.size() > 200) throw invalid("input.too_long", "q");
    const auto state = parameter(work, "state");
    if (!state.empty() && state != "held" && state != "submitted") throw invalid("input.not_a_choice", "state");
    filter.held = state == "held";
    const int limit = page_limit(work.request);
    const auto answers =
        storage::list_answers(work.tx, consultation.id, filter, AnswerId{page_cursor(work.request)}, limit);
    json::array items;
    for (const auto& answer : answers) items.push_back(answer_json(answer));
    const bool more = int(answers.size()) == limit;
    return reply_json(page_json(std::move(items), more ? std::optional(answers.back().id.value) : std::nullopt));
}

http::Reply settle_answer(Work& work) {
    const auto answer = storage::find_answer(work.tx, work.id<AnswerId>("answer"));
    if (!answer) throw missing();
    const auto reached = reach_consultation(work, answer->consultation, domain::Act::moderate);
    Body body(work.request);
    const bool let_in = body.flag("let_in");
    const int edits = int(body.number("edits", 0, INT32_MAX));
    body.done();
    if (!storage::settle_answer(work.tx, answer->id, edits, let_in)) {
        const auto now = storage::find_answer(work.tx, answer->id).value();
        const bool waits =
            now.state == domain::AnswerState::held || (let_in && now.state == domain::AnswerState::refused);
        throw conflict(waits ? "answer.changed" : "answer.not_held");
    }
    work.record(let_in ? "let_in" : "refuse", "answer:" + std::to_string(answer->id.value));
    return reply_json(answer_json(storage::find_answer(work.tx, answer->id).value()));
}

}  // namespace samrad::features
