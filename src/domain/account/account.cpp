#include "domain/account/account.hpp"

#include <algorithm>
#include <cctype>

#include "base/utf8.hpp"

namespace samrad::domain {

namespace {

// Characters that change how the text around them is read: controls, line separators, directions, zero widths.
bool is_treacherous(char16_t unit) {
    return unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || (unit >= 0x200B && unit <= 0x200F) ||
           (unit >= 0x2028 && unit <= 0x202E) || (unit >= 0x2060 && unit <= 0x2069) || unit == 0xFEFF || unit == 0x061C;
}

bool is_blank(char16_t unit) { return unit == u' ' || unit == 0xA0 || unit == 0x3000 || unit == u'\t'; }

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return out;
}

}  // namespace

std::optional<Problem> check_name(std::string_view name) {
    const auto units = to_utf16(name);
    const bool good = is_utf8(name) && code_points(name) >= 1 && code_points(name) <= 100 &&
                      std::none_of(units.begin(), units.end(), is_treacherous) &&
                      !std::all_of(units.begin(), units.end(), is_blank);
    if (good) return std::nullopt;
    return invalid("account.name_invalid", "name");
}

std::optional<Problem> check_email(std::string_view email) {
    const auto at = email.find('@');
    const auto bad = [](unsigned char c) {
        return c <= ' ' || c == 0x7F || c == '<' || c == '>' || c == ',' || c == '"';
    };
    const bool good = is_utf8(email) && email.size() <= 254 && at != std::string_view::npos && at > 0 &&
                      email.find('@', at + 1) == std::string_view::npos &&
                      email.find('.', at + 2) != std::string_view::npos && email.back() != '.' &&
                      std::none_of(email.begin(), email.end(), bad);
    if (good) return std::nullopt;
    return invalid("account.email_invalid", "email");
}

std::optional<Problem> check_password(std::string_view password, std::string_view name, std::string_view email) {
    const auto length = code_points(password);
    if (is_utf8(password) && length >= 10 && length <= 200 && lower(password) != lower(name) &&
        lower(password) != lower(email)) {
        return std::nullopt;
    }
    Problem problem = invalid("account.password_weak", "password");
    problem.facts = {{"least", "10"}, {"most", "200"}};
    return problem;
}

}  // namespace samrad::domain
