// Whose voice an answer has, in the words of pages and papers.
#pragma once

#include <string>

#include "domain/account/account.hpp"
#include "domain/consultation/consultation.hpp"

namespace samrad::features {

// "Lag i partiet", "Allmennheten".
std::string voice_word(domain::Voice voice, domain::Language language);

}  // namespace samrad::features
