// From an id to an answer as its readers have it: with bars in place of what is redacted.
#pragma once

#include <map>
#include <string>

#include "domain/consultation/theme.hpp"
#include "domain/form/answer_check.hpp"
#include "features/body.hpp"
#include "features/reach_consultation.hpp"
#include "storage/reading.hpp"

namespace samrad::features {

struct ReadAnswer {
    storage::ReadingItem item;
    domain::Consultation consultation;
    domain::Scope scope;
};

// The answer, for who reads the answers to its consultation; throws as reach_answers does.
ReadAnswer reach_read_answer(Work& work, AnswerId answer);

// For an act on words that the asker was given when the author had changed the answer so often (`edits` of the body):
// conflict answer.changed where that was again since.
int read_edits(Body& body);
void require_unchanged(int edits, int now);
// Holds the answer as it is now until the commit; `edits` as above.
void hold_read_answer(Work& work, ReadAnswer& reached, int edits);

// The texts of an answer that a person wrote freely, by their field, in the order of the form.
std::vector<domain::FreeText> texts_of(Work& work, ConsultationId consultation, int revision,
                                       const std::string& content);
// The text of a field among them; Problem invalid passage.field_unknown (field "field") where there is none.
std::u16string text_of_field(const std::vector<domain::FreeText>& texts, const std::string& field);

// Who listens to what happens to the answers of a consultation.
live::Topic topic_of(ConsultationId consultation);

}  // namespace samrad::features
