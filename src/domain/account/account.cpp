#include "domain/account/account.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace samrad::domain {

namespace {

// Characters that change how the text around them is read, or that are there without being seen: controls, soft hyphen,
// joiners and fillers, line separators, directions, zero widths, annotations, and (as a high surrogate) tags.
bool is_treacherous(char16_t unit) {
    return unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || unit == 0xAD || unit == 0x034F || unit == 0x061C ||
           (unit >= 0x115F && unit <= 0x1160) || unit == 0x180E || (unit >= 0x200B && unit <= 0x200F) ||
           (unit >= 0x2028 && unit <= 0x202E) || (unit >= 0x2060 && unit <= 0x206F) || unit == 0x2800 ||
           unit == 0x3164 || unit == 0xFEFF || unit == 0xFFA0 || (unit >= 0xFFF9 && unit <= 0xFFFC) || unit == 0xDB40;
}

bool is_blank(char16_t unit) {
    return unit == u' ' || unit == 0xA0 || unit == 0x1680 || (unit >= 0x2000 && unit <= 0x200A) || unit == 0x202F ||
           unit == 0x205F || unit == 0x3000;
}

}  // namespace

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    }
    return out;
}

bool is_plain_line(std::string_view text, std::size_t most) {
    if (!is_utf8(text)) return false;
    const auto length = code_points(text);
    const auto units = to_utf16(text);
    return length >= 1 && length <= most && std::none_of(units.begin(), units.end(), is_treacherous) &&
           !std::all_of(units.begin(), units.end(), is_blank);
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

bool is_pseudonym(std::string_view name) {
    return name.size() > 1 && name[0] == '#' &&
           std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string told_name(const std::string& name, Language language) {
    if (!is_pseudonym(name)) return name;
    return (language == Language::en ? "Erased account " : "Slettet konto ") + name.substr(1);
}

std::optional<Problem> check_name(std::string_view name) {
    if (is_plain_line(name, 100) && !is_pseudonym(name)) return std::nullopt;
    return invalid("account.name_invalid", "name");
}

std::optional<Problem> check_email(std::string_view email) {
    const auto at = email.find('@');
    const auto bad = [](unsigned char c) {
        return c <= ' ' || c >= 0x7F || std::string_view("<>,;:\"\\()[]").find(char(c)) != std::string_view::npos;
    };
    const bool good = email.size() <= 254 && at != std::string_view::npos && at > 0 &&
                      email.find('@', at + 1) == std::string_view::npos &&
                      email.find('.', at + 2) != std::string_view::npos && email.back() != '.' &&
                      email.find("..", at) == std::string_view::npos && email[at + 1] != '-' && email.front() != '-' &&
                      std::none_of(email.begin(), email.end(), bad);
    if (good) return std::nullopt;
    return invalid("account.email_invalid", "email");
}

bool same_email(std::string_view one, std::string_view other) { return lower_case(one) == lower_case(other); }

std::optional<Problem> check_password(std::string_view password, std::string_view name, std::string_view email) {
    const auto length = code_points(password);
    if (is_utf8(password) && length >= 10 && length <= 200 && lower_case(password) != lower_case(name) &&
        lower_case(password) != lower_case(email)) {
        return std::nullopt;
    }
    Problem problem = invalid("account.password_weak", "password");
    problem.facts = {{"least", "10"}, {"most", "200"}};
    return problem;
}

}  // namespace samrad::domain
