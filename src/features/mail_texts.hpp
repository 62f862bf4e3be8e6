// What we write to people by mail, in their language.
#pragma once

#include <string>
#include <string_view>

#include "domain/account/account.hpp"
#include "domain/unit/unit.hpp"
#include "features/site.hpp"

namespace samrad::features {

// Plain text in UTF-8 with \n, lines not wrapped. Never with a text that a stranger could choose: whoever types the
// address of somebody else into our forms must not be able to write to them.
struct MailText {
    std::string subject;
    std::string body;
};

// `token` is what the link carries.
MailText confirm_mail(domain::Language language, const Site& site, std::string_view token);
MailText reset_mail(domain::Language language, const Site& site, std::string_view token);
// Somebody signed up with an address that has an account. `invitation` is the token that came along, or "".
MailText account_exists_mail(domain::Language language, const Site& site, std::string_view invitation);
MailText password_changed_mail(domain::Language language, const Site& site);
MailText invitation_mail(domain::Language language, const Site& site, std::string_view token,
                         std::string_view unit_name, domain::Role role);
// To a body that is asked to answer a consultation, for the first time or once more. `closes` is a date for people.
struct HearingMail {
    std::string_view token;
    std::string_view consultee;     // the body's name
    std::string_view consultation;  // its title
    std::string_view closes;
    bool reminds = false;
};
MailText hearing_mail(domain::Language language, const Site& site, const HearingMail& hearing);

}  // namespace samrad::features
