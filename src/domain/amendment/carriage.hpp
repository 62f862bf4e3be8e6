// What becomes of an open amendment when the text gets a new version.
#pragma once

#include <array>
#include <string_view>

#include "base/names.hpp"
#include "domain/text/change.hpp"

namespace samrad::domain {

enum class Carriage {
    clean,          // rebased: it says the same on the new version
    needs_sponsor,  // somebody else changed its clauses: its sponsor has to say what is meant now
    moot,           // what it wants is done already, or its passage is gone
};

struct Rebased {
    Carriage state;
    Change change;  // against the new version where clean; else the empty change of it
    bool operator==(const Rebased&) const = default;
};

// `amendment` on the text that `step` makes; both are changes of `before`. `correction` says that the step mends errors
// of typing and changes no meaning: then an amendment is always carried, and where both touch the same words the
// amendment's own stand.
Rebased carry_amendment(std::u16string_view before, const Change& amendment, const Change& step, bool correction);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::Carriage> =
    std::array<std::string_view, 3>{"clean", "needs_sponsor", "moot"};
