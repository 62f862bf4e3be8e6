#include "features/redacted_answer.hpp"

#include <map>

#include "base/utf8.hpp"
#include "domain/consultation/passage.hpp"
#include "domain/form/answer_check.hpp"
#include "features/form_json.hpp"
#include "storage/consultations.hpp"
#include "storage/marks.hpp"
#include "storage/redactions.hpp"

namespace samrad::features {

namespace {

std::vector<domain::FreeText> free_texts(Work& work, const storage::Original& original, const domain::Fields& fields) {
    return domain::free_texts(form_of(storage::find_form(work.tx, original.consultation, original.revision).value()),
                              fields);
}

// The first text of a field, as it is counted in passages.
std::u16string text_in(const domain::Fields& fields, const std::string& field) {
    return to_utf16(domain::text_of(fields, field));
}

}  // namespace

void show_with_bars(Work& work, AnswerId answer) {
    const auto original = storage::lock_original(work.tx, answer).value();
    auto fields = fields_of(original.content);
    std::map<std::string, std::vector<domain::Passage>> hidden;
    for (const auto& one : storage::redactions_of(work.tx, answer)) {
        hidden[one.passage.field].push_back(one.passage);
    }
    for (const auto& [field, passages] : hidden) {
        const auto found = fields.find(field);
        if (found == fields.end() || found->second.empty()) continue;
        found->second.front() = to_utf8(domain::blacked_out(to_utf16(found->second.front()), passages));
    }
    std::string search;
    for (const auto& one : free_texts(work, original, fields)) {
        search += to_utf8(domain::without_bars(to_utf16(one.text))) + "\n";
    }
    storage::set_shown(work.tx, answer, hidden.empty() ? std::nullopt : std::optional(written(fields)), search);
    for (const auto& mark : storage::all_marks_of(work.tx, answer)) {
        const auto text = text_in(fields, mark.passage.field);
        if (domain::check_passage(mark.passage, text)) continue;
        storage::move_mark(work.tx, mark.id, mark.passage,
                           to_utf8(domain::without_bars(std::u16string(domain::words_of(mark.passage, text)))));
    }
}

void follow_change(Work& work, AnswerId answer, const std::string& before) {
    const auto original = storage::lock_original(work.tx, answer).value();
    const auto marks = storage::all_marks_of(work.tx, answer);
    const auto redactions = storage::redactions_of(work.tx, answer);
    if (marks.empty() && redactions.empty()) return;
    // Sent again as it was: its search has the words below the bars in it anew.
    if (original.content == before) return show_with_bars(work, answer);
    const auto old_fields = fields_of(before), new_fields = fields_of(original.content);
    const auto follow = [&](const domain::Passage& passage, bool hides) {
        const auto from = text_in(old_fields, passage.field), to = text_in(new_fields, passage.field);
        if (domain::check_passage(passage, from)) return std::optional<domain::Passage>();
        return domain::carried({passage}, from, to, hides).front();
    };
    for (const auto& one : redactions) {
        const auto place = follow(one.passage, true);
        place ? storage::move_redaction(work.tx, one.id, *place) : storage::remove_redaction(work.tx, one.id);
    }
    for (const auto& one : marks) {
        const auto place = follow(one.passage, false);
        place ? storage::move_mark(work.tx, one.id, *place, "") : storage::remove_mark(work.tx, one.id);
    }
    show_with_bars(work, answer);
}

}  // namespace samrad::features
