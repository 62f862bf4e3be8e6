// Answers as files, of consultation_actions.hpp.
#include <algorithm>

#include "domain/form/answer_check.hpp"
#include "domain/table/csv.hpp"
#include "features/consultations/consultation_actions.hpp"
#include "features/form_json.hpp"
#include "features/reach_consultation.hpp"
#include "storage/answers.hpp"
#include "storage/consultations.hpp"

namespace samrad::features {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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

}  // namespace samrad::features
