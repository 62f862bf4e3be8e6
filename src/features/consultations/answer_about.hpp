// What is asked of who answers, beside the form: a name, an address, the body and its meeting, what may be done with
// it.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "domain/form/fields.hpp"
#include "features/form_body.hpp"
#include "features/perform.hpp"
#include "storage/answers.hpp"

namespace samrad::features {

struct ReachedAnswer;

// While they are written these stand beside the form's own fields, with a # in front, which no question's key has:
// "#name", "#email", "#organisation", "#meeting", "#in_favour", "#against", "#abstaining", "#sponsors", "#voice",
// "#publish", "#outcome", "#of" (whose an answer on paper is, see paper_body.hpp). Taken out of what was typed:
domain::Fields take_about(domain::Fields& typed);

// The plain names ("name", "email", …).
const std::vector<std::string>& about_names();

// What a form sent of them, in place of all that was there.
domain::Fields read_about(const FormFields& sent);

// What stands with the answer.
domain::Fields about_of(const storage::Answer& answer);
// As it is to be shown: what is being written, else what stands with the answer.
domain::Fields shown_about(const ReachedAnswer& reached);
// Those of the plain names for which the last page has fields, given who answers.
std::vector<std::string> asked_about(const ReachedAnswer& reached);

// Puts it into the answer, checked; what is wrong is named by the plain names.
//   answer.name_required, account.name_invalid (name)
//   account.email_invalid, answer.email_required where the outcome is to be told and there is nowhere to (email)
//   and those of domain::read_body
std::vector<Problem> put_about(const domain::Fields& about, const ReachedAnswer& reached, storage::Answer& answer);

// The one text of a field of a form, without spaces at the ends; "" where there is none.
std::string typed_in(const FormFields& sent, std::string_view name);

}  // namespace samrad::features
