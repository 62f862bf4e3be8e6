#include "features/amendments/decided.hpp"

#include <boost/json.hpp>

#include "storage/amendments.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Amendment;

namespace {

bool is_decided(const Amendment& amendment) { return amendment.decided_version.has_value(); }

// The numbers of those that others fell for, lost to, or were adopted along with.
std::map<AmendmentId, int> numbers_of_causes(storage::Transaction& tx, const std::vector<Amendment>& amendments,
                                             const std::map<AmendmentId, storage::StoredResult>& voted) {
    std::vector<AmendmentId> causes;
    for (const auto& one : amendments) {
        if (one.lost_to) causes.push_back(*one.lost_to);
        const auto found = is_decided(one) ? voted.find(one.id) : voted.end();
        if (found != voted.end() && found->second.because_of) causes.push_back(*found->second.because_of);
    }
    std::map<AmendmentId, int> numbers;
    if (causes.empty()) return numbers;
    for (const auto& one : storage::find_amendments(tx, causes)) numbers[one.id] = one.number;
    return numbers;
}

}  // namespace

json::object votes_json(const domain::VoteCount& votes) {
    json::object counts;
    if (votes.votes_for) counts["for"] = *votes.votes_for;
    if (votes.votes_against) counts["against"] = *votes.votes_against;
    if (votes.votes_abstain) counts["abstain"] = *votes.votes_abstain;
    return counts;
}

std::map<AmendmentId, Decided> decided_by_amendment(storage::Transaction& tx, const std::vector<Amendment>& amendments,
                                                    const std::map<AmendmentId, storage::StoredResult>& voted) {
    const auto numbers = numbers_of_causes(tx, amendments, voted);
    const auto named = [&](AmendmentId id) { return Decided::Cause{id, numbers.at(id)}; };
    std::map<AmendmentId, Decided> decided;
    for (const auto& one : amendments) {
        if (!is_decided(one)) continue;
        auto& told = decided[one.id];
        told.version = *one.decided_version;
        told.taken = domain::taken_version(one).has_value();
        told.changed = one.extent == domain::Extent::part;
        told.left_out = one.extent == domain::Extent::none;
        told.at = one.decided;
        told.by = *one.decided_by;
        told.by_name = one.decided_by_name;
        told.reason = one.decided_reason;
        if (const auto found = voted.find(one.id); found != voted.end()) {
            told.result = found->second.result;
            told.votes = found->second.votes;
            if (found->second.because_of) told.because_of = named(*found->second.because_of);
        }
        if (one.lost_to) told.lost_to = named(*one.lost_to);
    }
    return decided;
}

json::object decided_json(const Decided& decided) {
    const auto named = [](const std::optional<Decided::Cause>& cause) {
        return cause ? json::value{{"id", cause->id.value}, {"number", cause->number}} : json::value(nullptr);
    };
    return {{"version", decided.version},
            {"taken", decided.taken},
            {"changed", decided.changed},
            {"left_out", decided.left_out},
            {"at", time_json(decided.at)},
            {"by", {{"id", decided.by.value}, {"name", decided.by_name}}},
            {"reason", decided.reason},
            {"result", decided.result ? json::value(name_of(*decided.result)) : json::value(nullptr)},
            {"because_of", named(decided.because_of)},
            {"lost_to", named(decided.lost_to)},
            {"votes", votes_json(decided.votes)}};
}

}  // namespace samrad::features
