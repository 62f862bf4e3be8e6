// The writing half of amendment_actions.hpp: from a draft to a number.
#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/amendment_news.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "features/process_news.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/units.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;
using domain::AmendmentState;

namespace {

void limit_writing(Work& work) { work.limits.take("amendment:" + std::to_string(work.actor.account.value), 30, 15); }

}  // namespace

http::Reply draft_amendment(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::amend);
    limit_writing(work);
    Body body(work.request);
    auto amendment = read_amendment(work, body, at, texts);
    const auto answered = read_answered(work, body, at);
    body.done();
    carry_on(work, *storage::lock_document(work.tx, at.document.id), amendment, texts);
    const auto id = storage::add_amendment(work.tx, amendment);
    storage::answer_comments(work.tx, id, answered);
    return reply_amendment(work, id, texts, 201);
}

http::Reply change_amendment(Work& work, Texts& texts) {
    const auto seen = reach_amendment(work, Act::amend);
    require_sponsor(work, seen.amendment);
    limit_writing(work);
    Body body(work.request);
    auto amendment = read_amendment(work, body, seen.at, texts);
    const auto answered = read_answered(work, body, seen.at);
    body.done();
    const auto [before, at] = reach_amendment(work, Act::amend, true);
    carry_on(work, at.document, amendment, texts);
    if (before.state != AmendmentState::draft) throw conflict("amendment.not_draft");
    amendment.id = before.id;
    storage::change_draft(work.tx, amendment);
    storage::answer_comments(work.tx, amendment.id, answered);
    return reply_amendment(work, amendment.id, texts);
}

http::Reply discard_amendment(Work& work) {
    const auto [amendment, at] = reach_amendment(work, Act::read, true);
    work.require_sign_in();
    require_sponsor(work, amendment);
    Body(work.request).done();
    if (amendment.state != AmendmentState::draft) throw conflict("amendment.not_draft");
    storage::discard_draft(work.tx, amendment.id);
    return http::Reply::nothing();
}

std::optional<Problem> refuse_submitting(Work& work, const ReachedDocument& at, const domain::Amendment& amendment) {
    const int pending = storage::count_pending_of(work.tx, at.document.id, amendment.sponsor.id);
    return domain::refuse_submission(amendment, at.process.amendments, pending, work.now);
}

void submit_draft(Work& work, const ReachedDocument& at, domain::Amendment& amendment) {
    require(refuse_submitting(work, at, amendment));
    if (amendment.amends) require(domain::refuse_amending(*storage::find_amendment(work.tx, *amendment.amends)));
    if (amendment.carried != domain::Carriage::clean) throw conflict("amendment.text_changed");
    amendment.number = storage::submit(work.tx, amendment);
    amendment.state = AmendmentState::submitted;
    tell_amendment(work, amendment);
    if (amendment.amends) tell_amendment(work, *storage::find_amendment(work.tx, *amendment.amends));
}

http::Reply submit_amendment(Work& work, Texts& texts) {
    auto [amendment, at] = reach_amendment(work, Act::amend, true);
    require_sponsor(work, amendment);
    if (amendment.sponsor_unit) {  // who wrote it may have ceased to speak for the unit
        require(domain::refuse_speaking(work.actor, storage::find_unit(work.tx, *amendment.sponsor_unit)->path));
    }
    Body(work.request).done();
    submit_draft(work, at, amendment);
    keep_collisions(work, at.document, {amendment.id}, texts);
    return reply_amendment(work, amendment.id, texts);
}

http::Reply reword_amendment(Work& work, Texts& texts) {
    auto [amendment, at] = reach_amendment(work, Act::read, true);
    work.require_sign_in();
    require_sponsor(work, amendment);
    limit_writing(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto text = text_of_version(work, at.document, at.document.head, texts);
    const auto change = version == at.document.head ? read_changes(body, *text) : std::nullopt;
    if (version != at.document.head) throw conflict("version.stale_base");
    if (!change) body.refuse("input.missing", "changes");
    body.done();
    require(domain::refuse_change(*change, text->source));
    if (!domain::is_pending(amendment)) throw conflict("amendment.decided");
    if (is_voted_on(work, amendment)) throw conflict("voting.holds");
    if (amendment.carried != domain::Carriage::needs_sponsor) throw conflict("amendment.is_carried");
    amendment.now_version = at.document.head;
    amendment.now_change = domain::to_json(*change);
    amendment.carried = domain::Carriage::clean;
    amendment.answer = domain::CarriedAnswer::confirmed;
    std::tie(amendment.line_from, amendment.line_to) = lines_touched(*change, *text);
    storage::move_amendments(work.tx, {amendment});
    storage::add_wording(work.tx, amendment.id, amendment.now_version, amendment.now_change);
    keep_collisions(work, at.document, {amendment.id}, texts);
    ask_those_amending(work, amendment);
    if (amendment.supports > 0) tell_process(work, at.process.id);  // their front page asks them again
    work.record("reword", "amendment:" + std::to_string(amendment.id.value));
    tell_amendment(work, amendment);
    return reply_amendment(work, amendment.id, texts);
}

http::Reply withdraw_amendment(Work& work, Texts& texts) {
    auto [amendment, at] = reach_amendment(work, Act::read, true);
    work.require_sign_in();
    require_sponsor(work, amendment);
    Body(work.request).done();
    if (amendment.state == AmendmentState::withdrawn) return reply_amendment(work, amendment.id, texts);
    if (!domain::is_pending(amendment)) throw conflict("amendment.decided");
    if (is_voted_on(work, amendment)) throw conflict("voting.holds");
    const auto with_it = storage::amending(work.tx, amendment.id);
    for (const auto& one : with_it) {
        if (domain::is_pending(one) && is_voted_on(work, one)) throw conflict("voting.holds");
    }
    storage::withdraw(work.tx, amendment.id);
    work.record("withdraw", "amendment:" + std::to_string(amendment.id.value));
    tell_amendment(work, amendment);
    for (const auto& one : with_it) tell_amendment(work, one);
    return reply_amendment(work, amendment.id, texts);
}

http::Reply take_over_amendment(Work& work, Texts& texts) {
    const auto [amendment, at] = reach_amendment(work, Act::amend, true);
    Body(work.request).done();
    if (amendment.state != AmendmentState::withdrawn) throw conflict("amendment.not_withdrawn");
    if (amendment.amends) require(domain::refuse_amending(*storage::find_amendment(work.tx, *amendment.amends)));
    storage::take_over(work.tx, amendment.id, work.actor.account);
    storage::withdraw_amendment_support(work.tx, amendment.id, work.actor.account);  // a sponsor is no supporter
    if (is_voted_on(work, amendment)) {                                              // it is to be voted on anew
        storage::StoredResult anew;
        anew.amendment = amendment.id;
        anew.version = at.document.head;
        anew.author = work.actor.account;
        storage::add_voting_result(work.tx, at.document.id, anew);
        work.tell("document:" + std::to_string(at.document.id.value), "voting_result", amendment.id.value);
    }
    keep_collisions(work, at.document, {amendment.id}, texts);
    work.record("take_over", "amendment:" + std::to_string(amendment.id.value));
    tell_amendment(work, amendment);
    return reply_amendment(work, amendment.id, texts);
}

}  // namespace samrad::features
