// Whose an answer on paper is, where it is a body's: a unit's, or that of an organisation that was sent the
// consultation.
#pragma once

#include "features/consultations/reached_answer.hpp"
#include "features/plain_page.hpp"

namespace samrad::features {

// The units that may read the process and the organisations that were sent the consultation, to choose from: "unit:5",
// "consultee:9". None once the answer has been sent: whose it is stays.
void put_paper_bodies(Fields& fields, Work& work, const ReachedAnswer& reached);

// Puts the chosen body into the answer, which is its one answer then. Nothing chosen: nothing is put in.
//   answer.body_unknown   (of)  not one of those
//   answer.body_answered  (of)  it has answered, or begun to
//   answer.one_body       (of)  and a name of an organisation was written as well
std::optional<Problem> put_paper_body(Work& work, const ReachedAnswer& reached, storage::Answer& answer);

}  // namespace samrad::features
