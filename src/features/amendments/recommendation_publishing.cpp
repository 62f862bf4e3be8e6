// What a body keeps back becomes public: that part of amendment_actions.hpp, and what it shares with recommending.
#include "features/amendments/recommendation_publishing.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <iterator>
#include <map>

#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/query.hpp"
#include "storage/amendments.hpp"
#include "storage/recommendations.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;

UnitId speaking_unit(Work& work, const ReachedDocument& at, std::int64_t id) {
    const auto unit = storage::find_unit(work.tx, UnitId{id});
    if (!unit) throw invalid("input.not_a_choice", "unit");
    require(domain::refuse_speaking(work.actor, unit->path));
    const bool own = !at.scope.unit_path.empty() && at.scope.unit_path.front() == unit->path.front();
    if (!own && !domain::is_for(at.scope, unit->path)) throw forbidden("recommendation.not_heard");
    return unit->id;
}

std::set<RecommendationId> read_replaced(Body& body) {
    std::set<RecommendationId> replaced;
    for (const auto id : body.maybe_numbers("replaces", 5'000).value_or(std::vector<std::int64_t>{})) {
        replaced.insert(RecommendationId{id});
    }
    return replaced;
}

void require_replaced_seen(Work& work, const std::vector<domain::Recommendation>& said,
                           const std::vector<domain::Amendment>& amendments, const std::set<RecommendationId>& seen) {
    std::map<AmendmentId, domain::Recommendation> now;
    std::vector<AmendmentId> ids;
    for (const auto& one : said) {
        now[one.amendment] = one;
        ids.push_back(one.amendment);
    }
    std::set<AmendmentId> unseen;
    int turned = 0;
    for (const auto& before : storage::published_recommendations(work.tx, ids)) {
        const auto& one = now.at(before.amendment);
        if (before.unit != one.unit || seen.contains(before.id)) continue;
        unseen.insert(before.amendment);
        if (before.verdict != one.verdict) ++turned;
    }
    if (unseen.empty()) return;
    std::vector<domain::Amendment> culprits;
    std::copy_if(amendments.begin(), amendments.end(), std::back_inserter(culprits),
                 [&](const domain::Amendment& amendment) { return unseen.contains(amendment.id); });
    auto problem = naming(conflict("recommendation.replaces"), culprits);
    problem.facts.emplace_back("turned", std::to_string(turned));
    throw problem;
}

void publish(Work& work, const std::vector<RecommendationId>& ids, const std::vector<domain::Amendment>& amendments) {
    storage::publish(work.tx, ids);
    for (const auto& amendment : amendments) tell_amendment(work, amendment);
}

http::Reply publish_recommendations(Work& work, Texts&) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    work.require_sign_in();
    Body body(work.request);
    const auto unit = speaking_unit(work, at, body.number("unit", 1, INT64_MAX));
    const auto chosen = body.maybe_numbers("recommendations", 5'000);
    const auto replaced = read_replaced(body);
    body.done();
    std::vector<AmendmentId> all;
    for (const auto& amendment : storage::pending_amendments(work.tx, at.document.id)) all.push_back(amendment.id);
    std::vector<AmendmentId> kept;
    for (const auto& one : storage::kept_recommendations(work.tx, all, unit)) kept.push_back(one.amendment);
    // Locked, and then looked at once more.
    auto amendments = storage::lock_amendments(work.tx, kept);
    std::erase_if(amendments, [](const domain::Amendment& amendment) { return !domain::is_pending(amendment); });
    std::set<AmendmentId> pending;
    for (const auto& amendment : amendments) pending.insert(amendment.id);
    auto said = storage::kept_recommendations(work.tx, {pending.begin(), pending.end()}, unit);
    std::erase_if(said, [&](const domain::Recommendation& one) {
        return chosen && std::find(chosen->begin(), chosen->end(), one.id.value) == chosen->end();
    });
    require_replaced_seen(work, said, amendments, replaced);
    std::vector<RecommendationId> ids;
    std::set<AmendmentId> about;
    for (const auto& one : said) {
        ids.push_back(one.id);
        about.insert(one.amendment);
    }
    std::erase_if(amendments, [&](const domain::Amendment& amendment) { return !about.contains(amendment.id); });
    publish(work, ids, amendments);
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
    std::map<AmendmentId, json::object> before;
    for (const auto& one : storage::published_recommendations(work.tx, all)) {
        if (one.unit != unit) continue;
        before[one.amendment] = {{"id", one.id.value}, {"verdict", name_of(one.verdict)}};
    }
    json::array items;
    for (const auto& one : storage::kept_recommendations(work.tx, all, unit)) {
        const auto replaced = before.find(one.amendment);
        items.push_back(json::object{{"id", one.id.value},
                                     {"amendment", one.amendment.value},
                                     {"number", numbers.at(one.amendment)},
                                     {"verdict", name_of(one.verdict)},
                                     {"outdated", one.outdated},
                                     {"replaces", replaced == before.end() ? json::value(nullptr) : replaced->second},
                                     {"reason", one.reason},
                                     {"author", person_json(one.author)},
                                     {"at", to_iso(one.at)}});
    }
    return reply_json({{"items", std::move(items)}});
}

}  // namespace samrad::features
