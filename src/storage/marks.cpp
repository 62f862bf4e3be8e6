#include "storage/marks.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

// Where a mark has a cause that is not told, it looks as one that was made by hand.
string columns_with(const string& because_of) {
    return "select m.id, m.answer_id, m.field, m.first, m.past, m.theme_id, m.reader_id, r.name, case when "
           "m.because_of "
           "is not null and told.mark is null then 'hand' else m.source end, told.mark, micros(m.at) from marks m "
           "cross join lateral (select m.because_of) cause cross join lateral (select " +
           because_of + " as mark) told join accounts r on r.id = m.reader_id ";
}

// The mark because of which one was made, where the account $2 is shown that.
string seen_cause() {
    return string("(select m.id from marks m where m.id = cause.because_of and ") + visible_marks + ")";
}

// Each word once as the index has it, in either language.
string stems_of_parameter(const char* text) {
    return string("tsvector_to_array(to_tsvector('norwegian', ") + text + ") || to_tsvector('english', " + text + "))";
}

std::vector<domain::Mark> select(Transaction& tx, const string& condition, const pqxx::params& params,
                                 const string& cause_column = "m.because_of") {
    std::vector<domain::Mark> found;
    for (auto [id, answer, field, first, past, theme, reader, name, source, because_of, at] :
         tx.sql()
             .query<int64_t, int64_t, string, int, int, int64_t, int64_t, string, string, optional<int64_t>, int64_t>(
                 pqxx::prepped{tx.prepared(columns_with(cause_column) + condition)}, params)) {
        found.push_back({MarkId{id},
                         AnswerId{answer},
                         {field, first, past},
                         ThemeId{theme},
                         AccountId{reader},
                         name,
                         from_name<domain::MarkSource>(source).value(),
                         to_id<MarkNoun>(because_of),
                         from_micros(at)});
    }
    return found;
}

}  // namespace

optional<domain::Mark> find_mark(Transaction& tx, MarkId mark) {
    auto found = select(tx, "where m.id = $1", pqxx::params{mark.value});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<domain::Mark> marks_of(Transaction& tx, AnswerId answer, AccountId viewer) {
    return select(tx, string("where m.answer_id = $1 and ") + visible_marks + " order by m.field, m.first, m.id",
                  pqxx::params{answer.value, viewer.value}, seen_cause());
}

bool sees_mark(Transaction& tx, AccountId viewer, MarkId mark) {
    return tx.sql().query_value<bool>(
        string("select exists (select from marks m where m.id = $1 and ") + visible_marks + ")",
        pqxx::params{mark.value, viewer.value});
}

std::vector<domain::Mark> all_marks_of(Transaction& tx, AnswerId answer) {
    return select(tx, "where m.answer_id = $1 order by m.field, m.first, m.id", pqxx::params{answer.value});
}

MarkId add_mark(Transaction& tx, const domain::Mark& mark, const string& text) {
    return MarkId{tx.sql().query_value<int64_t>(
        string("insert into marks (answer_id, field, first, past, theme_id, reader_id, source, because_of, stems) "
               "values ") +
            "($1, $2, $3, $4, $5, $6, $7, $8, " + stems_of_parameter("$9") +
            ") on conflict on constraint mark_once do update set "
            "at = marks.at returning id",
        pqxx::params{mark.answer.value, mark.passage.field, mark.passage.first, mark.passage.past, mark.theme.value,
                     mark.reader.value, name_of(mark.source), to_number(mark.because_of), text})};
}

void remove_mark(Transaction& tx, MarkId mark) {
    tx.sql().exec("delete from marks where id = $1", pqxx::params{mark.value});
}

void move_mark(Transaction& tx, MarkId mark, const domain::Passage& passage, const string& text) {
    const auto moved = tx.sql().exec(
        "update marks m set field = $2, first = $3, past = $4, stems = " + stems_of_parameter("$5") +
            " where id = $1 and not exists (select from marks o where o.id <> m.id and o.answer_id = m.answer_id and "
            "o.field = $2 and o.first = $3 and o.past = $4 and o.theme_id = m.theme_id and o.reader_id = m.reader_id)",
        pqxx::params{mark.value, passage.field, passage.first, passage.past, text});
    if (moved.affected_rows() == 0) remove_mark(tx, mark);  // the same mark stands there already
}

std::vector<string> stems_of(Transaction& tx, const string& text) {
    std::vector<string> stems;
    for (auto [stem] : tx.sql().query<string>("select unnest(" + stems_of_parameter("$1") + ")", pqxx::params{text})) {
        stems.push_back(std::move(stem));
    }
    return stems;
}

std::vector<MarkedStems> marks_like(Transaction& tx, ConsultationId consultation, AccountId viewer,
                                    const std::vector<string>& stems, AnswerId besides, int most) {
    std::vector<MarkedStems> found;
    for (auto [mark, answer, field, first, past, theme, words] :
         tx.sql().query<int64_t, int64_t, string, int, int, int64_t, string>(
             pqxx::prepped{tx.prepared(
                 string(
                     "select m.id, m.answer_id, m.field, m.first, m.past, m.theme_id, array_to_string(m.stems, ' ') "
                     "from marks m join answers a on a.id = m.answer_id left join answer_families f on f.answer_id "
                     "= a.id where a.consultation_id = $1 and a.state = 'submitted' and m.stems && $3::text[] and ") +
                 visible_marks +
                 " and a.id <> $4 and coalesce(f.family_id, a.id) <> coalesce((select family_id from answer_families "
                 "where answer_id = $4), $4) order by (select count(*) from unnest(m.stems) s where s = "
                 "any($3::text[])) desc, "
                 "m.id limit $5")},
             pqxx::params{consultation.value, viewer.value, stems, besides.value, most})) {
        std::vector<string> list;
        std::size_t from = 0;
        while (from < words.size()) {
            const auto to = std::min(words.find(' ', from), words.size());
            list.push_back(words.substr(from, to - from));
            from = to + 1;
        }
        found.push_back({MarkId{mark}, AnswerId{answer}, {field, first, past}, ThemeId{theme}, std::move(list)});
    }
    return found;
}

void set_read(Transaction& tx, AnswerId answer, AccountId reader, bool read) {
    const pqxx::params both{answer.value, reader.value};
    if (read) {
        tx.sql().exec("insert into read_answers (answer_id, reader_id) values ($1, $2) on conflict do nothing", both);
    } else {
        tx.sql().exec("delete from read_answers where answer_id = $1 and reader_id = $2", both);
    }
}

}  // namespace samrad::storage
