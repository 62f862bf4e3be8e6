#include "storage/ballots.hpp"

#include <map>
#include <pqxx/pqxx>

#include "storage/rows.hpp"
#include "storage/votes.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

constexpr const char* columns =
    "select b.id, b.process_id, b.document_id, b.question, b.description, b.kind, b.disclosure, b.results_visible, "
    "b.admits_participants, b.state, micros(b.opens_at), micros(b.closes_at), micros(b.opened_at), "
    "micros(b.closed_at), b.electorate_size, b.voted_members, b.voted_participants, "
    "coalesce((select array_agg(n.unit_id order by n.unit_id) from ballot_units n where n.ballot_id = b.id), "
    "'{}')::text from ballots b ";

// The condition that makes somebody one of the electorate of the units in $1.
constexpr const char* electors =
    "select distinct s.account_id from standings s join units u on u.id = s.unit_id "
    "join accounts a on a.id = s.account_id "
    "where u.path && $1::bigint[] and s.starts_at <= clock_timestamp() "
    "and (s.ends_at is null or s.ends_at > clock_timestamp()) and a.confirmed_at is not null and a.erased_at is null";

void load_choices(Transaction& tx, std::vector<domain::Ballot>& ballots) {
    std::map<int64_t, domain::Ballot*> places;
    std::vector<BallotId> ids;
    for (auto& ballot : ballots) {
        places[ballot.id.value] = &ballot;
        ids.push_back(ballot.id);
    }
    if (ids.empty()) return;
    for (auto [ballot, id, label] : tx.sql().query<int64_t, int64_t, string>(
             "select ballot_id, id, label from choices where ballot_id = any($1::bigint[]) order by ballot_id, ordinal",
             pqxx::params{array_of(ids)})) {
        places.at(ballot)->choices.push_back({ChoiceId{id}, label});
    }
    for (auto& ballot : ballots) {
        if (ballot.rules.kind == domain::BallotKind::approval) continue;
        for (const auto& choice : ballot.choices) ballot.rules.labels.push_back(choice.label);
    }
}

std::vector<domain::Ballot> select(Transaction& tx, const char* condition, int64_t argument) {
    std::vector<domain::Ballot> ballots;
    for (auto [id, process, document, question, description, kind, disclosure, visible, admits, state, opens, closes,
               opened, closed, electorate, members, participants, units] :
         tx.sql()
             .query<int64_t, int64_t, optional<int64_t>, string, string, string, string, string, bool, string,
                    optional<int64_t>, optional<int64_t>, optional<int64_t>, optional<int64_t>, int, int, int, string>(
                 string(columns) + condition, pqxx::params{argument})) {
        domain::Ballot ballot;
        ballot.id = BallotId{id};
        ballot.process = ProcessId{process};
        ballot.rules = {to_id<DocumentNoun>(document),
                        question,
                        description,
                        from_name<domain::BallotKind>(kind).value(),
                        {},
                        from_name<domain::Disclosure>(disclosure).value(),
                        from_name<domain::ResultsVisible>(visible).value(),
                        admits,
                        ids_of<UnitId>(units),
                        from_micros(opens),
                        from_micros(closes)};
        ballot.state = from_name<domain::BallotState>(state).value();
        ballot.opened = from_micros(opened);
        ballot.closed = from_micros(closed);
        ballot.electorate_size = electorate;
        ballot.voted_members = members;
        ballot.voted_participants = participants;
        ballots.push_back(std::move(ballot));
    }
    load_choices(tx, ballots);
    return ballots;
}

void add_units_and_choices(Transaction& tx, BallotId ballot, const domain::BallotRules& rules) {
    tx.sql().exec("insert into ballot_units (ballot_id, unit_id) select distinct $1::bigint, unnest($2::bigint[])",
                  pqxx::params{ballot.value, array_of(rules.units)});
    tx.sql().exec(
        "insert into choices (ballot_id, ordinal, label) "
        "select $1, ordinal, label from unnest($2::text[]) with ordinality as given (label, ordinal) order by ordinal",
        pqxx::params{ballot.value, domain::choice_labels(rules)});
}

}  // namespace

std::optional<domain::Ballot> find_ballot(Transaction& tx, BallotId ballot) {
    auto found = select(tx, "where b.id = $1", ballot.value);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<domain::Ballot> lock_ballot(Transaction& tx, BallotId ballot) {
    // Two statements: the second sees everything that was committed before the lock was got.
    tx.sql().exec("select from ballots where id = $1 for no key update", pqxx::params{ballot.value});
    return find_ballot(tx, ballot);
}

std::vector<domain::Ballot> ballots_of(Transaction& tx, ProcessId process) {
    return select(tx, "where b.process_id = $1 order by b.id desc", process.value);
}

BallotId add_ballot(Transaction& tx, ProcessId process, const domain::BallotRules& rules, AccountId author) {
    const BallotId id{tx.sql().query_value<int64_t>(
        "insert into ballots (process_id, document_id, question, description, kind, disclosure, results_visible, "
        "admits_participants, opens_at, closes_at, created_by) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, at_micros($9), at_micros($10), $11) returning id",
        pqxx::params{process.value, to_number(rules.document), rules.question, rules.description, name_of(rules.kind),
                     name_of(rules.disclosure), name_of(rules.results_visible), rules.admits_participants,
                     to_micros(rules.opens), to_micros(rules.closes), author.value})};
    add_units_and_choices(tx, id, rules);
    return id;
}

void change_rules(Transaction& tx, BallotId ballot, const domain::BallotRules& rules) {
    tx.sql().exec(
        "update ballots set document_id = $2, question = $3, description = $4, kind = $5, disclosure = $6, "
        "results_visible = $7, admits_participants = $8, opens_at = at_micros($9), closes_at = at_micros($10) "
        "where id = $1",
        pqxx::params{ballot.value, to_number(rules.document), rules.question, rules.description, name_of(rules.kind),
                     name_of(rules.disclosure), name_of(rules.results_visible), rules.admits_participants,
                     to_micros(rules.opens), to_micros(rules.closes)});
    tx.sql().exec("delete from ballot_units where ballot_id = $1", pqxx::params{ballot.value});
    tx.sql().exec("delete from choices where ballot_id = $1", pqxx::params{ballot.value});
    add_units_and_choices(tx, ballot, rules);
}

int count_electorate(Transaction& tx, const std::vector<UnitId>& units) {
    return tx.sql().query_value<int>("select count(*) from (" + string(electors) + ") as e",
                                     pqxx::params{array_of(units)});
}

void open_ballot(Transaction& tx, BallotId ballot) {
    const auto units = tx.sql().query_value<string>(
        "select coalesce(array_agg(unit_id), '{}')::text from ballot_units where ballot_id = $1",
        pqxx::params{ballot.value});
    const auto size = tx.sql()
                          .exec("insert into electorate (ballot_id, account_id) select $2, e.account_id from (" +
                                    string(electors) + ") as e",
                                pqxx::params{units, ballot.value})
                          .affected_rows();
    tx.sql().exec(
        "update ballots set state = 'open', opened_at = clock_timestamp(), electorate_size = $2 where id = $1",
        pqxx::params{ballot.value, int64_t(size)});
}

void close_ballot(Transaction& tx, const domain::Ballot& ballot) {
    std::vector<ChoiceId> choices;
    for (const auto& choice : ballot.choices) choices.push_back(choice.id);
    const auto counts = domain::count_last_turns(choices, all_turns(tx, ballot.id));
    std::vector<string> electorates;
    std::vector<int64_t> ids, votes;
    for (const auto& count : counts) {
        electorates.emplace_back(name_of(count.electorate));
        ids.push_back(count.choice.value);
        votes.push_back(count.votes);
    }
    tx.sql().exec(
        "insert into tallies (ballot_id, electorate, choice_id, votes) "
        "select $1, * from unnest($2::text[], $3::bigint[], $4::int[])",
        pqxx::params{ballot.id.value, electorates, array_of(ids), array_of(votes)});
    tx.sql().exec("update ballots set state = 'closed', closed_at = clock_timestamp() where id = $1",
                  pqxx::params{ballot.id.value});
}

Time database_time(Transaction& tx) {
    return from_micros(tx.sql().query_value<int64_t>("select micros(clock_timestamp())"));
}

std::vector<std::vector<UnitId>> paths_of_voting_units(Transaction& tx, ProcessId process) {
    std::vector<std::vector<UnitId>> paths;
    for (auto [path] :
         tx.sql().query<string>("select distinct u.path::text from ballots b join ballot_units n on n.ballot_id = b.id "
                                "join units u on u.id = n.unit_id where b.process_id = $1 and b.state = 'open'",
                                pqxx::params{process.value})) {
        paths.push_back(ids_of<UnitId>(path));
    }
    return paths;
}

std::vector<BallotId> due_ballots(Transaction& tx) {
    std::vector<BallotId> due;
    for (auto [id] : tx.sql().query<int64_t>(
             "select id from ballots where state = 'open' and closes_at <= clock_timestamp() union all "
             "select id from ballots where state = 'draft' and opens_at <= clock_timestamp() "
             "and (closes_at is null or closes_at > clock_timestamp()) order by id")) {
        due.push_back(BallotId{id});
    }
    return due;
}

}  // namespace samrad::storage
