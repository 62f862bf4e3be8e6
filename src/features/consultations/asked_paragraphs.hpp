// The paragraphs of the document that a form asks whether one agrees with, as they are shown beside the question.
#pragma once

#include "features/consultations/reached_answer.hpp"
#include "features/plain_page.hpp"
#include "features/texts.hpp"

namespace samrad::features {

// Puts them into `reached`, as they stand in the version that the consultation is about. Whoever may not read the
// process is shown none, though they have the answer's link.
void put_paragraphs(Work& work, ReachedAnswer& reached, Texts& texts);

// As a question shows it: the text, its lines, the document. Nothing where the question has none.
void put_paragraph(Fields& fields, const ReachedAnswer& reached, const domain::Question& question);

}  // namespace samrad::features
