#include "features/amendments/decided_json.hpp"

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

std::map<AmendmentId, json::object> decided_by_amendment(storage::Transaction& tx,
                                                         const std::vector<Amendment>& amendments,
                                                         const std::map<AmendmentId, storage::StoredResult>& voted) {
    const auto numbers = numbers_of_causes(tx, amendments, voted);
    const auto named = [&](AmendmentId id) { return json::object{{"id", id.value}, {"number", numbers.at(id)}}; };
    std::map<AmendmentId, json::object> decided;
    for (const auto& one : amendments) {
        if (!is_decided(one)) continue;
        json::object object{{"version", *one.decided_version},
                            {"taken", domain::taken_version(one).has_value()},
                            {"changed", one.extent == domain::Extent::part},
                            {"left_out", one.extent == domain::Extent::none},
                            {"at", time_json(one.decided)},
                            {"by", {{"id", one.decided_by->value}, {"name", one.decided_by_name}}},
                            {"reason", one.decided_reason},
                            {"result", nullptr},
                            {"because_of", nullptr},
                            {"lost_to", nullptr},
                            {"votes", json::object{}},
                            {"stands", json::array{}}};
        if (const auto found = voted.find(one.id); found != voted.end()) {
            const auto& result = found->second;
            object["result"] = name_of(result.result);
            object["votes"] = votes_json(result.votes);
            if (result.because_of) object["because_of"] = named(*result.because_of);
        }
        if (one.lost_to) object["lost_to"] = named(*one.lost_to);
        decided[one.id] = std::move(object);
    }
    return decided;
}

}  // namespace samrad::features
