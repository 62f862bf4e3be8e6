#include "features/accounts/mailed_link.hpp"

#include "features/tokens.hpp"

namespace samrad::features {

storage::MailLink reach_link(Work& work, const std::string& token, storage::LinkPurpose purpose) {
    auto link = storage::lock_mail_link(work.tx, hash_token(token), purpose);
    if (!link) throw invalid("link.unknown", "token");
    if (link->used) throw conflict("link.used");
    if (link->expires <= work.now) throw conflict("link.expired");
    return *std::move(link);
}

}  // namespace samrad::features
