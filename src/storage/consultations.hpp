// Consultations and the revisions of their forms. A form is kept as the JSON that the features write; nothing here
// reads it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/consultation.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

std::optional<domain::Consultation> find_consultation(Transaction& tx, ConsultationId consultation);
// The same, and its row is locked until the commit: its form and its times stay.
std::optional<domain::Consultation> lock_consultation(Transaction& tx, ConsultationId consultation);
// Of a process, newest first.
std::vector<domain::Consultation> consultations_of(Transaction& tx, ProcessId process);

ConsultationId add_consultation(Transaction& tx, ProcessId process, const domain::ConsultationRules& rules,
                                AccountId author);
void change_consultation(Transaction& tx, ConsultationId consultation, const domain::ConsultationRules& rules);
void publish_consultation(Transaction& tx, ConsultationId consultation);

// A revision's definition; nothing where there is none of that number.
std::optional<std::string> find_form(Transaction& tx, ConsultationId consultation, int revision);
// Stores the definition as that revision, in place of one of the same number, and makes it the newest.
void store_form(Transaction& tx, ConsultationId consultation, int revision, const std::string& definition,
                AccountId author);

// How often that revision was stored; 0 where there is none.
int form_edits(Transaction& tx, ConsultationId consultation, int revision);
// The revisions, newest first, each with how many submitted answers were given to it.
struct FormRevision {
    int number = 0;
    Time at;
    std::string author;
    int answers = 0;
};
std::vector<FormRevision> form_revisions_of(Transaction& tx, ConsultationId consultation);
// Of the processes of a unit, newest first, at most 100.
std::vector<domain::Consultation> consultations_of_unit(Transaction& tx, UnitId unit);

// How many answers there are of each state; drafts are not counted.
struct AnswerCounts {
    int submitted = 0;
    int held = 0;
};
AnswerCounts count_answers(Transaction& tx, ConsultationId consultation);
// Whether anybody has begun to answer, so that a question's meaning must stay.
bool has_answers(Transaction& tx, ConsultationId consultation);

// Codes that were handed out; hashes of 32 raw bytes.
void add_code(Transaction& tx, ConsultationId consultation, const std::string& code_hash);
// Whether there is such a code. Until the commit whoever else asks of the same one waits.
bool hold_code(Transaction& tx, ConsultationId consultation, const std::string& code_hash);
// Whether an answer was sent with it that counts, or may come to count.
bool code_is_used(Transaction& tx, ConsultationId consultation, const std::string& code_hash);

}  // namespace samrad::storage
