// Answers as files, of consultation_actions.hpp. A file is written to the disk as the answers are read, and sent from
// there: fifty thousand of them never stand in memory, and who asked hears of a failure before the first byte.
#include <algorithm>
#include <boost/json.hpp>

#include "base/scratch_file.hpp"
#include "domain/form/answer_check.hpp"
#include "domain/table/csv.hpp"
#include "features/consultations/consultation_actions.hpp"
#include "features/form_json.hpp"
#include "features/query.hpp"
#include "features/reach_consultation.hpp"
#include "paper/workbook.hpp"
#include "storage/answers.hpp"
#include "storage/consultations.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

using File = std::shared_ptr<const ScratchFile>;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The columns of a table of answers: every field of every revision, those of the first before what was added later, so
// that a column keeps its place.
domain::Cells columns_of(Work& work, const domain::Consultation& consultation) {
    domain::Cells columns;
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

// What is known of an answer beside its fields, in the order of head_cells().
domain::Cells head_cells() { return {"receipt", "submitted", "revision", "voice", "author"}; }
domain::Cells facts_of(const storage::Answer& answer) {
    return {std::to_string(answer.receipt.value_or(0)), answer.submitted ? to_iso(*answer.submitted) : "",
            std::to_string(answer.revision), std::string(name_of(answer.voice)), answer.author_name};
}

// Calls `visit` with the head of the table and then with every answer's row.
void each_row(Work& work, const domain::Consultation& consultation,
              const std::function<void(const domain::Cells&)>& visit) {
    const auto columns = columns_of(work, consultation);
    auto head = head_cells();
    head.insert(head.end(), columns.begin(), columns.end());
    visit(head);
    storage::each_answer(work.tx, consultation.id, [&](const storage::Answer& answer) {
        auto row = facts_of(answer);
        const auto fields = fields_of(answer.content);
        for (const auto& column : columns) {
            const auto found = fields.find(column);
            row.push_back(found == fields.end() ? std::string() : joined(found->second));
        }
        visit(row);
    });
}

File csv_file(Work& work, const domain::Consultation& consultation) {
    auto file = std::make_shared<ScratchFile>();
    domain::Table rows;
    const auto write_out = [&] {
        const auto text = domain::write_csv(rows);
        file->append(file->size() == 0 ? text : std::string_view(text).substr(byte_order_mark.size()));
        rows.clear();
    };
    each_row(work, consultation, [&](const domain::Cells& row) {
        rows.push_back(row);
        if (rows.size() >= 500) write_out();
    });
    if (!rows.empty()) write_out();
    return file;
}

File workbook_file(Work& work, const domain::Consultation& consultation) {
    paper::WorkbookWriter book("Answers", {9, 22, 9, 14, 24});
    each_row(work, consultation, [&](const domain::Cells& row) { book.add(row); });
    return std::make_shared<const ScratchFile>(require(book.finish()));
}

// One JSON object a line: {"receipt":7,"submitted":"…","revision":1,"voice":"public","author":"","fields":{"q":["…"]}}.
File lines_file(Work& work, const domain::Consultation& consultation) {
    auto file = std::make_shared<ScratchFile>();
    std::string lines;
    storage::each_answer(work.tx, consultation.id, [&](const storage::Answer& answer) {
        json::object line{{"receipt", answer.receipt.value_or(0)}, {"submitted", time_json(answer.submitted)},
                          {"revision", answer.revision},           {"voice", name_of(answer.voice)},
                          {"author", answer.author_name},          {"fields", json::parse(answer.content)}};
        lines += json::serialize(line) + "\n";
        if (lines.size() < 256 * 1024) return;
        file->append(lines);
        lines.clear();
    });
    file->append(lines);
    return file;
}

struct Format {
    const char* content_type;
    File (*write)(Work&, const domain::Consultation&);
};
const std::map<std::string, Format, std::less<>> formats{
    {"csv", {"text/csv; charset=utf-8", csv_file}},
    {"xlsx", {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook_file}},
    {"jsonl", {"application/jsonl; charset=utf-8", lines_file}},
};

}  // namespace

http::Reply export_answers(Work& work) {
    const auto [consultation, scope] = reach_answers(work, work.id<ConsultationId>("consultation"));
    const auto asked = parameter(work, "format");
    const auto format = formats.find(asked.empty() ? "csv" : asked);
    if (format == formats.end()) throw invalid("input.not_a_choice", "format");
    work.limits.take("export:" + work.asker(), 6, 6);
    http::Reply reply;
    reply.content_type = format->second.content_type;
    reply.headers.emplace_back(
        "content-disposition",
        "attachment; filename=\"answers-" + std::to_string(consultation.id.value) + "." + format->first + "\"");
    reply.headers.emplace_back("cache-control", "no-store");
    reply.file = format->second.write(work, consultation);
    return reply;
}

}  // namespace samrad::features
