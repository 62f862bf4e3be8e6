// Single-use links that were mailed.
#pragma once

#include <string>

#include "features/perform.hpp"
#include "storage/mail_links.hpp"

namespace samrad::features {

// The link of a token, locked until the commit and good to use. Throws link.unknown (field "token"), link.used and
// link.expired (Kind::conflict).
storage::MailLink reach_link(Work& work, const std::string& token, storage::LinkPurpose purpose);

}  // namespace samrad::features
