#include "features/units/invitation_actions.hpp"

#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/mail_texts.hpp"
#include "features/me.hpp"
#include "features/tokens.hpp"
#include "features/tries.hpp"
#include "features/units/reach_unit.hpp"
#include "features/units/unit_json.hpp"
#include "features/use_invitation.hpp"
#include "storage/accounts.hpp"
#include "storage/invitations.hpp"
#include "storage/outbox.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

constexpr auto invitation_lifetime = std::chrono::days(14);

std::string token_of(const Work& work) { return work.request.arguments.at("token"); }

}  // namespace

http::Reply invite(Work& work, const Site& site) {
    const auto unit = reach_administered_unit(work, work.id<UnitId>("unit"));
    Body body(work.request);
    domain::Invitation invitation;
    invitation.unit = unit.id;
    invitation.email = domain::trimmed(body.text("email", 0, 1000));
    invitation.role = body.name<domain::Role>("role");
    const auto language = body.maybe_name<domain::Language>("language").value_or(work.actor.language);
    body.done();
    require(domain::check_email(invitation.email));
    work.limits.take("invite:" + std::to_string(work.actor.account.value), 10, 100);

    const std::string token = new_token();
    invitation.expires = work.now + invitation_lifetime;
    invitation.id = storage::add_invitation(work.tx, invitation, work.actor.account, hash_token(token));
    const auto mail = invitation_mail(language, site, token, unit.name, invitation.role);
    storage::add_mail(work.tx, invitation.email, mail.subject, mail.body);
    work.record("invite", "invitation:" + std::to_string(invitation.id.value),
                "unit:" + std::to_string(unit.id.value) + " role:" + std::string(name_of(invitation.role)));
    return reply_json(invitation_json(invitation), 201);
}

http::Reply show_invitation(Work& work) {
    limit_sender(work, "invitation", 30, 60);
    const auto invitation = reach_invitation(work, token_of(work));
    require(domain::refuse_invitation(invitation, invitation.email, work.now));
    const auto unit = reach_unit(work, invitation.unit);
    return reply_json({{"unit", json::object{{"id", unit.id.value}, {"name", unit.name}}},
                       {"role", name_of(invitation.role)},
                       {"email", invitation.email}});
}

http::Reply accept_invitation(Work& work, const Site& site) {
    work.require_sign_in();
    Body(work.request).done();
    const auto account = storage::find_account(work.tx, work.actor.account);
    const auto invitation = storage::lock_invitation(work.tx, reach_invitation(work, token_of(work)).id);
    if (!account || !account->confirmed || !invitation) throw missing("invitation.unknown");
    require(domain::refuse_invitation(*invitation, account->email, work.now));
    use_invitation(work, *invitation, account->id);
    return reply_json(me_json(work.tx, account->id, work.request, site));
}

}  // namespace samrad::features
