#include "features/form_body.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace samrad::features {

namespace {

[[noreturn]] void not_text() { throw Problem{Kind::malformed, "request.not_text", {}, {}, 0}; }

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    not_text();
}

std::string decoded(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i] == '+' ? ' ' : text[i];
        if (text[i] == '%') {
            if (i + 2 >= text.size()) not_text();
            c = char(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        }
        if (c == '\0') not_text();
        if (c != '\r') plain.push_back(c);  // forms end lines with CR LF
    }
    if (!is_utf8(plain)) not_text();
    return plain;
}

}  // namespace

FormFields read_form_body(std::string_view body) {
    FormFields fields;
    std::size_t count = 0;
    while (!body.empty()) {
        const auto end = std::min(body.find('&'), body.size());
        const auto pair = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (pair.empty()) continue;
        if (++count > 2000) throw Problem{Kind::too_large, "request.too_many_fields", {}, {}, 0};
        const auto equals = std::min(pair.find('='), pair.size());
        fields[decoded(pair.substr(0, equals))].push_back(decoded(pair.substr(std::min(equals + 1, pair.size()))));
    }
    return fields;
}

void give_back(const FormFields& sent, Problem& problem) {
    const auto texts_of = [&](const std::string& name) {
        const auto found = sent.find(name);
        return found == sent.end() ? std::vector<std::string>{} : found->second;
    };
    for (const auto& name : texts_of("typed")) {
        for (const auto& text : texts_of(name)) {
            if (!text.empty()) problem.facts.emplace_back("written", text);
        }
    }
    for (const auto& language : texts_of("language")) problem.facts.emplace_back("language", language);
}

}  // namespace samrad::features
