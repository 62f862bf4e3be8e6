// What the plain pages say, in the reader's language.
#pragma once

#include <string>

#include "base/problem.hpp"
#include "domain/account/account.hpp"
#include "domain/consultation/consultation.hpp"

namespace samrad::features {

struct ReachedAnswer;

// A sentence for what is wrong with a field, or for a refusal of an answer as a whole.
std::string sentence_of(const Problem& problem, domain::Language language);

// What somebody consents to: what it is used for, until when it is kept, and that it can be taken back. Of an answer on
// paper: that it was given there.
std::string consent_text(const ReachedAnswer& reached, const std::string& organisation);
// What one consents to besides, where one's answer may be shown to others: under which name, too.
std::string publish_consent_text(const ReachedAnswer& reached);

}  // namespace samrad::features
