// Questions and answers as what templates are filled with.
#pragma once

#include <vector>

#include "features/consultations/reached_answer.hpp"
#include "features/plain_page.hpp"

namespace samrad::features {

// The questions of a section with what was typed and what is wrong with it. Those that are not asked now, but may be
// after an answer on this very page, are there too, with a word that says so: a browser without script cannot show them
// later.
FieldList question_fields(const ReachedAnswer& reached, const domain::Section& section,
                          const std::vector<Problem>& problems, domain::Language language);

// Everything that was answered, a question with its answer in words each, and whether the words are one's own.
FieldList answered_fields(const ReachedAnswer& reached, const domain::Fields& fields);

// What was typed and will not be sent, since it is not asked any more (domain::passed_over).
FieldList left_out_fields(const ReachedAnswer& reached);

}  // namespace samrad::features
