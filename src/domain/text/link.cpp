#include "domain/text/link.hpp"

#include <algorithm>
#include <array>

namespace samrad::domain {

bool is_harmless_link(std::string_view href) {
    constexpr std::array<std::string_view, 4> harmless{"http", "https", "mailto", "tel"};
    const auto end = href.find_first_of(":/?#");
    if (end == std::string_view::npos || href[end] != ':') return true;  // relative: there is no scheme
    const auto scheme = href.substr(0, end);
    return std::any_of(harmless.begin(), harmless.end(), [&](std::string_view known) {
        return std::equal(scheme.begin(), scheme.end(), known.begin(), known.end(),
                          [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a - 'A' + 'a') : a) == b; });
    });
}

}  // namespace samrad::domain
