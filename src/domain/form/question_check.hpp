// What is right in each kind of question. A part of answer_check.hpp.
#pragma once

#include "domain/form/checked_fields.hpp"

namespace samrad::domain {

// Checks what stands in the fields of one question that is shown.
void check_question(const Question& question, CheckedFields& fields);

}  // namespace samrad::domain
