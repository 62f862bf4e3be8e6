#include "storage/merges.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

using std::int64_t;
using std::optional;
using std::string;

namespace {

void add_decision(Transaction& tx, DocumentId document, int version, AmendmentId amendment,
                  const DecidedAmendment& decided) {
    optional<int64_t> reason_by;
    if (decided.reason_by) reason_by = decided.reason_by->value;
    tx.sql().exec(
        "insert into merge_decisions (document_id, version, amendment_id, decision, author_id, reason, reason_by) "
        "values ($1, $2, $3, $4, $5, $6, $7)",
        pqxx::params{document.value, version, amendment.value, name_of(decided.decision), decided.author.value,
                     decided.reason, reason_by});
}

}  // namespace

void add_merge_decision(Transaction& tx, DocumentId document, int version, AmendmentId amendment,
                        domain::MergeDecision decision, AccountId author, const string& reason) {
    const auto reason_by = reason.empty() ? std::nullopt : optional(author);
    add_decision(tx, document, version, amendment, {decision, author, {}, reason, reason_by});
}

void add_merge_reason(Transaction& tx, DocumentId document, int version, AmendmentId amendment,
                      const DecidedAmendment& decided, AccountId by, const string& reason) {
    add_decision(tx, document, version, amendment, {decided.decision, decided.author, {}, reason, by});
}

std::map<AmendmentId, DecidedAmendment> merge_decisions(Transaction& tx, DocumentId document, int version) {
    std::map<AmendmentId, DecidedAmendment> decisions;
    for (auto [amendment, decision, author, at, reason, reason_by] :
         tx.sql().query<int64_t, string, int64_t, int64_t, string, optional<int64_t>>(
             "select distinct on (amendment_id) amendment_id, decision, author_id, micros(at), reason, reason_by from "
             "merge_decisions where document_id = $1 and version = $2 order by amendment_id, id desc",
             pqxx::params{document.value, version})) {
        DecidedAmendment decided{from_name<domain::MergeDecision>(decision).value_or(domain::MergeDecision::open),
                                 AccountId{author},
                                 from_micros(at),
                                 reason,
                                 {}};
        if (reason_by) decided.reason_by = AccountId{*reason_by};
        decisions[AmendmentId{amendment}] = std::move(decided);
    }
    return decisions;
}

void carry_merge_decisions(Transaction& tx, DocumentId document, int version, Carried which) {
    tx.sql().exec(
        "insert into merge_decisions (document_id, version, amendment_id, decision, author_id, reason, reason_by) "
        "select $1, $2, d.amendment_id, d.decision, d.author_id, d.reason, d.reason_by from (select distinct on "
        "(amendment_id) * from merge_decisions where document_id = $1 and version = $2 - 1 order by amendment_id, id "
        "desc) d join amendments a on a.id = d.amendment_id and a.state = 'submitted' where d.decision <> 'open' and "
        "($3 or exists (select from (select distinct on (amendment_id) result from voting_results where document_id = "
        "$1 and amendment_id = d.amendment_id order by amendment_id, id desc) voted where voted.result <> 'open'))",
        pqxx::params{document.value, version, which == Carried::all});
}

void add_hand_text(Transaction& tx, DocumentId document, int version, const HandText& hand, bool taken_back) {
    const auto text = taken_back ? std::nullopt : optional(hand.text);
    tx.sql().exec(
        "insert into merge_texts (document_id, version, from_at, to_at, text, author_id, grounds) values ($1, $2, $3, "
        "$4, $5, $6, $7)",
        pqxx::params{document.value, version, int64_t(hand.from), int64_t(hand.to), text, hand.author.value,
                     taken_back ? std::nullopt : hand.grounds});
}

std::vector<HandText> hand_texts(Transaction& tx, DocumentId document, int version) {
    std::vector<HandText> texts;
    for (auto [from, to, text, author, id, grounds] :
         tx.sql().query<int64_t, int64_t, optional<string>, int64_t, int64_t, optional<string>>(
             "select distinct on (from_at, to_at) from_at, to_at, text, author_id, id, grounds from merge_texts "
             "where document_id = $1 and version = $2 order by from_at, to_at, id desc",
             pqxx::params{document.value, version})) {
        if (text) texts.push_back({std::size_t(from), std::size_t(to), *text, AccountId{author}, id, grounds});
    }
    return texts;
}

optional<AccountId> last_writer_at(Transaction& tx, DocumentId document, int version, std::size_t from,
                                   std::size_t to) {
    const auto row = tx.sql().query01<int64_t>(
        "select author_id from merge_texts where document_id = $1 and version = $2 and from_at = $3 and to_at = $4 "
        "order by id desc limit 1",
        pqxx::params{document.value, version, int64_t(from), int64_t(to)});
    if (!row) return std::nullopt;
    return AccountId{std::get<0>(*row)};
}

MergeEntries merge_entries(Transaction& tx, DocumentId document, int version) {
    const auto [count, last] = tx.sql().query1<int64_t, int64_t>(
        "select count(*), coalesce((array_agg(author_id order by at desc))[1], 0) from ("
        "select coalesce(reason_by, author_id) as author_id, at from merge_decisions where document_id = $1 and "
        "version = $2 union all "
        "select author_id, at from merge_texts where document_id = $1 and version = $2) entries",
        pqxx::params{document.value, version});
    return {count, AccountId{last}};
}

int adopted_with(Transaction& tx, DocumentId document, int version) {
    return tx.sql().query_value<int>(
        "select count(*) from amendments where document_id = $1 and decided_version = $2 and state = 'adopted' and "
        "kind = 'text'",
        pqxx::params{document.value, version});
}

void add_trace(Transaction& tx, DocumentId document, int version, const std::vector<TracedStretch>& stretches) {
    // One statement for all: a version that takes a thousand amendments has thousands of stretches.
    std::vector<int64_t> old_from, old_to, new_from, new_to;
    std::vector<string> amendments;
    for (const auto& stretch : stretches) {
        old_from.push_back(int64_t(stretch.old_from));
        old_to.push_back(int64_t(stretch.old_to));
        new_from.push_back(int64_t(stretch.new_from));
        new_to.push_back(int64_t(stretch.new_to));
        amendments.push_back(array_of(stretch.amendments));
    }
    tx.sql().exec(
        "insert into traces (document_id, version, ordinal, old_from, old_to, new_from, new_to, amendments) "
        "select $1, $2, t.ordinal, t.old_from, t.old_to, t.new_from, t.new_to, t.amendments::bigint[] from "
        "unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[]) with ordinality as t (old_from, "
        "old_to, new_from, new_to, amendments, ordinal)",
        pqxx::params{document.value, version, array_of(old_from), array_of(old_to), array_of(new_from),
                     array_of(new_to), amendments});
}

namespace {

std::vector<TracedStretch> load_trace(Transaction& tx, const string& where, const pqxx::params& values) {
    std::vector<TracedStretch> stretches;
    for (auto [old_from, old_to, new_from, new_to, amendments] :
         tx.sql().query<int64_t, int64_t, int64_t, int64_t, string>(
             "select old_from, old_to, new_from, new_to, amendments::text from traces where document_id = $1 and "
             "version = $2 and " +
                 where + " order by ordinal",
             values)) {
        stretches.push_back({std::size_t(old_from), std::size_t(old_to), std::size_t(new_from), std::size_t(new_to),
                             ids_of<AmendmentId>(amendments)});
    }
    return stretches;
}

}  // namespace

std::vector<TracedStretch> trace_of(Transaction& tx, DocumentId document, int version, std::size_t from,
                                    std::size_t to) {
    return load_trace(tx, "new_from <= $4 and new_to >= $3",
                      pqxx::params{document.value, version, int64_t(from), int64_t(to)});
}

std::vector<TracedStretch> trace_of_amendments(Transaction& tx, DocumentId document, int version,
                                               const std::vector<AmendmentId>& amendments) {
    return load_trace(tx, "amendments && $3::bigint[]", pqxx::params{document.value, version, array_of(amendments)});
}

}  // namespace samrad::storage
