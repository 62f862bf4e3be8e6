// Supporters and co-sponsors: the backing of amendment_actions.hpp.
#include <boost/json.hpp>

#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "features/json.hpp"
#include "storage/amendments.hpp"

namespace samrad::features {

using domain::Act;

namespace {

ReachedAmendment reach_pending(Work& work) {
    auto reached = reach_amendment(work, Act::amend, true);
    Body(work.request).done();
    if (!domain::is_pending(reached.amendment)) throw conflict("amendment.not_pending");
    return reached;
}

http::Reply reply_support(domain::Amendment amendment, int supports) {
    amendment.supports = supports;
    return reply_json({{"supports", supports}, {"supporters_missing", domain::supporters_missing(amendment)}});
}

}  // namespace

http::Reply support_amendment(Work& work) {
    const auto [amendment, at] = reach_pending(work);
    if (amendment.sponsor.id == work.actor.account) throw forbidden("amendment.own");
    const int supports = storage::support_amendment(work.tx, amendment.id, work.actor.account);
    if (supports != amendment.supports) tell_amendment(work, amendment);
    return reply_support(amendment, supports);
}

http::Reply withdraw_amendment_support(Work& work) {
    const auto [amendment, at] = reach_pending(work);
    const int supports = storage::withdraw_amendment_support(work.tx, amendment.id, work.actor.account);
    if (supports != amendment.supports) tell_amendment(work, amendment);
    return reply_support(amendment, supports);
}

http::Reply join_sponsors(Work& work, Texts& texts) {
    const auto [amendment, at] = reach_pending(work);
    if (amendment.sponsor.id == work.actor.account) throw forbidden("amendment.own");
    storage::join_sponsors(work.tx, amendment.id, work.actor.account);
    tell_amendment(work, amendment);
    return reply_amendment(work, amendment.id, texts);
}

http::Reply leave_sponsors(Work& work, Texts& texts) {
    const auto [amendment, at] = reach_pending(work);
    storage::leave_sponsors(work.tx, amendment.id, work.actor.account);
    tell_amendment(work, amendment);
    return reply_amendment(work, amendment.id, texts);
}

}  // namespace samrad::features
