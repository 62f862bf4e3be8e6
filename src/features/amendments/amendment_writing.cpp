// The writing half of amendment_actions.hpp: from a draft to a number.
#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/gathering.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "features/new_version.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;
using domain::AmendmentState;

namespace {

void limit_writing(Work& work) { work.limits.take("amendment:" + std::to_string(work.actor.account.value), 30, 15); }

json::object named(const domain::Amendment& amendment) {
    return {{"id", amendment.id.value},
            {"number", amendment.number},
            {"line_from", amendment.line_from},
            {"line_to", amendment.line_to},
            {"sponsor", person_json(amendment.sponsor)}};
}

// Which of the pending amendments meet a change of the newest version, and which say just the same.
void add_neighbours(json::object& object, Work& work, const Text& text, const domain::Change& change,
                    const domain::Amendment& asked) {
    const auto units = domain::clauses_of(text.source);
    domain::Gathering all(text.source, units);
    std::vector<domain::Amendment> others;
    for (auto& pending : storage::pending_amendments(work.tx, asked.document)) {
        if (pending.id == asked.amends) continue;  // the one that it amends is meant, not met
        const auto read = domain::change_from_json(pending.now_change, text.source.size());
        if (pending.now_change.empty() || !read) continue;
        all.add(*read);
        others.push_back(std::move(pending));
    }
    all.add(change);
    const std::size_t mine = others.size();
    std::set<std::size_t> colliding;
    for (const auto& meeting : all.meetings_of(mine)) colliding.insert(meeting.b);
    json::array collide;
    json::array same;
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (all.hunks(i) == all.hunks(mine)) {
            same.push_back(named(others[i]));
        } else if (colliding.contains(i)) {
            collide.push_back(named(others[i]));
        }
    }
    object["colliding"] = std::move(collide);
    object["same"] = std::move(same);
}

// Whoever amends an amendment wrote on words of it that are not its words any more.
void ask_those_amending(Work& work, const domain::Amendment& amended) {
    auto asked = storage::amending(work.tx, amended.id);
    for (auto& one : asked) {
        one.now_change.clear();
        one.carried = domain::Carriage::needs_sponsor;
    }
    storage::move_amendments(work.tx, asked);
    for (const auto& one : asked) tell_amendment(work, one);
}

}  // namespace

http::Reply preview_amendment(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    work.require_sign_in();
    work.limits.take("preview:" + std::to_string(work.actor.account.value), 120, 30);
    Body body(work.request);
    const auto amendment = read_amendment(work, body, at, texts);
    body.done();
    json::object object{{"line_from", amendment.line_from},
                        {"line_to", amendment.line_to},
                        {"carried", name_of(amendment.carried)},
                        {"difference", json::array{}},
                        {"sort", nullptr},
                        {"colliding", json::array{}},
                        {"same", json::array{}}};
    if (amendment.kind == domain::AmendmentKind::text && !amendment.now_change.empty()) {
        const auto text = text_of_version(work, at.document, amendment.now_version, texts);
        const auto change = require(domain::change_from_json(amendment.now_change, text->source.size()));
        object["difference"] = difference_of(amendment, *text, change);
        object["sort"] = name_of(domain::sort_of(change, text->source));
        add_neighbours(object, work, *text, change, amendment);
    }
    return reply_json(object);
}

http::Reply draft_amendment(Work& work, Texts& texts) {
    auto at = reach_document(work, work.id<DocumentId>("document"), Act::amend);
    limit_writing(work);
    // Behind the lock no version comes between the carrying and the storing of the draft.
    at.document = *storage::lock_document(work.tx, at.document.id);
    Body body(work.request);
    const auto amendment = read_amendment(work, body, at, texts);
    body.done();
    return reply_amendment(work, storage::add_amendment(work.tx, amendment), texts, 201);
}

http::Reply change_amendment(Work& work, Texts& texts) {
    const auto [before, at] = reach_amendment(work, Act::amend, true);
    if (before.sponsor.id != work.actor.account) throw forbidden("amendment.not_yours");
    limit_writing(work);
    Body body(work.request);
    auto amendment = read_amendment(work, body, at, texts);
    body.done();
    if (before.state != AmendmentState::draft) throw conflict("amendment.not_draft");
    amendment.id = before.id;
    storage::change_draft(work.tx, amendment);
    return reply_amendment(work, amendment.id, texts);
}

http::Reply discard_amendment(Work& work) {
    const auto [amendment, at] = reach_amendment(work, Act::read, true);
    work.require_sign_in();
    if (amendment.sponsor.id != work.actor.account) throw forbidden("amendment.not_yours");
    Body(work.request).done();
    if (amendment.state != AmendmentState::draft) throw conflict("amendment.not_draft");
    storage::discard_draft(work.tx, amendment.id);
    return http::Reply::nothing();
}

void submit_draft(Work& work, const ReachedDocument& at, domain::Amendment& amendment) {
    require(domain::refuse_submission(amendment, at.process.amendments.until, work.now));
    if (amendment.amends) require(domain::refuse_amending(*storage::find_amendment(work.tx, *amendment.amends)));
    if (amendment.carried != domain::Carriage::clean) throw conflict("amendment.text_changed");
    amendment.number = storage::submit(work.tx, amendment);
    amendment.state = AmendmentState::submitted;
    tell_amendment(work, amendment);
    if (amendment.amends) tell_amendment(work, *storage::find_amendment(work.tx, *amendment.amends));
}

http::Reply submit_amendment(Work& work, Texts& texts) {
    auto [amendment, at] = reach_amendment(work, Act::amend, true);
    if (amendment.sponsor.id != work.actor.account) throw forbidden("amendment.not_yours");
    Body(work.request).done();
    submit_draft(work, at, amendment);
    return reply_amendment(work, amendment.id, texts);
}

http::Reply reword_amendment(Work& work, Texts& texts) {
    auto [amendment, at] = reach_amendment(work, Act::read, true);
    work.require_sign_in();
    if (amendment.sponsor.id != work.actor.account) throw forbidden("amendment.not_yours");
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
    std::tie(amendment.line_from, amendment.line_to) = lines_touched(*change, text->blocks);
    storage::reword(work.tx, amendment);
    ask_those_amending(work, amendment);
    work.record("reword", "amendment:" + std::to_string(amendment.id.value));
    tell_amendment(work, amendment);
    return reply_amendment(work, amendment.id, texts);
}

http::Reply withdraw_amendment(Work& work, Texts& texts) {
    auto [amendment, at] = reach_amendment(work, Act::read, true);
    work.require_sign_in();
    if (amendment.sponsor.id != work.actor.account) throw forbidden("amendment.not_yours");
    Body(work.request).done();
    if (amendment.state == AmendmentState::withdrawn) return reply_amendment(work, amendment.id, texts);
    if (!domain::is_pending(amendment)) throw conflict("amendment.decided");
    if (is_voted_on(work, amendment)) throw conflict("voting.holds");
    const auto with_it = storage::amending(work.tx, amendment.id);
    for (const auto& one : with_it) {
        if (domain::is_pending(one) && is_voted_on(work, one)) throw conflict("voting.holds");
    }
    storage::withdraw(work.tx, amendment.id);
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
    if (is_voted_on(work, amendment)) {  // it is to be voted on anew
        storage::StoredResult anew;
        anew.amendment = amendment.id;
        anew.version = at.document.head;
        anew.author = work.actor.account;
        storage::add_voting_result(work.tx, at.document.id, anew);
        work.tell("document:" + std::to_string(at.document.id.value), "voting_result", amendment.id.value);
    }
    work.record("take_over", "amendment:" + std::to_string(amendment.id.value));
    tell_amendment(work, amendment);
    return reply_amendment(work, amendment.id, texts);
}

}  // namespace samrad::features
