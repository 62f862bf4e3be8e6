#include "features/amendments/recommendation_json.hpp"

#include <boost/json.hpp>

#include "storage/amendments.hpp"
#include "storage/recommendations.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// What recommendations name: other amendments by their numbers, and bodies.
struct Named {
    std::map<AmendmentId, int> numbers;
    std::map<UnitId, std::string> units;
};

Named named_in(storage::Transaction& tx, const std::vector<domain::Recommendation>& list) {
    Named named;
    std::vector<AmendmentId> covering;
    for (const auto& one : list) {
        if (one.covered_by) covering.push_back(*one.covered_by);
        if (one.refer_to && !named.units.contains(*one.refer_to)) {
            const auto unit = storage::find_unit(tx, *one.refer_to);
            named.units[*one.refer_to] = unit ? unit->name : "";
        }
    }
    if (covering.empty()) return named;
    for (const auto& one : storage::find_amendments(tx, covering)) named.numbers[one.id] = one.number;
    return named;
}

json::object recommendation_json(const domain::Recommendation& one, const Named& named) {
    json::value refer_to = nullptr;
    json::value covered_by = nullptr;
    if (one.refer_to) refer_to = json::object{{"id", one.refer_to->value}, {"name", named.units.at(*one.refer_to)}};
    if (one.covered_by) {
        covered_by = json::object{{"id", one.covered_by->value}, {"number", named.numbers.at(*one.covered_by)}};
    }
    json::object votes;
    if (one.votes_for) votes["for"] = *one.votes_for;
    if (one.votes_against) votes["against"] = *one.votes_against;
    if (one.votes_abstain) votes["abstain"] = *one.votes_abstain;
    return {{"id", one.id.value},
            {"unit", json::object{{"id", one.unit.value}, {"name", one.unit_name}}},
            {"verdict", name_of(one.verdict)},
            {"has_wording", !one.change.empty()},
            {"outdated", one.outdated},
            {"refer_to", std::move(refer_to)},
            {"covered_by", std::move(covered_by)},
            {"reason", one.reason},
            {"votes", std::move(votes)},
            {"author", person_json(one.author)},
            {"published", time_json(one.published)},
            {"last_word", one.last_word},
            {"before", json::array{}},
            {"dissents", json::array{}}};
}

// The body's words, and where its sponsor has said it anew since, those that it had before it.
void add_words(json::object& object, const domain::Recommendation& one, const Wording& wording) {
    if (!one.change.empty()) object["difference"] = wording(one, one.change);
    if (!one.saw.empty()) object["saw"] = wording(one, one.saw);
}

}  // namespace

std::map<AmendmentId, json::array> recommendations_by_amendment(storage::Transaction& tx,
                                                                const std::vector<AmendmentId>& ids,
                                                                const Wording& wording) {
    const auto published = storage::published_recommendations(tx, ids);
    const auto earlier = storage::earlier_recommendations(tx, ids);
    auto all = published;
    all.insert(all.end(), earlier.begin(), earlier.end());
    const auto named = named_in(tx, all);
    const auto told = [&](const domain::Recommendation& one) {
        auto object = recommendation_json(one, named);
        add_words(object, one, wording);
        return object;
    };
    std::map<std::pair<AmendmentId, UnitId>, json::array> before;
    for (const auto& one : earlier) before[{one.amendment, one.unit}].push_back(told(one));
    std::vector<RecommendationId> ids_of_them;
    for (const auto& one : published) ids_of_them.push_back(one.id);
    std::map<std::int64_t, json::array> dissents;
    for (const auto& dissent : storage::dissents_on(tx, ids_of_them)) {
        dissents[dissent.recommendation.value].push_back(json::object{{"names", dissent.names},
                                                                      {"text", dissent.text},
                                                                      {"at", to_iso(dissent.at)},
                                                                      {"from", name_of(dissent.from)}});
    }
    std::map<AmendmentId, json::array> found;
    for (const auto& one : published) {
        auto object = told(one);
        object["before"] = std::move(before[{one.amendment, one.unit}]);
        object["dissents"] = std::move(dissents[one.id.value]);
        found[one.amendment].push_back(std::move(object));
    }
    return found;
}

std::map<AmendmentId, json::array> kept_by_amendment(Work& work, const std::vector<AmendmentId>& ids,
                                                     const Wording& wording) {
    std::map<AmendmentId, json::array> found;
    if (work.actor.standings.empty()) return found;  // who speaks for nobody is asked about nothing
    auto kept = storage::kept_recommendations(work.tx, ids);
    std::map<UnitId, bool> speaks;
    std::erase_if(kept, [&](const domain::Recommendation& one) {
        const auto [place, fresh] = speaks.try_emplace(one.unit, false);
        if (fresh) place->second = !domain::refuse_speaking(work.actor, storage::find_unit(work.tx, one.unit)->path);
        return !place->second;
    });
    const auto named = named_in(work.tx, kept);
    for (const auto& one : kept) {
        auto object = recommendation_json(one, named);
        add_words(object, one, wording);
        found[one.amendment].push_back(std::move(object));
    }
    return found;
}

}  // namespace samrad::features
