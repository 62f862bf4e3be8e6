#include "storage/amendments.hpp"

#include <pqxx/pqxx>

#include "storage/amendment_rows.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

optional<domain::Amendment> first(std::vector<domain::Amendment> amendments) {
    if (amendments.empty()) return std::nullopt;
    return std::move(amendments.front());
}

optional<string> unless_empty(const string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

}  // namespace

optional<domain::Amendment> find_amendment(Transaction& tx, AmendmentId amendment) {
    return first(load_amendments(tx, "where a.id = $1", pqxx::params{amendment.value}));
}

optional<domain::Amendment> lock_amendment(Transaction& tx, AmendmentId amendment) {
    return first(load_amendments(tx, "where a.id = $1 for update of a", pqxx::params{amendment.value}));
}

std::vector<domain::Amendment> find_amendments(Transaction& tx, const std::vector<AmendmentId>& amendments) {
    return load_amendments(tx, "where a.id = any($1::bigint[]) order by a.id", pqxx::params{array_of(amendments)});
}

std::vector<domain::Amendment> lock_amendments(Transaction& tx, const std::vector<AmendmentId>& amendments) {
    return load_amendments(tx, "where a.id = any($1::bigint[]) order by a.id for update of a",
                           pqxx::params{array_of(amendments)});
}

std::vector<domain::Amendment> list_amendments(Transaction& tx, const AmendmentQuery& query) {
    string condition =
        "where a.document_id = $1 and a.state <> 'draft' and ($2 = '' or a.state = $2) and ($3::bigint = 0 or "
        "a.sponsor_id = $3) and ($4 = 0 or (a.line_from <= $5 and a.line_to >= $4)) and ($6 = '' or "
        "position(lower($6) in lower(a.reason || ' ' || a.instruction || ' E ' || a.number || ' ' || "
        "coalesce(a.change, '') || ' ' || coalesce(w.change, '') || ' ' || a.taken_words || ' ' || coalesce(u.name, "
        "'') || ' ' || "
        "(select name from accounts where id = a.sponsor_id and erased_at is null))) > 0) and "
        "($10 = '' or a.kind = $10) and ($11 = '' or exists (select from recommendations r where "
        "r.amendment_id = a.id and r.verdict = $11 and r.wording = a.wording and ($15::bigint = 0 or r.unit_id = $15) "
        "and r.published_at is not null and not exists (select from "
        "recommendations n where n.amendment_id = a.id and n.unit_id = r.unit_id and n.published_at is not null "
        "and n.id > r.id))) and (not $12 or not exists (select from recommendations r where r.amendment_id = a.id "
        "and r.wording = a.wording and ($15::bigint = 0 or r.unit_id = $15) and r.published_at is not null)) and "
        "($13::bigint = 0 or a.sponsor_unit_id = $13) and "
        "($14::boolean is null or (a.state = 'submitted' and $14 = (a.sponsor_unit_id is null and (k.units < "
        "p.supporter_units_needed or case p.supporters_from when 'members' then a.member_supports when 'units' then "
        "k.people else a.supports end < p.supporters_needed)))) and ";
    condition += query.by_number ? "a.number > $8 and $7 <= $7 order by a.number limit $9"
                                 : "(a.line_from, a.number) > ($7, $8) order by a.line_from, a.number limit $9";
    return load_amendments(tx, condition,
                           pqxx::params{query.document.value, query.state ? string(name_of(*query.state)) : string(),
                                        query.sponsor ? query.sponsor->value : 0, query.line_from, query.line_to,
                                        query.words, query.after_line, query.after_number, query.limit,
                                        query.kind ? string(name_of(*query.kind)) : string(),
                                        query.verdict ? string(name_of(*query.verdict)) : string(),
                                        query.without_verdict, query.sponsor_unit ? query.sponsor_unit->value : 0,
                                        query.gathers_support, query.body ? query.body->value : 0});
}

std::vector<domain::Amendment> pending_amendments(Transaction& tx, DocumentId document) {
    return load_amendments(tx, "where a.document_id = $1 and a.state = 'submitted' order by a.number",
                           pqxx::params{document.value});
}

std::vector<domain::Amendment> travelling_amendments(Transaction& tx, DocumentId document) {
    return load_amendments(tx,
                           "where a.document_id = $1 and a.state in ('draft', 'submitted', 'withdrawn') order by a.id "
                           "for update of a",
                           pqxx::params{document.value});
}

std::vector<domain::Amendment> amendments_of(Transaction& tx, AccountId sponsor, const std::vector<UnitId>& units,
                                             AmendmentId before, int limit) {
    return load_amendments(tx,
                           "where (" + own_amendments("$1", "$4") +
                               " or (a.state <> 'draft' and exists (select from amendment_sponsors s where "
                               "s.amendment_id = a.id and s.account_id = $1))) and ($2::bigint = 0 or a.id < $2) "
                               "order by a.id desc limit $3",
                           pqxx::params{sponsor.value, before.value, limit, array_of(units)});
}

std::vector<domain::Amendment> amendments_supported_before(Transaction& tx, AccountId account) {
    return load_amendments(tx,
                           "where a.state = 'submitted' and a.sponsor_id <> $1 and exists (select from "
                           "amendment_supports s where s.amendment_id = a.id and s.account_id = $1 and s.wording < "
                           "a.wording) order by a.document_id, a.number limit 200",
                           pqxx::params{account.value});
}

AmendmentId add_amendment(Transaction& tx, const domain::Amendment& amendment) {
    return AmendmentId{tx.sql().query_value<int64_t>(
        "insert into amendments (document_id, version, kind, change, instruction, reason, sponsor_id, sponsor_unit_id, "
        "now_version, now_change, carried, line_from, line_to, forwarded_from, amends, amended_change, whole, "
        "taken_words) values ($1, "
        "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) returning id",
        pqxx::params{amendment.document.value, amendment.version, name_of(amendment.kind),
                     unless_empty(amendment.change), amendment.instruction, amendment.reason,
                     amendment.sponsor.id.value, to_number(amendment.sponsor_unit), amendment.now_version,
                     unless_empty(amendment.now_change), name_of(amendment.carried), amendment.line_from,
                     amendment.line_to, to_number(amendment.forwarded_from), to_number(amendment.amends),
                     unless_empty(amendment.amended_change), amendment.whole, amendment.taken_words})};
}

std::vector<std::pair<AmendmentId, AmendmentId>> forwarded_as(Transaction& tx,
                                                              const std::vector<AmendmentId>& amendments) {
    std::vector<std::pair<AmendmentId, AmendmentId>> found;
    for (auto [from, as] : tx.sql().query<int64_t, int64_t>(
             "select forwarded_from, id from amendments where forwarded_from = any($1::bigint[]) and state <> 'draft' "
             "order by id",
             pqxx::params{array_of(amendments)})) {
        found.emplace_back(AmendmentId{from}, AmendmentId{as});
    }
    return found;
}

std::vector<domain::Amendment> amending(Transaction& tx, AmendmentId amendment) {
    return load_amendments(tx,
                           "where a.amends = $1 and a.state in ('draft', 'submitted') order by a.id for update of a",
                           pqxx::params{amendment.value});
}

std::vector<std::pair<AmendmentId, AmendmentId>> amended_by(Transaction& tx,
                                                            const std::vector<AmendmentId>& amendments) {
    std::vector<std::pair<AmendmentId, AmendmentId>> found;
    for (auto [amended, by] : tx.sql().query<int64_t, int64_t>(
             "select amends, id from amendments where amends = any($1::bigint[]) and state <> 'draft' order by number",
             pqxx::params{array_of(amendments)})) {
        found.emplace_back(AmendmentId{amended}, AmendmentId{by});
    }
    return found;
}

void change_draft(Transaction& tx, const domain::Amendment& amendment) {
    tx.sql().exec(
        "update amendments set version = $2, kind = $3, change = $4, instruction = $5, reason = $6, "
        "sponsor_unit_id = $7, now_version = $8, now_change = $9, carried = $10, line_from = $11, line_to = $12, "
        "amends = $13, amended_change = $14, whole = $15, taken_words = $16 where id = $1",
        pqxx::params{amendment.id.value, amendment.version, name_of(amendment.kind), unless_empty(amendment.change),
                     amendment.instruction, amendment.reason, to_number(amendment.sponsor_unit), amendment.now_version,
                     unless_empty(amendment.now_change), name_of(amendment.carried), amendment.line_from,
                     amendment.line_to, to_number(amendment.amends), unless_empty(amendment.amended_change),
                     amendment.whole, amendment.taken_words});
}

void discard_draft(Transaction& tx, AmendmentId amendment) {
    tx.sql().exec("delete from amendments where id = $1 and state = 'draft'", pqxx::params{amendment.value});
}

int submit(Transaction& tx, const domain::Amendment& amendment) {
    const int number = tx.sql().query_value<int>(
        "update documents set amendment_count = amendment_count + 1 where id = $1 returning amendment_count",
        pqxx::params{amendment.document.value});
    tx.sql().exec("update amendments set state = 'submitted', number = $2, submitted_at = now() where id = $1",
                  pqxx::params{amendment.id.value, number});
    return number;
}

void withdraw(Transaction& tx, AmendmentId amendment) {
    tx.sql().exec("update amendments set state = 'withdrawn' where id = $1 or (amends = $1 and state = 'submitted')",
                  pqxx::params{amendment.value});
}

void take_over(Transaction& tx, AmendmentId amendment, AccountId sponsor) {
    tx.sql().exec(
        "update amendments set state = 'submitted', sponsor_id = $2, sponsor_unit_id = null, joined_into = null "
        "where id = $1",
        pqxx::params{amendment.value, sponsor.value});
    leave_sponsors(tx, amendment, sponsor);
}

void add_wording(Transaction& tx, AmendmentId amendment, int version, const std::string& change) {
    tx.sql().exec(
        "with anew as (update amendments set wording = wording + 1, supports = 0, member_supports = 0 where id = $1 "
        "returning wording) insert into amendment_wordings (amendment_id, number, version, change) select $1, wording, "
        "$2, $3 from anew",
        pqxx::params{amendment.value, version, change});
}

void move_amendments(Transaction& tx, const std::vector<domain::Amendment>& amendments) {
    if (amendments.empty()) return;
    // One statement for all: a version with thousands of open amendments is saved in one round trip.
    std::vector<int64_t> ids, versions, from, to;
    std::vector<string> changes, carried, answers;
    for (const auto& amendment : amendments) {
        ids.push_back(amendment.id.value);
        versions.push_back(amendment.now_version);
        from.push_back(amendment.line_from);
        to.push_back(amendment.line_to);
        changes.push_back(amendment.now_change);
        carried.emplace_back(name_of(amendment.carried));
        answers.emplace_back(amendment.answer ? name_of(*amendment.answer) : "");
    }
    tx.sql().exec(
        "update amendments a set now_version = m.version, now_change = nullif(m.change, ''), carried = m.carried, "
        "line_from = m.line_from, line_to = m.line_to, carried_answer = nullif(m.answer, '') from "
        "unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::int[], $6::int[], $7::text[]) as m (id, version, "
        "change, carried, line_from, line_to, answer) where a.id = m.id",
        pqxx::params{array_of(ids), array_of(versions), changes, carried, array_of(from), array_of(to), answers});
}

}  // namespace samrad::storage
