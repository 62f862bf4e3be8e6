// Two sides of a text taken together, for tests.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "domain/text/merge.hpp"

namespace samrad::tests {

// Merged either way, which has to be the same text; "" where the sides collide, either way.
inline std::u16string merged(std::u16string_view base, std::u16string_view a, std::u16string_view b) {
    const auto one = domain::merge(base, a, b);
    const auto other = domain::merge(base, b, a);
    CHECK(one.open.size() == other.open.size());
    if (!one.open.empty()) return u"";
    CHECK(domain::text_of(one.woven, base) == domain::text_of(other.woven, base));
    return domain::text_of(one.woven, base);
}

}  // namespace samrad::tests
