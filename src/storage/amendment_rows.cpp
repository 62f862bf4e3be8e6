#include "storage/amendment_rows.hpp"

#include <pqxx/pqxx>
#include <set>

#include "storage/people.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

constexpr const char* columns =
    "select a.id, a.document_id, coalesce(a.number, 0), a.version, a.kind, coalesce(a.change, ''), a.instruction, "
    "a.reason, a.sponsor_id, a.sponsor_unit_id, coalesce(u.name, ''), a.state, a.supports, micros(a.created_at), "
    "micros(a.submitted_at), a.decided_version, a.now_version, coalesce(a.now_change, ''), a.carried, a.line_from, "
    "a.line_to, a.comment_count, a.forwarded_from, p.supporters_needed, a.amends, coalesce(a.amended_change, ''), "
    "a.member_supports, p.supporters_from, a.whole, a.carried_answer, a.joined_into, k.people, k.units, "
    "p.supporter_units_needed, micros(a.decided_at), a.decided_reason, a.extent, a.lost_to, a.decided_by, "
    "coalesce(b.name, ''), a.wording, coalesce(w.version, 0), coalesce(w.change, ''), micros(w.at) from amendments a "
    "join documents d on d.id = a.document_id join processes p on p.id = d.process_id left join units u on u.id = "
    "a.sponsor_unit_id left join units b on b.id = a.decided_by left join amendment_wordings w on w.amendment_id = "
    "a.id and w.number = a.wording "
    // Who counts by unit, each for the most local of theirs that counts: only where the process asks for it.
    "cross join lateral (select count(*) people, count(distinct home) units from (select s.member, (select n.id from "
    "unnest(s.units) with ordinality o (id, place) join units n on n.id = o.id where p.supporters_from <> 'units' or "
    "n.path && p.supporters_units order by o.place limit 1) home from amendment_supports s where s.amendment_id = a.id "
    "and s.wording = a.wording and (p.supporters_from = 'units' or p.supporter_units_needed > 0)) s where "
    "(p.supporters_from <> 'units' or "
    "s.home is not null) and (p.supporters_from <> 'members' or s.member)) k ";

domain::Amendment read(const pqxx::row& row) {
    domain::Amendment amendment;
    amendment.id = AmendmentId{row[0].as<int64_t>()};
    amendment.document = DocumentId{row[1].as<int64_t>()};
    amendment.number = row[2].as<int>();
    amendment.version = row[3].as<int>();
    amendment.kind = from_name<domain::AmendmentKind>(row[4].as<string>()).value_or(domain::AmendmentKind::text);
    amendment.change = row[5].as<string>();
    amendment.instruction = row[6].as<string>();
    amendment.reason = row[7].as<string>();
    amendment.sponsor.id = AccountId{row[8].as<int64_t>()};
    amendment.sponsor_unit = to_id<struct UnitNoun>(row[9].as<optional<int64_t>>());
    amendment.sponsor_unit_name = row[10].as<string>();
    amendment.state = from_name<domain::AmendmentState>(row[11].as<string>()).value_or(domain::AmendmentState::draft);
    amendment.supports = row[12].as<int>();
    amendment.at = from_micros(row[13].as<int64_t>());
    amendment.submitted = from_micros(row[14].as<optional<int64_t>>());
    amendment.decided_version = row[15].as<optional<int>>();
    amendment.now_version = row[16].as<int>();
    amendment.now_change = row[17].as<string>();
    amendment.carried = from_name<domain::Carriage>(row[18].as<string>()).value_or(domain::Carriage::clean);
    amendment.line_from = row[19].as<int>();
    amendment.line_to = row[20].as<int>();
    amendment.comments = row[21].as<int>();
    amendment.forwarded_from = to_id<struct AmendmentNoun>(row[22].as<optional<int64_t>>());
    amendment.supporters_needed = row[23].as<int>();
    amendment.amends = to_id<struct AmendmentNoun>(row[24].as<optional<int64_t>>());
    amendment.amended_change = row[25].as<string>();
    amendment.member_supports = row[26].as<int>();
    amendment.supporters_from =
        from_name<domain::SupportersFrom>(row[27].as<string>()).value_or(domain::SupportersFrom::everybody);
    amendment.whole = row[28].as<bool>();
    if (const auto answer = row[29].as<optional<string>>())
        amendment.answer = from_name<domain::CarriedAnswer>(*answer);
    amendment.joined_into = to_id<struct AmendmentNoun>(row[30].as<optional<int64_t>>());
    amendment.unit_supports = row[31].as<int>();
    amendment.supporting_units = row[32].as<int>();
    amendment.supporter_units_needed = row[33].as<int>();
    amendment.decided = from_micros(row[34].as<optional<int64_t>>());
    amendment.decided_reason = row[35].as<string>();
    if (const auto extent = row[36].as<optional<string>>()) amendment.extent = from_name<domain::Extent>(*extent);
    amendment.lost_to = to_id<struct AmendmentNoun>(row[37].as<optional<int64_t>>());
    amendment.decided_by = to_id<struct UnitNoun>(row[38].as<optional<int64_t>>());
    amendment.decided_by_name = row[39].as<string>();
    amendment.wording = row[40].as<int>();
    amendment.worded_version = row[41].as<int>();
    amendment.worded_change = row[42].as<string>();
    amendment.worded = from_micros(row[43].as<optional<int64_t>>());
    return amendment;
}

}  // namespace

std::vector<domain::Amendment> load_amendments(Transaction& tx, const string& condition, const pqxx::params& params) {
    std::vector<domain::Amendment> amendments;
    std::set<AccountId> sponsors;
    for (const auto& row : tx.sql().exec(columns + condition, params)) {
        amendments.push_back(read(row));
        sponsors.insert(amendments.back().sponsor.id);
    }
    const auto people = find_people(tx, sponsors);
    for (auto& amendment : amendments) amendment.sponsor = people.at(amendment.sponsor.id);
    return amendments;
}

string own_amendments(const string& account, const string& units) {
    return "((a.sponsor_id = " + account +
           " and (a.sponsor_unit_id is null or a.state = 'draft' or exists (select from units s where s.id = "
           "a.sponsor_unit_id and s.path && " +
           units + "::bigint[]))) or (a.sponsor_unit_id = any(" + units + "::bigint[]) and a.state <> 'draft'))";
}

}  // namespace samrad::storage
