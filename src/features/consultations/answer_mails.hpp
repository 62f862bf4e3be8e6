// What is mailed to who answers.
#pragma once

#include <string>

#include "domain/account/account.hpp"
#include "features/mail_texts.hpp"
#include "features/site.hpp"

namespace samrad::features {

// `link` is the answer's, a path of ours.
MailText receipt_mail(domain::Language language, const Site& site, const std::string& link);
// `link` is the one that makes the answer count.
MailText confirmation_mail(domain::Language language, const Site& site, const std::string& link);

}  // namespace samrad::features
