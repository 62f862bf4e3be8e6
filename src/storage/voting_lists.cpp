#include "storage/voting_lists.hpp"

#include <pqxx/pqxx>

#include "storage/merges.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

constexpr const char* columns =
    "r.id, r.amendment_id, r.version, r.result, r.because_of, r.votes_for, r.votes_against, r.votes_abstain, "
    "r.ballot_id, r.author_id, micros(r.at) from voting_results r ";

StoredResult read(const pqxx::row& row) {
    StoredResult one;
    one.id = row[0].as<int64_t>();
    one.amendment = AmendmentId{row[1].as<int64_t>()};
    one.version = row[2].as<int>();
    one.result = from_name<domain::VotingResult>(row[3].as<string>()).value_or(domain::VotingResult::open);
    one.because_of = to_id<struct AmendmentNoun>(row[4].as<optional<int64_t>>());
    one.votes = {row[5].as<optional<int>>(), row[6].as<optional<int>>(), row[7].as<optional<int>>()};
    one.ballot = to_id<struct BallotNoun>(row[8].as<optional<int64_t>>());
    one.author = AccountId{row[9].as<int64_t>()};
    one.at = from_micros(row[10].as<int64_t>());
    return one;
}

std::vector<StoredResult> load(Transaction& tx, const string& query, const pqxx::params& params) {
    std::vector<StoredResult> results;
    for (const auto& row : tx.sql().exec(query, params)) results.push_back(read(row));
    return results;
}

}  // namespace

StoredOrder voting_order(Transaction& tx, DocumentId document, int version) {
    StoredOrder order;
    for (auto [id, amendments] : tx.sql().query<int64_t, string>(
             "select id, amendments::text from voting_orders where document_id = $1 and version = $2 "
             "order by id desc limit 1",
             pqxx::params{document.value, version})) {
        order = {id, ids_of<AmendmentId>(amendments)};
    }
    return order;
}

void add_voting_order(Transaction& tx, DocumentId document, int version, const std::vector<AmendmentId>& amendments,
                      AccountId author) {
    tx.sql().exec(
        "insert into voting_orders (document_id, version, amendments, author_id) values ($1, $2, $3::bigint[], $4)",
        pqxx::params{document.value, version, array_of(amendments), author.value});
}

void add_voting_result(Transaction& tx, DocumentId document, const StoredResult& one) {
    tx.sql().exec(
        "insert into voting_results (document_id, version, amendment_id, result, because_of, votes_for, votes_against, "
        "votes_abstain, ballot_id, author_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        pqxx::params{document.value, one.version, one.amendment.value, name_of(one.result), to_number(one.because_of),
                     one.votes.votes_for, one.votes.votes_against, one.votes.votes_abstain, to_number(one.ballot),
                     one.author.value});
    add_merge_decision(tx, document, one.version, one.amendment, domain::decision_of(one.result), one.author);
}

std::map<AmendmentId, StoredResult> voting_results(Transaction& tx, DocumentId document) {
    std::map<AmendmentId, StoredResult> results;
    for (auto& one : load(tx,
                          string("select distinct on (r.amendment_id) ") + columns +
                              "where r.document_id = $1 order by r.amendment_id, r.id desc",
                          pqxx::params{document.value})) {
        results.emplace(one.amendment, std::move(one));
    }
    return results;
}

std::map<AmendmentId, StoredResult> what_was_voted(Transaction& tx, const std::set<DocumentId>& documents,
                                                   const std::vector<AmendmentId>& amendments) {
    std::map<AmendmentId, StoredResult> voted;
    const std::vector<DocumentId> within(documents.begin(), documents.end());
    for (auto& one : load(tx,
                          string("select distinct on (r.amendment_id) ") + columns +
                              "where r.document_id = any($1::bigint[]) and r.amendment_id = any($2::bigint[]) "
                              "order by r.amendment_id, r.id desc",
                          pqxx::params{array_of(within), array_of(amendments)})) {
        if (one.result != domain::VotingResult::open) voted.emplace(one.amendment, std::move(one));
    }
    return voted;
}

StoredResult voting_result(Transaction& tx, DocumentId document, AmendmentId amendment) {
    const auto found = load(
        tx, string("select ") + columns + "where r.document_id = $1 and r.amendment_id = $2 order by r.id desc limit 1",
        pqxx::params{document.value, amendment.value});
    StoredResult none;
    none.amendment = amendment;
    return found.empty() ? none : found.front();
}

std::vector<StoredResult> voting_log(Transaction& tx, DocumentId document, int version, int limit) {
    return load(tx,
                string("select ") + columns + "where r.document_id = $1 and r.version = $2 order by r.id desc limit $3",
                pqxx::params{document.value, version, limit});
}

std::vector<int> voted_versions(Transaction& tx, DocumentId document) {
    std::vector<int> versions;
    for (auto [version] :
         tx.sql().query<int>("select distinct version from voting_results where document_id = $1 order by version desc",
                             pqxx::params{document.value})) {
        versions.push_back(version);
    }
    return versions;
}

}  // namespace samrad::storage
