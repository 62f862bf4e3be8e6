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
    tx.sql().exec(
        "insert into merge_decisions (document_id, version, amendment_id, decision, author_id, reason, reason_by, "
        "instead_of) values ($1, $2, $3, $4, $5, $6, $7, (select max(id) from merge_decisions where document_id = $1 "
        "and version = $2 and amendment_id = $3))",
        pqxx::params{document.value, version, amendment.value, name_of(decided.decision), decided.author.value,
                     decided.reason, to_number(decided.reason_by)});
}

constexpr const char* decision_columns =
    "amendment_id, decision, author_id, micros(at), reason, reason_by, id, instead_of, undone_by from merge_decisions "
    "where document_id = $1 and version = $2 ";

template <class Found>
void each_decision(Transaction& tx, const string& select, const string& order, const pqxx::params& values,
                   Found found) {
    for (auto [amendment, decision, author, at, reason, reason_by, id, instead_of, undone_by] :
         tx.sql()
             .query<int64_t, string, int64_t, int64_t, string, optional<int64_t>, int64_t, optional<int64_t>,
                    optional<int64_t>>(select + decision_columns + order, values)) {
        found(AmendmentId{amendment},
              DecidedAmendment{from_name<domain::MergeDecision>(decision).value_or(domain::MergeDecision::open),
                               AccountId{author}, from_micros(at), reason, to_id<struct AccountNoun>(reason_by), id,
                               instead_of, to_id<struct AccountNoun>(undone_by)});
    }
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
    each_decision(tx, "select distinct on (amendment_id) ", "order by amendment_id, id desc",
                  pqxx::params{document.value, version},
                  [&](AmendmentId amendment, DecidedAmendment decided) { decisions[amendment] = std::move(decided); });
    return decisions;
}

std::map<int64_t, DecidedAmendment> merge_history(Transaction& tx, DocumentId document, int version) {
    std::map<int64_t, DecidedAmendment> history;
    each_decision(tx, "select ", "", pqxx::params{document.value, version},
                  [&](AmendmentId, DecidedAmendment decided) { history[decided.number] = std::move(decided); });
    return history;
}

void add_decision_again(Transaction& tx, DocumentId document, int version, AmendmentId amendment,
                        const DecidedAmendment& stood, AccountId by) {
    tx.sql().exec(
        "insert into merge_decisions (document_id, version, amendment_id, decision, author_id, reason, reason_by, "
        "instead_of, undone_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        pqxx::params{document.value, version, amendment.value, name_of(stood.decision), stood.author.value,
                     stood.reason, to_number(stood.reason_by), stood.instead_of, by.value});
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
        "insert into merge_texts (document_id, version, from_at, to_at, text, author_id, grounds, instead_of) values "
        "($1, $2, $3, $4, $5, $6, $7, (select max(id) from merge_texts where document_id = $1 and version = $2 and "
        "from_at = $3 and to_at = $4))",
        pqxx::params{document.value, version, int64_t(hand.from), int64_t(hand.to), text, hand.author.value,
                     taken_back ? std::nullopt : hand.grounds});
}

void add_text_again(Transaction& tx, DocumentId document, int version, const HandText& stood, AccountId by) {
    const auto text = stood.taken_back ? std::nullopt : optional(stood.text);
    tx.sql().exec(
        "insert into merge_texts (document_id, version, from_at, to_at, text, author_id, grounds, instead_of, "
        "undone_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        pqxx::params{document.value, version, int64_t(stood.from), int64_t(stood.to), text, stood.author.value,
                     stood.grounds, stood.instead_of, by.value});
}

namespace {

std::vector<HandText> load_texts(Transaction& tx, const string& select, const string& where,
                                 const pqxx::params& values) {
    std::vector<HandText> texts;
    for (auto [from, to, text, author, id, grounds, instead_of, undone_by] :
         tx.sql()
             .query<int64_t, int64_t, optional<string>, int64_t, int64_t, optional<string>, optional<int64_t>,
                    optional<int64_t>>(
                 select + "from_at, to_at, text, author_id, id, grounds, instead_of, undone_by from merge_texts " +
                     where,
                 values)) {
        texts.push_back({std::size_t(from), std::size_t(to), text.value_or(""), AccountId{author}, id, grounds,
                         instead_of, to_id<struct AccountNoun>(undone_by), !text});
    }
    return texts;
}

optional<HandText> first(std::vector<HandText> texts) {
    if (texts.empty()) return std::nullopt;
    return std::move(texts.front());
}

}  // namespace

std::vector<HandText> hand_texts(Transaction& tx, DocumentId document, int version) {
    auto texts = load_texts(tx, "select distinct on (from_at, to_at) ",
                            "where document_id = $1 and version = $2 order by from_at, to_at, id desc",
                            pqxx::params{document.value, version});
    std::erase_if(texts, [](const HandText& one) { return one.taken_back; });
    return texts;
}

optional<HandText> last_text_at(Transaction& tx, DocumentId document, int version, std::size_t from, std::size_t to) {
    return first(load_texts(tx, "select ",
                            "where document_id = $1 and version = $2 and from_at = $3 and to_at = $4 order by id desc "
                            "limit 1",
                            pqxx::params{document.value, version, int64_t(from), int64_t(to)}));
}

optional<HandText> find_hand_text(Transaction& tx, int64_t number) {
    return first(load_texts(tx, "select ", "where id = $1", pqxx::params{number}));
}

MergeEntries merge_entries(Transaction& tx, DocumentId document, int version) {
    const auto [count, last] = tx.sql().query1<int64_t, int64_t>(
        "select count(*), coalesce((array_agg(author_id order by at desc))[1], 0) from ("
        "select coalesce(undone_by, reason_by, author_id) as author_id, at from merge_decisions where document_id = $1 "
        "and "
        "version = $2 union all "
        "select coalesce(undone_by, author_id), at from merge_texts where document_id = $1 and version = $2) entries",
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
