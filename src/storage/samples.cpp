#include "storage/samples.hpp"

#include <map>
#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

constexpr const char* columns =
    "select s.id, s.consultation_id, s.first_reader, f.name, micros(s.first_done_at), s.second_reader, g.name, "
    "micros(s.second_done_at), (select count(*) from sample_answers a where a.sample_id = s.id), micros(s.created_at) "
    "from samples s join accounts f on f.id = s.first_reader join accounts g on g.id = s.second_reader ";

std::vector<Sample> select(Transaction& tx, const char* condition, int64_t argument) {
    std::vector<Sample> found;
    for (auto [id, consultation, first, first_name, first_done, second, second_name, second_done, answers, created] :
         tx.sql()
             .query<int64_t, int64_t, int64_t, string, optional<int64_t>, int64_t, string, optional<int64_t>, int,
                    int64_t>(string(columns) + condition, pqxx::params{argument})) {
        found.push_back({SampleId{id},
                         ConsultationId{consultation},
                         {AccountId{first}, first_name, from_micros(first_done)},
                         {AccountId{second}, second_name, from_micros(second_done)},
                         answers,
                         from_micros(created)});
    }
    return found;
}

}  // namespace

optional<SampleId> draw_sample(Transaction& tx, ConsultationId consultation, AccountId first, AccountId second,
                               int most, AccountId author) {
    const auto found = tx.sql().query<int64_t>(
        "select a.id from answers a where a.consultation_id = $1 and a.state = 'submitted' and not exists (select from "
        "marks m where m.answer_id = a.id) and not exists (select from sample_answers sa join samples s on s.id = "
        "sa.sample_id where sa.answer_id = a.id and (s.first_done_at is null or s.second_done_at is null)) order by "
        "random() limit $2",
        pqxx::params{consultation.value, most});
    std::vector<AnswerId> drawn;
    for (auto [id] : found) drawn.push_back(AnswerId{id});
    if (drawn.empty()) return std::nullopt;
    const SampleId sample{tx.sql().query_value<int64_t>(
        "insert into samples (consultation_id, first_reader, second_reader, created_by) values ($1, $2, $3, $4) "
        "returning id",
        pqxx::params{consultation.value, first.value, second.value, author.value})};
    tx.sql().exec("insert into sample_answers select $1, unnest($2::bigint[])",
                  pqxx::params{sample.value, array_of(drawn)});
    return sample;
}

optional<Sample> find_sample(Transaction& tx, SampleId sample) {
    auto found = select(tx, "where s.id = $1", sample.value);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Sample> samples_of(Transaction& tx, ConsultationId consultation) {
    return select(tx, "where s.consultation_id = $1 order by s.id desc", consultation.value);
}

void finish_sample(Transaction& tx, SampleId sample, AccountId reader) {
    tx.sql().exec(
        "update samples set first_done_at = case when first_reader = $2 then coalesce(first_done_at, now()) else "
        "first_done_at end, second_done_at = case when second_reader = $2 then coalesce(second_done_at, now()) else "
        "second_done_at end where id = $1",
        pqxx::params{sample.value, reader.value});
}

std::vector<domain::TwiceMarked> marks_of_sample(Transaction& tx, const Sample& sample) {
    std::map<int64_t, domain::TwiceMarked> answers;
    for (auto [answer, reader, theme, field, first, past] :
         tx.sql().query<int64_t, optional<int64_t>, optional<int64_t>, optional<string>, optional<int>, optional<int>>(
             "select sa.answer_id, m.reader_id, m.theme_id, m.field, m.first, m.past from sample_answers sa left join "
             "marks m on m.answer_id = sa.answer_id and m.reader_id in ($2, $3) where sa.sample_id = $1",
             pqxx::params{sample.id.value, sample.first.account.value, sample.second.account.value})) {
        auto& marked = answers[answer];
        if (!reader) continue;
        auto& list = *reader == sample.first.account.value ? marked.first : marked.second;
        list.push_back({ThemeId{*theme}, {*field, *first, *past}});
    }
    std::vector<domain::TwiceMarked> all;
    for (auto& [answer, marked] : answers) all.push_back(std::move(marked));
    return all;
}

}  // namespace samrad::storage
