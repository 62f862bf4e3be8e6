// What a plain HTML form sends.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace samrad::features {

using FormFields = std::map<std::string, std::vector<std::string>, std::less<>>;

// Reads application/x-www-form-urlencoded: names to their texts in the order they came, line ends as \n. Malformed
// escapes, what is not UTF-8 and NUL: Problem of Kind::malformed (request.not_text). More than 2,000 fields:
// Kind::too_large (request.too_many_fields).
FormFields read_form_body(std::string_view body);

}  // namespace samrad::features
