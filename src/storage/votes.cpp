#include "storage/votes.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

domain::Electorate electorate_of(const string& name) { return from_name<domain::Electorate>(name).value(); }

std::map<BallotId, std::vector<domain::Count>> select_counts(Transaction& tx, const char* query,
                                                             const std::vector<BallotId>& ballots) {
    std::map<BallotId, std::vector<domain::Count>> counts;
    if (ballots.empty()) return counts;
    for (auto [ballot, electorate, choice, votes] :
         tx.sql().query<int64_t, string, int64_t, int>(query, pqxx::params{array_of(ballots)})) {
        counts[BallotId{ballot}].push_back({electorate_of(electorate), ChoiceId{choice}, votes});
    }
    return counts;
}

}  // namespace

Part find_part(Transaction& tx, BallotId ballot, AccountId account) {
    auto parts = find_parts(tx, {ballot}, account);
    return parts[ballot];
}

std::map<BallotId, Part> find_parts(Transaction& tx, const std::vector<BallotId>& ballots, AccountId account) {
    std::map<BallotId, Part> parts;
    if (ballots.empty()) return parts;
    for (auto [ballot, elector, confirmed, choice, turns] :
         tx.sql().query<int64_t, bool, optional<int64_t>, optional<int64_t>, int>(
             "select b.id, exists (select from electorate e where e.ballot_id = b.id and e.account_id = a.id), "
             "micros(a.confirmed_at), v.choice_id, coalesce(v.turn, 0) "
             "from unnest($1::bigint[]) as b (id) join accounts a on a.id = $2 and a.erased_at is null "
             "left join lateral (select choice_id, turn from votes where ballot_id = b.id and account_id = a.id "
             "order by turn desc limit 1) v on true",
             pqxx::params{array_of(ballots), account.value})) {
        parts[BallotId{ballot}] = {{elector, from_micros(confirmed)}, to_id<ChoiceNoun>(choice), turns};
    }
    return parts;
}

void add_turn(Transaction& tx, BallotId ballot, const domain::Turn& turn) {
    tx.sql().exec(
        "insert into votes (ballot_id, account_id, turn, electorate, choice_id, at) "
        "values ($1, $2, $3, $4, $5, clock_timestamp())",
        pqxx::params{ballot.value, turn.voter.value, turn.number, name_of(turn.electorate), turn.choice.value});
    if (turn.number > 1) return;
    const bool member = turn.electorate == domain::Electorate::members;
    tx.sql().exec(member ? "update ballots set voted_members = voted_members + 1 where id = $1"
                         : "update ballots set voted_participants = voted_participants + 1 where id = $1",
                  pqxx::params{ballot.value});
}

std::vector<domain::Turn> all_turns(Transaction& tx, BallotId ballot) {
    std::vector<domain::Turn> turns;
    for (auto [voter, number, electorate, choice] : tx.sql().query<int64_t, int, string, int64_t>(
             "select account_id, turn, electorate, choice_id from votes where ballot_id = $1",
             pqxx::params{ballot.value})) {
        turns.push_back({AccountId{voter}, number, electorate_of(electorate), ChoiceId{choice}});
    }
    return turns;
}

std::map<BallotId, std::vector<domain::Count>> find_tallies(Transaction& tx, const std::vector<BallotId>& ballots) {
    return select_counts(tx,
                         "select t.ballot_id, t.electorate, t.choice_id, t.votes from tallies t "
                         "join choices c on c.id = t.choice_id where t.ballot_id = any($1::bigint[]) "
                         "order by t.ballot_id, t.electorate, c.ordinal",
                         ballots);
}

std::map<BallotId, std::vector<domain::Count>> running_counts(Transaction& tx, const std::vector<BallotId>& ballots) {
    return select_counts(
        tx,
        "with last as (select distinct on (ballot_id, account_id) ballot_id, electorate, choice_id from votes "
        "where ballot_id = any($1::bigint[]) order by ballot_id, account_id, turn desc), "
        "counted as (select choice_id, electorate, count(*)::int as votes from last group by choice_id, electorate) "
        "select c.ballot_id, e.electorate, c.id, coalesce(n.votes, 0) from choices c "
        "cross join (values ('members'), ('participants')) as e (electorate) "
        "left join counted n on n.choice_id = c.id and n.electorate = e.electorate "
        "where c.ballot_id = any($1::bigint[]) order by c.ballot_id, e.electorate, c.ordinal",
        ballots);
}

namespace {

std::vector<NamedVote> select_votes(Transaction& tx, const char* query, const pqxx::params& arguments) {
    std::vector<NamedVote> votes;
    for (auto [voter, electorate, choice] : tx.sql().query<int64_t, string, int64_t>(query, arguments)) {
        votes.push_back({AccountId{voter}, electorate_of(electorate), ChoiceId{choice}});
    }
    return votes;
}

}  // namespace

std::vector<NamedVote> first_named_votes(Transaction& tx, BallotId ballot, int most) {
    return select_votes(tx,
                        "select v.account_id, v.electorate, v.choice_id from (select distinct on (account_id) "
                        "account_id, electorate, choice_id from votes where ballot_id = $1 "
                        "order by account_id, turn desc) v "
                        "join accounts a on a.id = v.account_id order by v.electorate, a.name, a.id limit $2",
                        pqxx::params{ballot.value, most});
}

std::vector<NamedVote> list_named_votes(Transaction& tx, BallotId ballot, AccountId after, int most) {
    return select_votes(tx,
                        "select distinct on (account_id) account_id, electorate, choice_id from votes "
                        "where ballot_id = $1 and account_id > $2 order by account_id, turn desc limit $3",
                        pqxx::params{ballot.value, after.value, most});
}

}  // namespace samrad::storage
