#include "features/read_answer.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "features/form_json.hpp"
#include "storage/consultations.hpp"

namespace samrad::features {

ReadAnswer reach_read_answer(Work& work, AnswerId answer) {
    const auto found = storage::find_answer(work.tx, answer);
    if (!found) throw missing();
    auto [consultation, scope] = reach_answers(work, found->consultation);
    auto item = storage::find_reading(work.tx, answer, work.actor.account);
    if (!item) throw missing();
    return {*std::move(item), std::move(consultation), scope};
}

int read_edits(Body& body) { return int(body.number("edits", 0, INT32_MAX)); }

void require_unchanged(int edits, int now) {
    if (edits != now) throw conflict("answer.changed");
}

void hold_read_answer(Work& work, ReadAnswer& reached, int edits) {
    storage::hold_answer(work.tx, reached.item.id);
    auto item = storage::find_reading(work.tx, reached.item.id, work.actor.account);
    if (!item) throw missing();
    require_unchanged(edits, item->edits);
    reached.item = *std::move(item);
}

std::vector<domain::FreeText> texts_of(Work& work, ConsultationId consultation, int revision,
                                       const std::string& content) {
    const auto form = form_of(storage::find_form(work.tx, consultation, revision).value());
    return domain::free_texts(form, fields_of(content));
}

std::u16string text_of_field(const std::vector<domain::FreeText>& texts, const std::string& field) {
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const domain::FreeText& one) { return one.field == field; });
    if (found == texts.end()) throw invalid("passage.field_unknown", "field");
    return to_utf16(found->text);
}

live::Topic topic_of(ConsultationId consultation) { return "consultation:" + std::to_string(consultation.value); }

}  // namespace samrad::features
