#include "storage/reading.hpp"

#include <pqxx/pqxx>
#include <set>

#include "storage/marks.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

// $2 is the reader, as visible_marks has it.
string columns() {
    return string(
               "select a.id, a.receipt, a.revision, a.state, a.voice, coalesce(a.author_name, ''), coalesce((select "
               "name from units where id = a.unit_id), a.body_name, ''), coalesce(a.held_for, ''), "
               "micros(a.submitted_at), coalesce(a.shown, a.content), r.answer_id is not null, (select count(*) from "
               "marks m where m.answer_id = a.id and ") +
           visible_marks +
           "), coalesce(f.family_id, a.id), a.edits, case when a.edits > 0 then micros(a.consented_at) end from "
           "answers a left join answer_families f on f.answer_id = a.id "
           "left join "
           "read_answers r on r.answer_id = a.id and r.reader_id = $2 ";
}

// How many there are of each of these families.
std::map<AnswerId, int> family_sizes(Transaction& tx, const std::set<AnswerId>& families) {
    std::map<AnswerId, int> sizes;
    for (auto [family, size] : tx.sql().query<int64_t, int>(
             pqxx::prepped{tx.prepared("select family_id, count(*) from answer_families where family_id = "
                                       "any($1::bigint[]) group by family_id")},
             pqxx::params{array_of(std::vector<AnswerId>(families.begin(), families.end()))})) {
        sizes[AnswerId{family}] = size;
    }
    return sizes;
}

std::vector<ReadingItem> select(Transaction& tx, const string& condition, const pqxx::params& params) {
    std::vector<ReadingItem> found;
    std::set<AnswerId> families;
    for (auto [id, receipt, revision, state, voice, author, body, held_for, submitted, shown, read, marks, family,
               edits, changed] : tx.sql()
                                     .query<int64_t, optional<int64_t>, int, string, string, string, string, string,
                                            optional<int64_t>, string, bool, int, int64_t, int, optional<int64_t>>(
                                         pqxx::prepped{tx.prepared(columns() + condition)}, params)) {
        found.push_back({AnswerId{id}, receipt, revision, from_name<domain::AnswerState>(state).value(),
                         from_name<domain::Voice>(voice).value(), author, body, held_for, from_micros(submitted), shown,
                         read, marks, AnswerId{family}, 1, edits, from_micros(changed)});
        families.insert(AnswerId{family});
    }
    const auto sizes = family_sizes(tx, families);
    for (auto& item : found) {
        const auto size = sizes.find(item.family);
        if (size != sizes.end()) item.family_size = size->second;
    }
    return found;
}

}  // namespace

std::vector<ReadingItem> list_reading(Transaction& tx, ConsultationId consultation, AccountId reader,
                                      const ReadingFilter& filter, AnswerId after, int limit) {
    string condition = string("a.consultation_id = $1 and a.state = '") + string(name_of(filter.state)) + "'";
    pqxx::params params{consultation.value, reader.value};
    int count = 2;
    // Each condition brings its own value; a word of the request never becomes part of the statement.
    const auto where = [&](const string& before, const auto& value, const char* behind = "") {
        params.append(value);
        condition += " and " + before + "$" + std::to_string(++count) + behind;
    };
    if (!filter.voice.empty()) where("a.voice = ", filter.voice);
    if (!filter.search.empty()) where("a.search @@ answer_query(", filter.search, ")");
    if (!filter.themes.empty()) {
        where(string("exists (select from marks m where m.answer_id = a.id and ") + visible_marks +
                  " and m.theme_id = any(",
              array_of(filter.themes), "::bigint[]))");
    }
    if (filter.unmarked) {
        condition += string(" and not exists (select from marks m where m.answer_id = a.id and ") + visible_marks + ")";
    }
    if (filter.without) {
        where(string("not exists (select from marks m where m.answer_id = a.id and ") + visible_marks +
                  " and m.theme_id = ",
              filter.without->value, ")");
    }
    if (filter.unread) condition += " and r.answer_id is null";
    if (!filter.among.empty()) where("a.id = any(", array_of(filter.among), "::bigint[])");
    if (filter.family) where("f.family_id = ", filter.family->value);
    if (!filter.fields.empty()) {
        std::vector<string> names;
        for (const auto& field : filter.fields) names.push_back("\"" + field + "\":[");
        where("exists (select from unnest(", names, "::text[]) name where strpos(a.content, name) > 0)");
    }
    if (filter.sample) {
        where("exists (select from sample_answers s where s.answer_id = a.id and s.sample_id = ", filter.sample->value,
              ")");
    }
    if (filter.folded) {
        // The first of those of its family that are asked for: whoever looks for what a later one alone has, finds it.
        // The elder ones are looked at from the nearest backwards, so that a family is gone through once at most.
        condition +=
            " and not exists (select from (select from answer_families f join answers a on a.id = f.answer_id left "
            "join "
            "read_answers r on r.answer_id = a.id and r.reader_id = $2 where f.family_id = item.family and f.answer_id "
            "< item.answer and " +
            condition + " order by f.answer_id desc limit 1) elder)";
    }
    if (after) where("a.id < ", after.value);
    where("true order by a.id desc limit ", limit);
    return select(tx, "cross join lateral (select a.id as answer, f.family_id as family) item where " + condition,
                  params);
}

optional<ReadingItem> find_reading(Transaction& tx, AnswerId answer, AccountId reader) {
    auto found = select(tx, "where a.id = $1 and a.state in ('held', 'submitted', 'refused')",
                        pqxx::params{answer.value, reader.value});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void hold_answer(Transaction& tx, AnswerId answer) {
    tx.sql().exec("select from answers where id = $1 for share", pqxx::params{answer.value});
}

ReadingCounts count_reading(Transaction& tx, ConsultationId consultation, AccountId reader) {
    const auto [answers, families, read, marked, held, refused] = tx.sql().query1<int, int, int, int, int, int>(

        string("select (select count(*) from answers where consultation_id = $1 and state = "
               "'submitted'), (select count(*) from answers a where a.consultation_id = $1 and a.state "
               "= 'submitted' and not exists (select from answer_families f join answer_families elder "
               "on elder.family_id = f.family_id and elder.answer_id < f.answer_id where f.answer_id = "
               "a.id)), (select count(*) from answers a join read_answers r on r.answer_id = a.id where "
               "a.consultation_id = $1 and a.state = 'submitted' and r.reader_id = $2), (select "
               "count(distinct m.answer_id) from marks m join answers a on a.id = m.answer_id where "
               "a.consultation_id = $1 and a.state = 'submitted' and ") +
            visible_marks +
            "), (select count(*) from answers where consultation_id = $1 and state = 'held'), (select count(*) from "
            "answers where consultation_id = $1 and state = 'refused')",
        pqxx::params{consultation.value, reader.value});
    return {answers, families, read, marked, held, refused};
}

}  // namespace samrad::storage
