// What bodies recommend: that part of amendment_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>

#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "features/query.hpp"
#include "storage/amendments.hpp"
#include "storage/recommendations.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;
using domain::Verdict;

namespace {

// The body that speaks: one of the process's own organisation or of those that it is for, by somebody who may.
UnitId speaking_unit(Work& work, const ReachedDocument& at, std::int64_t id) {
    const auto unit = storage::find_unit(work.tx, UnitId{id});
    if (!unit) throw invalid("input.not_a_choice", "unit");
    require(domain::refuse_speaking(work.actor, unit->path));
    const bool own = !at.scope.unit_path.empty() && at.scope.unit_path.front() == unit->path.front();
    if (!own && !domain::is_for(at.scope, unit->path)) throw forbidden("recommendation.not_heard");
    return unit->id;
}

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

std::vector<domain::Amendment> named_amendments(Work& work, Body& body, DocumentId document) {
    const auto ids = body.maybe_numbers("amendments", 500);
    if (!ids || ids->empty()) body.refuse("input.missing", "amendments");
    const auto seen = wordings_seen(body, *ids);
    std::vector<AmendmentId> wanted;
    for (const auto id : *ids) wanted.push_back(AmendmentId{id});
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    auto found = storage::find_amendments(work.tx, wanted);
    for (const auto& amendment : found) {
        if (amendment.document != document || amendment.state == domain::AmendmentState::draft) {
            body.refuse("input.not_a_choice", "amendments");
        }
        if (!domain::is_pending(amendment)) throw conflict("amendment.not_pending");
        require(domain::refuse_taking_up(amendment));
        // What is said of other words than its sponsor's last would be read as if it were said of those.
        if (const auto one = seen.find(amendment.id); one != seen.end() && one->second != amendment.wording) {
            auto problem = conflict("recommendation.reworded");
            problem.facts.emplace_back("number", std::to_string(amendment.number));
            throw problem;
        }
    }
    if (found.size() != wanted.size()) body.refuse("input.not_a_choice", "amendments");
    return found;
}

void publish(Work& work, const std::vector<RecommendationId>& ids, const std::vector<domain::Amendment>& amendments) {
    storage::publish(work.tx, ids);
    for (const auto& amendment : amendments) tell_amendment(work, amendment);
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
    body.done();
    std::vector<RecommendationId> ids;
    for (const auto& amendment : amendments) {
        recommendation.amendment = amendment.id;
        recommendation.wording = amendment.wording;
        ids.push_back(storage::add_recommendation(work.tx, recommendation));
    }
    work.record("recommend", "document:" + std::to_string(at.document.id.value), name_of(recommendation.verdict));
    if (published) publish(work, ids, amendments);
    json::array made;
    for (const auto id : ids) made.push_back(id.value);
    return reply_json({{"recommendations", std::move(made)}}, 201);
}

http::Reply publish_recommendations(Work& work, Texts&) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    work.require_sign_in();
    Body body(work.request);
    const auto unit = speaking_unit(work, at, body.number("unit", 1, INT64_MAX));
    const auto chosen = body.maybe_numbers("recommendations", 5'000);
    body.done();
    const auto pending = storage::pending_amendments(work.tx, at.document.id);
    std::vector<AmendmentId> all;
    for (const auto& amendment : pending) all.push_back(amendment.id);
    std::vector<RecommendationId> ids;
    std::set<AmendmentId> touched;
    for (const auto& one : storage::kept_recommendations(work.tx, all, unit)) {
        if (chosen && std::find(chosen->begin(), chosen->end(), one.id.value) == chosen->end()) continue;
        ids.push_back(one.id);
        touched.insert(one.amendment);
    }
    std::vector<domain::Amendment> told;
    std::copy_if(pending.begin(), pending.end(), std::back_inserter(told),
                 [&](const domain::Amendment& amendment) { return touched.contains(amendment.id); });
    publish(work, ids, told);
    return reply_json({{"published", ids.size()}});
}

http::Reply list_unpublished(Work& work) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    work.require_sign_in();
    const auto asked = page_unit(work.request);
    if (!asked) throw invalid("input.missing", "unit");
    const auto unit = speaking_unit(work, at, asked.value);
    std::vector<AmendmentId> all;
    std::map<AmendmentId, int> numbers;
    for (const auto& amendment : storage::pending_amendments(work.tx, at.document.id)) {
        all.push_back(amendment.id);
        numbers[amendment.id] = amendment.number;
    }
    json::array items;
    for (const auto& one : storage::kept_recommendations(work.tx, all, unit)) {
        items.push_back(json::object{{"id", one.id.value},
                                     {"amendment", one.amendment.value},
                                     {"number", numbers.at(one.amendment)},
                                     {"verdict", name_of(one.verdict)},
                                     {"outdated", one.outdated},
                                     {"reason", one.reason},
                                     {"author", person_json(one.author)},
                                     {"at", to_iso(one.at)}});
    }
    return reply_json({{"items", std::move(items)}});
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
