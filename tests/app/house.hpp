// A party with every route of the server, and things in it that some may see and others may not.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/route_tables.hpp"
#include "support/party.hpp"

namespace samrad::testing {

// ---- Who asks -------------------------------------------------------------------------------------------------------

enum Role { nobody, participant, stranger, member, moderator, editor, administrator };
inline constexpr const char* role_names[] = {
    "nobody", "participant", "administrator of another organisation", "member", "moderator", "editor", "administrator"};
inline constexpr Role roles[] = {nobody, participant, stranger, member, moderator, editor, administrator};

// ---- What they ask about --------------------------------------------------------------------------------------------

// A process with all that is in it. Everything in it has the canary in its words.
struct Place {
    const char* name;
    const char* audience;
    const char* kind;  // of the present stage
    const char* canary;
    bool seen_by(Role role) const {
        if (role >= moderator) return true;
        if (std::string_view(kind) == "preparing") return false;
        return std::string_view(audience) == "public" || role == member;
    }
};
inline constexpr Place places[] = {{"public", "public", "amending", "KANARIopen"},
                                   {"members'", "members", "discussing", "KANARIinside"},
                                   {"named units'", "units", "discussing", "KANARIbranch"},
                                   {"preparing", "public", "preparing", "KANARIdraft"}};

// A comment that was hidden: nobody reads it but moderators and its author, who does not ask here.
inline constexpr const char* hidden_canary = "KANARIhidden";

using Things = std::map<std::string, std::string>;  // by the names that paths give them

struct House : Party {
    House();
    Browser as(Role role);
    Things things_of(const Place& place);
    // All that people have made, as one number.
    std::string fingerprint();
    // A text with the names of things in it ("{document}", UNIT, PERSON), with those of `things` in their place.
    std::string filled(std::string text, const Things& things) const;

    features::Passwords passwords{features::Passwords::cheap()};
    features::PageTemplates templates{SAMRAD_SOURCE_DIR "/frontend"};
    features::PageCache pages;
    AccountId chief;
};

}  // namespace samrad::testing
