// What bodies recommend: that part of amendment_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>

#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/amendments/recommendation_publishing.hpp"
#include "features/body.hpp"
#include "storage/amendments.hpp"
#include "storage/recommendations.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;
using domain::Verdict;

namespace {

void read_votes(Body& body, domain::Recommendation& recommendation) {
    auto votes = body.maybe_object("votes");
    if (!votes) return;
    const auto count = [&](const char* field) -> std::optional<int> {
        const auto number = votes->maybe_number(field, 0, 1'000'000);
        return number ? std::optional(int(*number)) : std::nullopt;
    };
    recommendation.votes_for = count("for");
    recommendation.votes_against = count("against");
    recommendation.votes_abstain = count("abstain");
    votes->done();
}

// Which wording of each the body had before it, where they say so: in the order of `ids`.
std::map<AmendmentId, std::int64_t> wordings_seen(Body& body, const std::vector<std::int64_t>& ids) {
    std::map<AmendmentId, std::int64_t> seen;
    const auto wordings = body.maybe_numbers("wordings", 500);
    if (!wordings) return seen;
    if (wordings->size() != ids.size()) body.refuse("input.not_a_choice", "wordings");
    for (std::size_t i = 0; i < ids.size(); ++i) seen[AmendmentId{ids[i]}] = (*wordings)[i];
    return seen;
}

// Throws where a body may say nothing of one of them now, and names those.
void require_before_committee(const std::vector<domain::Amendment>& amendments) {
    std::vector<domain::Amendment> gone;
    std::vector<domain::Amendment> waiting;
    for (const auto& one : amendments) {
        if (!domain::is_pending(one)) {
            gone.push_back(one);
        } else if (domain::refuse_taking_up(one)) {
            waiting.push_back(one);
        }
    }
    if (!gone.empty()) throw not_pending(gone);
    if (!waiting.empty()) throw naming(*domain::refuse_taking_up(waiting.front()), waiting);
}

// By id, and locked: what is said of them is said of what they are now.
std::vector<domain::Amendment> named_amendments(Work& work, Body& body, DocumentId document) {
    const auto ids = body.maybe_numbers("amendments", 500);
    if (!ids || ids->empty()) body.refuse("input.missing", "amendments");
    const auto seen = wordings_seen(body, *ids);
    std::vector<AmendmentId> wanted;
    for (const auto id : *ids) wanted.push_back(AmendmentId{id});
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    auto found = storage::lock_amendments(work.tx, wanted);
    const bool all_here = std::all_of(found.begin(), found.end(), [&](const domain::Amendment& amendment) {
        return amendment.document == document && amendment.state != domain::AmendmentState::draft;
    });
    if (!all_here || found.size() != wanted.size()) body.refuse("input.not_a_choice", "amendments");
    require_before_committee(found);
    // What is said of other words than its sponsor's last would be read as if it were said of those.
    std::vector<domain::Amendment> reworded;
    std::copy_if(found.begin(), found.end(), std::back_inserter(reworded), [&](const domain::Amendment& one) {
        const auto about = seen.find(one.id);
        return about != seen.end() && about->second != one.wording;
    });
    if (!reworded.empty()) throw naming(conflict("recommendation.reworded"), reworded);
    return found;
}

}  // namespace

http::Reply recommend(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    work.require_sign_in();
    Body body(work.request);
    domain::Recommendation recommendation;
    recommendation.unit = speaking_unit(work, at, body.number("unit", 1, INT64_MAX));
    recommendation.author = person_of(work.actor);
    const auto amendments = named_amendments(work, body, at.document.id);
    recommendation.verdict = body.name<Verdict>("verdict");
    recommendation.reason = body.maybe_text("reason", 0, 10'000).value_or("");
    require(check_passage(recommendation.reason, "reason"));
    read_votes(body, recommendation);
    if (recommendation.verdict == Verdict::refer)
        recommendation.refer_to = UnitId{body.number("refer_to", 1, INT64_MAX)};
    if (recommendation.refer_to && !storage::find_unit(work.tx, *recommendation.refer_to)) {
        body.refuse("input.not_a_choice", "refer_to");
    }
    if (recommendation.verdict == Verdict::covered) {
        recommendation.covered_by = AmendmentId{body.number("covered_by", 1, INT64_MAX)};
        const auto other = storage::find_amendment(work.tx, *recommendation.covered_by);
        if (!other || other->document != at.document.id || other->state == domain::AmendmentState::draft) {
            body.refuse("input.not_a_choice", "covered_by");
        }
    }
    if (recommendation.verdict == Verdict::adopt_changed) {
        if (amendments.size() != 1) body.refuse("recommendation.one_wording", "amendments");
        const auto version = domain::last_wording(amendments.front()).version;
        const auto text = text_of_version(work, at.document, version, texts);
        const auto change = read_changes(body, *text);
        if (!change) body.refuse("input.missing", "changes");
        require(domain::refuse_change(*change, text->source));
        recommendation.change = domain::to_json(*change);
    }
    const bool published = body.maybe_flag("publish").value_or(false);
    const auto replaced = read_replaced(body);
    body.done();
    std::vector<domain::Recommendation> said(amendments.size(), recommendation);
    for (std::size_t i = 0; i < said.size(); ++i) {
        said[i].amendment = amendments[i].id;
        said[i].wording = amendments[i].wording;
    }
    if (published) require_replaced_seen(work, said, amendments, replaced);
    std::vector<RecommendationId> ids;
    for (const auto& one : said) ids.push_back(storage::add_recommendation(work.tx, one));
    work.record("recommend", "document:" + std::to_string(at.document.id.value), name_of(recommendation.verdict));
    if (published) publish(work, ids, amendments);
    json::array made;
    for (const auto id : ids) made.push_back(id.value);
    return reply_json({{"recommendations", std::move(made)}}, 201);
}

http::Reply dissent(Work& work, Texts& texts) {
    work.require_sign_in();
    const auto found = storage::find_recommendation(work.tx, work.id<RecommendationId>("recommendation"));
    if (!found || !found->published) throw missing();
    const auto amendment = storage::find_amendment(work.tx, found->amendment);
    reach_document(work, amendment->document, Act::read);
    if (!domain::belongs_to(work.actor, found->unit)) throw forbidden("recommendation.not_of_body");
    Body body(work.request);
    storage::Dissent dissent;
    dissent.recommendation = found->id;
    dissent.names = body.text("names", 1, 500);
    dissent.text = body.text("text", 1, 10'000);
    require(check_passage(dissent.text, "text"));
    body.done();
    storage::add_dissent(work.tx, dissent, work.actor.account);
    tell_amendment(work, *amendment);
    return reply_amendment(work, amendment->id, texts, 201);
}

}  // namespace samrad::features
