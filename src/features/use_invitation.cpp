#include "features/use_invitation.hpp"

#include "features/tokens.hpp"
#include "storage/invitations.hpp"
#include "storage/standings.hpp"

namespace samrad::features {

domain::Invitation reach_invitation(Work& work, const std::string& token) {
    auto invitation = storage::find_invitation(work.tx, hash_token(token));
    if (!invitation) throw missing("invitation.unknown");
    return *std::move(invitation);
}

void use_invitation(Work& work, const domain::Invitation& invitation, AccountId account) {
    storage::use_invitation(work.tx, invitation.id, account);
    work.record("accept", "invitation:" + std::to_string(invitation.id.value),
                "account:" + std::to_string(account.value));
    if (storage::has_standing(work.tx, account, invitation.unit, invitation.role)) return;
    storage::add_standing(work.tx, account, invitation.unit, invitation.role, work.now, std::nullopt, AccountId{});
    work.tell("account:" + std::to_string(account.value), "account", account.value);
}

}  // namespace samrad::features
