// Accounts and what others see of them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/problem.hpp"
#include "base/time.hpp"

namespace samrad::domain {

enum class Language { nb, en };

struct Account {
    AccountId id;
    std::string name;
    std::string email;
    Language language = Language::nb;
    bool confirmed = false;
};

// Which voice somebody speaks with: somebody with a standing in the party's own tree, in an affiliated organisation's,
// or neither. Groups are shown with every voice and never mixed in a count.
enum class Group { member, affiliate, participant };

// What others see of an account. An erased account has a name that stays and tells nobody (is_pseudonym).
struct Person {
    AccountId id;
    std::string name;
    Group group = Group::participant;
};

// One line of text as people mean it: 1 to `most` code points, not blank, and nothing in it that changes how the text
// around it is read (controls, line and paragraph separators, directions, invisible characters).
bool is_plain_line(std::string_view text, std::size_t most);

// Without spaces at both ends: keyboards on phones add one after a word.
std::string trimmed(std::string_view text);

// ASCII letters in lower case, all else as it is.
std::string lower_case(std::string_view text);

// The name of an erased account: "#17", in no language. Nobody can take such a name.
bool is_pseudonym(std::string_view name);
// A name as a reader is told it: of an erased account "Slettet konto 17" or "Erased account 17".
std::string told_name(const std::string& name, Language language);

// Names: a plain line of at most 100 code points, and no pseudonym. Code account.name_invalid.
std::optional<Problem> check_name(std::string_view name);
// Addresses: ASCII (a domain of other letters in its xn-- form), one @, something on both sides, a dot in the domain,
// nothing that means something in a mail's header or in SMTP, at most 254 bytes. The rest is for the confirmation mail
// to find out. Code account.email_invalid.
std::optional<Problem> check_email(std::string_view email);
// Whether two addresses are one: without regard to case.
bool same_email(std::string_view one, std::string_view other);
// Passwords: 10 to 200 code points, and not the name or the address itself. Code account.password_weak.
std::optional<Problem> check_password(std::string_view password, std::string_view name, std::string_view email);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::Language> = std::array<std::string_view, 2>{"nb", "en"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::Group> =
    std::array<std::string_view, 3>{"member", "affiliate", "participant"};
