// What a plain HTML form sends.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "http/request.hpp"

namespace samrad::features {

using FormFields = std::map<std::string, std::vector<std::string>, std::less<>>;

// A file that came with a form. One that was not chosen is none.
struct FormFile {
    std::string field;
    std::string name;        // as its sender calls it: not to be believed
    std::string_view bytes;  // in the request's body
};

struct SentForm {
    FormFields fields;
    std::vector<FormFile> files;
};

// Reads application/x-www-form-urlencoded: names to their texts in the order they came, line ends as \n. Malformed
// escapes, what is not UTF-8 and NUL: Problem of Kind::malformed (request.not_text). More than 2,000 fields:
// Kind::too_large (request.too_many_fields).
FormFields read_form_body(std::string_view body);

// The same of a request by its content type; multipart/form-data (RFC 7578) as browsers write it and in no other way:
// what else could be read in two ways is Kind::malformed (request.not_multipart).
SentForm read_sent_form(const http::Request& request);

// Puts what a person typed into the facts of a problem ("written", once for each text), so that its page gives it back,
// and the page's language. Which fields are typed in the page itself says, by its hidden fields "typed": what was
// chosen and what the page put in is not given back.
void give_back(const FormFields& sent, Problem& problem);

}  // namespace samrad::features
