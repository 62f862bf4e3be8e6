// What stood on the last page when somebody looked at it: nothing is sent that its sender has not seen, and nothing
// that another stored meanwhile is replaced untold.
#pragma once

#include <string>
#include <string_view>

#include "domain/form/fields.hpp"
#include "features/plain_page.hpp"

namespace samrad::features {

struct ReachedAnswer;

// A word for all that stands on the last page: what was answered, what is consented to, and who answers, field by
// field.
std::string state_of_review(const ReachedAnswer& reached);
// Whether who sends `about` saw what stands: `base` is the word of the page. Who says nothing of what was seen may send
// what nobody has sent yet, where nothing else is stored of who answers.
bool was_seen(const ReachedAnswer& reached, const domain::Fields& about, std::string_view base);
// Whether that page, of whose state `base` is the word, showed the answers and the consent as they are now.
bool saw_answers(const ReachedAnswer& reached, std::string_view base);

// Whether just this was sent already, by a second press perhaps: the answers as they stand, with `about` as it came.
bool is_sent_already(const ReachedAnswer& reached, const domain::Fields& about);
// Whether `about`, as it came from the page, is what stands.
bool stands(const ReachedAnswer& reached, const domain::Fields& about);

// `about` as it came, and where a field came as the page of `base` had shown it, what stands there by now: a page that
// is shown anew loses neither, and what was cleared stays cleared. What is ticked is ticked by who sends it alone.
domain::Fields with_stored(const ReachedAnswer& reached, domain::Fields about, std::string_view base);
// What stands stored otherwise than it came, to be shown beside it.
FieldList stored_otherwise(const ReachedAnswer& reached, const domain::Fields& about);

}  // namespace samrad::features
