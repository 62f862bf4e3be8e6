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

// The conditions on an answer of the list, but for the words that are searched for, each with its own value: a word of
// the request never becomes part of a statement. $1 is the consultation, $2 the reader.
class Asked {
public:
    Asked(ConsultationId consultation, AccountId reader, const ReadingFilter& filter)
        : params(consultation.value, reader.value),
          state(string("a.consultation_id = $1 and a.state = '") + string(name_of(filter.state)) + "'"),
          conditions(state) {
        if (!filter.voice.empty()) where("a.voice = ", filter.voice);
        if (!filter.themes.empty()) where(marked("m.theme_id = any("), array_of(filter.themes), "::bigint[]))");
        if (filter.unmarked) conditions += " and not " + marked("true)");
        if (filter.without) where("not " + marked("m.theme_id = "), filter.without->value, ")");
        if (filter.unread) conditions += " and r.answer_id is null";
        if (!filter.among.empty()) where("a.id = any(", array_of(filter.among), "::bigint[])");
        if (filter.family) where("f.family_id = ", filter.family->value);
        if (!filter.fields.empty()) {
            std::vector<string> names;
            for (const auto& field : filter.fields) names.push_back("\"" + field + "\":[");
            where("exists (select from unnest(", names, "::text[]) name where strpos(a.content, name) > 0)");
        }
        if (filter.sample) {
            where("exists (select from sample_answers s where s.answer_id = a.id and s.sample_id = ",
                  filter.sample->value, ")");
        }
    }

    // The value's place in a statement.
    template <class Value>
    string place_of(const Value& value) {
        params.append(value);
        return "$" + std::to_string(++count_);
    }

    pqxx::params params;
    string state;
    string conditions;

private:
    static string marked(const char* how) {
        return string("exists (select from marks m where m.answer_id = a.id and ") + visible_marks + " and " + how;
    }
    template <class Value>
    void where(const string& before, const Value& value, const char* behind = "") {
        conditions += " and " + before + place_of(value) + behind;
    }

    int count_ = 2;
};

// With no more than the first of each family of those that are asked for: whoever looks for what a later one alone has,
// finds it. The elder ones are looked at from the nearest backwards, so that a family is gone through once at most.
string folded(const string& conditions) {
    return conditions +
           " and not exists (select from (select from answer_families f join answers a on a.id = f.answer_id left join "
           "read_answers r on r.answer_id = a.id and r.reader_id = $2 where f.family_id = item.family and f.answer_id "
           "< item.answer and " +
           conditions + " order by f.answer_id desc limit 1) elder)";
}

constexpr const char* walked = "cross join lateral (select a.id as answer, f.family_id as family) item where ";

// So many answers a search walks through before it looks its words up.
constexpr int walked_first = 3000;

}  // namespace

// A word that stands in many answers is found soonest by walking through them from the newest on; one that stands in
// few by the index of words. Which of both it is PostgreSQL cannot tell of a word that is half typed. So the newest
// answers are walked through, which costs little, and where they do not fill the page the words are looked up.
std::vector<ReadingItem> list_reading(Transaction& tx, ConsultationId consultation, AccountId reader,
                                      const ReadingFilter& filter, AnswerId after, int limit) {
    Asked asked(consultation, reader, filter);
    const string before = after ? " and a.id < " + asked.place_of(after.value) : string();
    const string newest_first = before + " order by a.id desc limit " + asked.place_of(limit);
    const auto fold = [&](const string& conditions) { return filter.folded ? folded(conditions) : conditions; };
    if (filter.search.empty()) return select(tx, walked + fold(asked.conditions) + newest_first, asked.params);
    // Worked out once for all answers.
    const string words = "(select answer_query(" + asked.place_of(filter.search) + "))";
    const string newest = " and a.id >= (select coalesce(min(id), 0) from (select a.id from answers a where " +
                          asked.state + before + " order by a.id desc limit " + std::to_string(walked_first) +
                          ") newest)";
    // The function of the operator @@, which knows no index.
    auto found = select(
        tx, walked + fold(asked.conditions + " and ts_match_vq(a.search, " + words + ")") + newest + newest_first,
        asked.params);
    if (int(found.size()) == limit) return found;
    const string group =
        filter.folded ? "found.family_id, case when found.family_id is null then found.id end" : "found.id";
    return select(tx,
                  "where a.id in (select min(found.id) from (select a.id, f.family_id from answers a left join "
                  "answer_families f on f.answer_id = a.id left join read_answers r on r.answer_id = a.id and "
                  "r.reader_id = $2 where " +
                      asked.conditions + " and a.search @@ " + words + ") found group by " + group + ")" + newest_first,
                  asked.params);
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
