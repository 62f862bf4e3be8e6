// What readers see of the answers, of consultation_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>

#include "domain/form/answer_check.hpp"
#include "domain/table/csv.hpp"
#include "features/body.hpp"
#include "features/consultations/consultation_actions.hpp"
#include "features/consultations/form_json.hpp"
#include "features/query.hpp"
#include "storage/answers.hpp"
#include "storage/consultations.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Editors and moderators read answers; to others who see the process it is forbidden.
ReachedConsultation reach_answers(Work& work, ConsultationId id) {
    auto reached = reach_consultation(work, id, domain::Act::read);
    if (!domain::may(work.actor, domain::Act::moderate, reached.scope)) {
        require(domain::refuse(work.actor, domain::Act::edit, reached.scope));
    }
    return reached;
}

json::object fields_json(const domain::Fields& fields) {
    json::object object;
    for (const auto& [name, values] : fields) object[name] = json::array(values.begin(), values.end());
    return object;
}

json::object answer_json(const storage::Answer& answer) {
    return {{"id", answer.id.value},
            {"receipt", answer.receipt ? json::value(*answer.receipt) : nullptr},
            {"revision", answer.revision},
            {"state", name_of(answer.state)},
            {"held_for", answer.held_for},
            {"voice", name_of(answer.voice)},
            {"author", answer.author_name},
            {"at", time_json(answer.submitted)},
            {"fields", fields_json(fields_of(answer.content))}};
}

// The columns of a table of answers: every field of every revision, those of the first before what was added later, so
// that a column keeps its place.
std::vector<std::string> columns_of(Work& work, const domain::Consultation& consultation) {
    std::vector<std::string> columns;
    for (int number = 1; number <= consultation.revision; ++number) {
        const auto definition = storage::find_form(work.tx, consultation.id, number);
        if (!definition) continue;
        for (const auto& section : form_of(*definition).sections) {
            for (const auto& question : section.questions) {
                for (auto& field : domain::fields_of(question)) {
                    if (std::find(columns.begin(), columns.end(), field) == columns.end()) columns.push_back(field);
                }
            }
        }
    }
    return columns;
}

std::string joined(const std::vector<std::string>& values) {
    std::string all;
    for (const auto& value : values) all += (all.empty() ? "" : "; ") + value;
    return all;
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

http::Reply export_answers(Work& work) {
    const auto [consultation, scope] = reach_answers(work, work.id<ConsultationId>("consultation"));
    work.limits.take("export:" + work.asker(), 6, 6);
    const auto columns = columns_of(work, consultation);
    domain::Table rows{{"receipt", "submitted", "revision", "voice", "author"}};
    rows.front().insert(rows.front().end(), columns.begin(), columns.end());
    // Written out a thousand rows at a time: fifty thousand answers as cells would take hundreds of megabytes.
    std::string table;
    const auto write_out = [&] {
        const auto text = domain::write_csv(rows);
        table += table.empty() ? text : text.substr(byte_order_mark.size());
        rows.clear();
    };
    storage::each_answer(work.tx, consultation.id, [&](const storage::Answer& answer) {
        domain::Cells row{std::to_string(answer.receipt.value_or(0)), answer.submitted ? to_iso(*answer.submitted) : "",
                          std::to_string(answer.revision), std::string(name_of(answer.voice)), answer.author_name};
        const auto fields = fields_of(answer.content);
        for (const auto& column : columns) {
            const auto found = fields.find(column);
            row.push_back(found == fields.end() ? std::string() : joined(found->second));
        }
        rows.push_back(std::move(row));
        if (rows.size() >= 1000) write_out();
    });
    write_out();
    http::Reply reply;
    reply.content_type = "text/csv; charset=utf-8";
    reply.headers.emplace_back("content-disposition",
                               "attachment; filename=\"answers-" + std::to_string(consultation.id.value) + ".csv\"");
    reply.headers.emplace_back("cache-control", "no-store");
    reply.body = std::make_shared<const http::Body>(http::Body{std::move(table), {}});
    return reply;
}

http::Reply settle_answer(Work& work) {
    const auto answer = storage::find_answer(work.tx, work.id<AnswerId>("answer"));
    if (!answer) throw missing();
    const auto reached = reach_consultation(work, answer->consultation, domain::Act::moderate);
    Body body(work.request);
    const bool let_in = body.flag("let_in");
    body.done();
    if (!storage::settle_answer(work.tx, answer->id, let_in)) throw conflict("answer.not_held");
    work.record(let_in ? "let_in" : "refuse", "answer:" + std::to_string(answer->id.value));
    return reply_json(answer_json(storage::find_answer(work.tx, answer->id).value()));
}

}  // namespace samrad::features
