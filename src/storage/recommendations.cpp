#include "storage/recommendations.hpp"

#include <pqxx/pqxx>

#include "storage/people.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

constexpr const char* columns =
    "select r.id, r.amendment_id, r.unit_id, u.name, r.verdict, coalesce(r.change, ''), r.refer_to, r.covered_by, "
    "r.reason, r.votes_for, r.votes_against, r.votes_abstain, r.author_id, micros(r.created_at), "
    "micros(r.published_at), coalesce(array_position(p.chain, r.unit_id), 0) place, p.chain = '{}', r.wording, "
    "coalesce(w.version, a.version), r.wording < a.wording, case when r.wording < a.wording then coalesce(w.change, "
    "a.change, '') else '' end from recommendations r join units u on u.id = r.unit_id join amendments a on a.id = "
    "r.amendment_id join documents d on d.id = a.document_id join processes p on p.id = d.process_id left join "
    "amendment_wordings w on w.amendment_id = a.id and w.number = r.wording ";

// `counting`: those that count, in the order of the chain; of each amendment the last
// about its wording may be the last word.
std::vector<domain::Recommendation> load(Transaction& tx, const string& condition, const pqxx::params& params,
                                         bool counting = false) {
    std::vector<domain::Recommendation> recommendations;
    std::set<AccountId> authors;
    for (const auto& row : tx.sql().exec(columns + condition, params)) {
        domain::Recommendation one;
        one.id = RecommendationId{row[0].as<int64_t>()};
        one.amendment = AmendmentId{row[1].as<int64_t>()};
        one.unit = UnitId{row[2].as<int64_t>()};
        one.unit_name = row[3].as<string>();
        one.verdict = from_name<domain::Verdict>(row[4].as<string>()).value_or(domain::Verdict::none);
        one.change = row[5].as<string>();
        one.refer_to = to_id<struct UnitNoun>(row[6].as<optional<int64_t>>());
        one.covered_by = to_id<struct AmendmentNoun>(row[7].as<optional<int64_t>>());
        one.reason = row[8].as<string>();
        one.votes_for = row[9].as<optional<int>>();
        one.votes_against = row[10].as<optional<int>>();
        one.votes_abstain = row[11].as<optional<int>>();
        one.author.id = AccountId{row[12].as<int64_t>()};
        one.at = from_micros(row[13].as<int64_t>());
        one.published = from_micros(row[14].as<optional<int64_t>>());
        one.wording = row[17].as<int>();
        one.version = row[18].as<int>();
        one.outdated = row[19].as<bool>();
        one.saw = row[20].as<string>();
        if (counting && !one.outdated) {
            for (auto before = recommendations.rbegin(); before != recommendations.rend(); ++before) {
                if (before->amendment != one.amendment) break;
                before->last_word = false;
            }
            one.last_word = row[15].as<int>() > 0 || row[16].as<bool>();
        }
        authors.insert(one.author.id);
        recommendations.push_back(std::move(one));
    }
    const auto people = find_people(tx, authors);
    for (auto& one : recommendations) one.author = people.at(one.author.id);
    return recommendations;
}

}  // namespace

RecommendationId add_recommendation(Transaction& tx, const domain::Recommendation& recommendation) {
    const auto change = recommendation.change.empty() ? std::nullopt : optional<string>(recommendation.change);
    return RecommendationId{tx.sql().query_value<int64_t>(
        "insert into recommendations (amendment_id, unit_id, verdict, change, refer_to, covered_by, reason, votes_for, "
        "votes_against, votes_abstain, author_id, wording) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
        "returning id",
        pqxx::params{recommendation.amendment.value, recommendation.unit.value, name_of(recommendation.verdict), change,
                     to_number(recommendation.refer_to), to_number(recommendation.covered_by), recommendation.reason,
                     recommendation.votes_for, recommendation.votes_against, recommendation.votes_abstain,
                     recommendation.author.id.value, recommendation.wording})};
}

optional<domain::Recommendation> find_recommendation(Transaction& tx, RecommendationId recommendation) {
    auto found = load(tx, "where r.id = $1", pqxx::params{recommendation.value});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void publish(Transaction& tx, const std::vector<RecommendationId>& recommendations) {
    tx.sql().exec(
        "update recommendations set published_at = now() where id = any($1::bigint[]) and published_at is null",
        pqxx::params{array_of(recommendations)});
}

std::vector<domain::Recommendation> published_recommendations(Transaction& tx,
                                                              const std::vector<AmendmentId>& amendments) {
    return load(tx,
                "where r.id in (select distinct on (amendment_id, unit_id) id from recommendations where "
                "amendment_id = any($1::bigint[]) and published_at is not null order by amendment_id, unit_id, "
                "published_at desc, id desc) order by r.amendment_id, place, r.published_at, r.id",
                pqxx::params{array_of(amendments)}, true);
}

std::vector<domain::Recommendation> earlier_recommendations(Transaction& tx,
                                                            const std::vector<AmendmentId>& amendments) {
    return load(tx,
                "where r.amendment_id = any($1::bigint[]) and r.published_at is not null and exists (select from "
                "recommendations n where n.amendment_id = r.amendment_id and n.unit_id = r.unit_id and "
                "(n.published_at, n.id) > (r.published_at, r.id)) order by r.amendment_id, r.published_at desc, "
                "r.id desc",
                pqxx::params{array_of(amendments)});
}

std::vector<Covered> covered_by(Transaction& tx, const std::vector<AmendmentId>& covering) {
    std::vector<Covered> covered;
    for (auto [by, id, number] : tx.sql().query<int64_t, int64_t, int>(
             "select distinct last.covered_by, a.id, a.number from (select distinct on (amendment_id, unit_id) "
             "amendment_id, covered_by, wording from recommendations where published_at is not null and amendment_id "
             "in "
             "(select amendment_id from recommendations where covered_by = any($1::bigint[])) "
             "order by amendment_id, unit_id, published_at desc, id desc) last join amendments a on a.id = "
             "last.amendment_id and a.wording = last.wording where last.covered_by = any($1::bigint[]) order by 1, 3",
             pqxx::params{array_of(covering)})) {
        covered.push_back({AmendmentId{by}, AmendmentId{id}, number});
    }
    return covered;
}

std::vector<domain::Recommendation> kept_recommendations(Transaction& tx, const std::vector<AmendmentId>& amendments,
                                                         optional<UnitId> unit) {
    return load(tx,
                "where r.id in (select distinct on (amendment_id, unit_id) id from recommendations where amendment_id "
                "= any($1::bigint[]) and ($2::bigint is null or unit_id = $2) order by amendment_id, unit_id, id desc) "
                "and r.published_at is null order by r.amendment_id, r.id",
                pqxx::params{array_of(amendments), to_number(unit)});
}

void add_dissent(Transaction& tx, const Dissent& dissent, AccountId author) {
    tx.sql().exec("insert into dissents (recommendation_id, names, text, author_id) values ($1, $2, $3, $4)",
                  pqxx::params{dissent.recommendation.value, dissent.names, dissent.text, author.value});
}

std::vector<Dissent> dissents_on(Transaction& tx, const std::vector<RecommendationId>& recommendations) {
    std::vector<Dissent> dissents;
    for (auto [id, names, text, at, verdict] : tx.sql().query<int64_t, string, string, int64_t, string>(
             "select now.id, d.names, d.text, micros(d.at), filed.verdict from recommendations now join "
             "recommendations "
             "filed on filed.amendment_id = now.amendment_id and filed.unit_id = now.unit_id join dissents d on "
             "d.recommendation_id = filed.id where now.id = any($1::bigint[]) order by d.id",
             pqxx::params{array_of(recommendations)})) {
        dissents.push_back({RecommendationId{id}, names, text, from_micros(at),
                            from_name<domain::Verdict>(verdict).value_or(domain::Verdict::none)});
    }
    return dissents;
}

}  // namespace samrad::storage
