#include "features/ballots/ballot_json.hpp"

#include <boost/json.hpp>
#include <map>
#include <set>

#include "features/texts.hpp"
#include "storage/ballots.hpp"
#include "storage/people.hpp"
#include "storage/votes.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

using domain::Ballot;
using domain::BallotState;
// A ballot tells so many votes itself; all of them are a list of their own.
constexpr int most_votes = 1000;

using Counts = std::map<BallotId, std::vector<domain::Count>>;

// The counts of those ballots whose results everybody may see. Nothing else is even read.
Counts visible_counts(storage::Transaction& tx, const std::vector<Ballot>& ballots) {
    std::vector<BallotId> closed, running;
    for (const auto& ballot : ballots) {
        if (!domain::results_are_visible(ballot)) continue;
        (ballot.state == BallotState::closed ? closed : running).push_back(ballot.id);
    }
    auto counts = storage::find_tallies(tx, closed);
    counts.merge(storage::running_counts(tx, running));
    return counts;
}

json::array choices_json(const Ballot& ballot) {
    json::array choices;
    for (const auto& choice : ballot.choices) {
        json::object object{{"id", choice.id.value}, {"key", nullptr}, {"label", choice.label}};
        if (ballot.rules.kind == domain::BallotKind::approval) object["key"] = choice.label;
        choices.push_back(std::move(object));
    }
    return choices;
}

json::value results_json(const Ballot& ballot, const Counts& counts) {
    const auto found = counts.find(ballot.id);
    if (found == counts.end()) return nullptr;
    json::object results{{"members", json::array{}}, {"participants", json::array{}}};
    for (const auto& count : found->second) {
        results[name_of(count.electorate)].as_array().push_back(
            json::object{{"choice", count.choice.value}, {"votes", count.votes}});
    }
    return results;
}

json::object turnout_json(const Ballot& ballot) {
    json::value size = nullptr;
    if (ballot.state != BallotState::draft) size = ballot.electorate_size;
    return {{"members", json::object{{"electorate", size}, {"voted", ballot.voted_members}}},
            {"participants", json::object{{"electorate", nullptr}, {"voted", ballot.voted_participants}}}};
}

json::object shared_json(const Ballot& ballot, const Counts& counts) {
    json::array units;
    for (const auto unit : ballot.rules.units) units.push_back(unit.value);
    json::value document = nullptr;
    if (ballot.rules.document) document = ballot.rules.document->value;
    return {{"id", ballot.id.value},
            {"process", ballot.process.value},
            {"document", document},
            {"question", ballot.rules.question},
            {"description", ballot.rules.description},
            {"description_html", render_passage(ballot.rules.description)},
            {"choices", choices_json(ballot)},
            {"kind", name_of(ballot.rules.kind)},
            {"disclosure", name_of(ballot.rules.disclosure)},
            {"results_visible", name_of(ballot.rules.results_visible)},
            {"admits_participants", ballot.rules.admits_participants},
            {"units", std::move(units)},
            {"state", name_of(ballot.state)},
            {"opens", time_json(ballot.rules.opens)},
            {"closes", time_json(ballot.rules.closes)},
            {"opened", time_json(ballot.opened)},
            {"closed", time_json(ballot.closed)},
            {"turnout", turnout_json(ballot)},
            {"results", results_json(ballot, counts)}};
}

void add_votes(json::object& object, storage::Transaction& tx, const Ballot& ballot) {
    object["votes"] = nullptr;
    object["more_votes"] = false;
    if (!votes_are_told(ballot)) return;
    object["votes"] = votes_json(tx, storage::first_named_votes(tx, ballot.id, most_votes));
    object["more_votes"] = ballot.voted_members + ballot.voted_participants > most_votes;
}

void add_own(json::object& object, const Work& work, const Ballot& ballot, const domain::Scope& scope,
             const storage::Part& part) {
    const auto entitled = work.actor.signed_in() ? domain::entitlement(ballot, part.voter) : std::nullopt;
    json::object mine{{"entitled", nullptr}, {"choice", nullptr}};
    if (entitled) mine["entitled"] = name_of(*entitled);
    if (part.choice) mine["choice"] = part.choice->value;
    object["mine"] = std::move(mine);
    const bool edits = domain::may(work.actor, domain::Act::edit, scope);
    const bool voting = domain::allows_votes(scope.stage);
    object["may"] = json::object{
        {"edit", edits && ballot.state == BallotState::draft},
        {"open", edits && !domain::refuse_opening(ballot.state, ballot.rules.closes, scope.stage, work.now)},
        {"close", edits && ballot.state == BallotState::open},
        {"vote", entitled && voting && domain::takes_votes(ballot.state, ballot.rules.closes, work.now)}};
}

// Told to editors while they can still change the rules.
json::array warnings_json(Work& work, const Ballot& ballot, const domain::Scope& scope) {
    json::array warnings;
    const bool secret = ballot.rules.disclosure == domain::Disclosure::result_only;
    if (ballot.state == BallotState::draft && secret && domain::may(work.actor, domain::Act::edit, scope) &&
        storage::count_electorate(work.tx, ballot.rules.units) <= domain::small_electorate) {
        warnings.push_back("small_electorate");
    }
    return warnings;
}

}  // namespace

bool votes_are_told(const Ballot& ballot) {
    return ballot.rules.disclosure == domain::Disclosure::named && domain::results_are_visible(ballot);
}

json::array votes_json(storage::Transaction& tx, const std::vector<storage::NamedVote>& votes) {
    std::set<AccountId> voters;
    for (const auto& vote : votes) voters.insert(vote.voter);
    const auto people = storage::find_people(tx, voters);
    json::array list;
    for (const auto& vote : votes) {
        list.push_back(json::object{{"person", person_json(people.at(vote.voter))},
                                    {"group", name_of(vote.electorate)},
                                    {"choice", vote.choice.value}});
    }
    return list;
}

json::object ballot_event(storage::Transaction& tx, BallotId id) {
    const auto ballot = storage::find_ballot(tx, id);
    if (!ballot || ballot->state == BallotState::draft) return {};
    return shared_json(*ballot, visible_counts(tx, {*ballot}));
}

json::object ballot_json(Work& work, const Ballot& ballot, const domain::Scope& scope) {
    auto object = shared_json(ballot, visible_counts(work.tx, {ballot}));
    add_votes(object, work.tx, ballot);
    add_own(object, work, ballot, scope,
            work.actor.signed_in() ? storage::find_part(work.tx, ballot.id, work.actor.account) : storage::Part{});
    object["warnings"] = warnings_json(work, ballot, scope);
    return object;
}

json::array ballots_json(Work& work, const std::vector<Ballot>& ballots, const domain::Scope& scope) {
    std::vector<BallotId> ids;
    for (const auto& ballot : ballots) ids.push_back(ballot.id);
    auto parts = work.actor.signed_in() ? storage::find_parts(work.tx, ids, work.actor.account)
                                        : std::map<BallotId, storage::Part>{};
    const auto counts = visible_counts(work.tx, ballots);
    json::array list;
    for (const auto& ballot : ballots) {
        auto object = shared_json(ballot, counts);
        add_own(object, work, ballot, scope, parts[ballot.id]);
        list.push_back(std::move(object));
    }
    return list;
}

}  // namespace samrad::features
