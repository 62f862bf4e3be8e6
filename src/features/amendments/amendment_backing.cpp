// Supporters, co-sponsors, and what a sponsor answers: the backing of amendment_actions.hpp.
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

int add_support(Work& work, AmendmentId id) {
    return storage::support_amendment(work.tx, id, work.actor.account,
                                      domain::group_of(work.actor) == domain::Group::member,
                                      domain::units_of(work.actor));
}

http::Reply reply_support(Work& work, AmendmentId id, int supports) {
    const auto amendment = storage::find_amendment(work.tx, id);
    return reply_json({{"supports", supports},
                       {"supporters_missing", domain::supporters_missing(*amendment)},
                       {"supporter_units_missing", domain::supporter_units_missing(*amendment)}});
}

}  // namespace

http::Reply support_amendment(Work& work) {
    const auto [amendment, at] = reach_pending(work);
    if (acts_as_sponsor(work, amendment)) throw forbidden("amendment.own");
    const int supports = add_support(work, amendment.id);
    if (supports != amendment.supports) tell_amendment(work, amendment);
    return reply_support(work, amendment.id, supports);
}

http::Reply withdraw_amendment_support(Work& work) {
    const auto [amendment, at] = reach_amendment(work, Act::read, true);
    work.require_sign_in();
    Body(work.request).done();
    if (!domain::is_pending(amendment)) throw conflict("amendment.not_pending");
    // Who supported other words than those of now leaves it at that in any stage: nobody's count changes by it.
    const bool fell = !storage::supports_that_fell(work.tx, work.actor.account, {amendment.id}).empty();
    if (!fell) require(domain::refuse(work.actor, Act::amend, at.scope));
    const int supports = storage::withdraw_amendment_support(work.tx, amendment.id, work.actor.account);
    if (supports != amendment.supports) tell_amendment(work, amendment);
    return reply_support(work, amendment.id, supports);
}

http::Reply join_sponsors(Work& work, Texts& texts) {
    const auto [amendment, at] = reach_pending(work);
    if (acts_as_sponsor(work, amendment)) throw forbidden("amendment.own");
    storage::join_sponsors(work.tx, amendment.id, work.actor.account);
    // Who joins has read the wording and stands behind it: that is a support too, given once.
    add_support(work, amendment.id);
    tell_amendment(work, amendment);
    return reply_amendment(work, amendment.id, texts);
}

http::Reply leave_sponsors(Work& work, Texts& texts) {
    const auto [amendment, at] = reach_pending(work);
    storage::leave_sponsors(work.tx, amendment.id, work.actor.account);
    tell_amendment(work, amendment);
    return reply_amendment(work, amendment.id, texts);
}

http::Reply answer_carriage(Work& work, Texts& texts) {
    auto [amendment, at] = reach_amendment(work, Act::read, true);
    work.require_sign_in();
    require_sponsor(work, amendment);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto answer = body.name<domain::CarriedAnswer>("answer");
    body.done();
    if (version != at.document.head) throw conflict("version.stale_base");
    require(domain::refuse_answer(amendment));
    if (is_voted_on(work, amendment)) throw conflict("voting.holds");
    amendment.answer = answer;
    // What does not say what its sponsor meant waits for the words that do, and nobody takes it meanwhile.
    const bool objects = answer == domain::CarriedAnswer::objected;
    if (objects) {
        amendment.carried = domain::Carriage::needs_sponsor;
        amendment.now_change.clear();
    }
    storage::move_amendments(work.tx, {amendment});
    if (objects) ask_those_amending(work, amendment);
    work.record(objects ? "object" : "confirm", "amendment:" + std::to_string(amendment.id.value));
    tell_amendment(work, amendment);
    return reply_amendment(work, amendment.id, texts);
}

http::Reply join_amendment(Work& work, Texts& texts) {
    auto [amendment, at] = reach_amendment(work, Act::amend, true);
    require_sponsor(work, amendment);
    Body body(work.request);
    const auto into = storage::find_amendment(work.tx, AmendmentId{body.number("amendment", 1, INT64_MAX)});
    // One of another document, somebody's draft and none at all are answered alike.
    if (!into || into->document != amendment.document || into->state == domain::AmendmentState::draft) {
        body.refuse("input.not_a_choice", "amendment");
    }
    body.done();
    require(domain::refuse_joining(amendment, *into));
    if (is_voted_on(work, amendment) || is_voted_on(work, *into)) throw conflict("voting.holds");
    const auto with_it = storage::amending(work.tx, amendment.id);
    for (const auto& one : with_it) {
        if (domain::is_pending(one) && is_voted_on(work, one)) throw conflict("voting.holds");
    }
    storage::withdraw(work.tx, amendment.id);
    storage::join_amendments(work.tx, amendment, into->id, work.actor.account, into->sponsor.id);
    work.record("join", "amendment:" + std::to_string(amendment.id.value), std::to_string(into->id.value));
    tell_amendment(work, amendment);
    for (const auto& one : with_it) tell_amendment(work, one);
    tell_amendment(work, *into);
    return reply_amendment(work, amendment.id, texts);
}

}  // namespace samrad::features
