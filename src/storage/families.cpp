#include "storage/families.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

pqxx::bytes bytes_of(const domain::Sketch& sketch) {
    pqxx::bytes bytes;
    for (const auto run : sketch) {
        for (int shift = 0; shift < 32; shift += 8) bytes.push_back(std::byte((run >> shift) & 0xff));
    }
    return bytes;
}

domain::Sketch sketch_from(const pqxx::bytes& bytes) {
    domain::Sketch sketch;
    for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) {
        std::uint32_t run = 0;
        for (std::size_t k = 0; k < 4; ++k) run |= std::to_integer<std::uint32_t>(bytes[i + k]) << (8 * k);
        sketch.push_back(run);
    }
    return sketch;
}

}  // namespace

std::vector<ConsultationId> unsorted_consultations(Transaction& tx) {
    std::vector<ConsultationId> found;
    for (auto [id] : tx.sql().query<int64_t>(
             "select id from consultations c where exists (select from unsorted_answers u where u.consultation_id = "
             "c.id)")) {
        found.push_back(ConsultationId{id});
    }
    return found;
}

optional<int64_t> begin_round(Transaction& tx, ConsultationId consultation) {
    const pqxx::params id{consultation.value};
    tx.sql().exec("insert into family_rounds (consultation_id) values ($1) on conflict do nothing", id);
    const auto found = tx.sql().query01<int64_t>(
        "select round from family_rounds where consultation_id = $1 for update skip locked", id);
    if (!found) return std::nullopt;
    return std::get<0>(*found);
}

void end_round(Transaction& tx, ConsultationId consultation) {
    tx.sql().exec("update family_rounds set round = round + 1 where consultation_id = $1",
                  pqxx::params{consultation.value});
}

std::vector<Unsorted> take_unsorted(Transaction& tx, ConsultationId consultation, int most) {
    std::vector<Unsorted> taken;
    std::vector<AnswerId> ids;
    for (auto [id, revision, submitted, shown] : tx.sql().query<int64_t, int, bool, string>(
             "select a.id, a.revision, a.state = 'submitted', coalesce(a.shown, a.content) from unsorted_answers u "
             "join "
             "answers a on a.id = u.answer_id where u.consultation_id = $1 order by u.answer_id limit $2",
             pqxx::params{consultation.value, most})) {
        taken.push_back({AnswerId{id}, revision, submitted, shown});
        ids.push_back(AnswerId{id});
    }
    const auto array = array_of(ids);
    tx.sql().exec("delete from unsorted_answers where answer_id = any($1::bigint[])", pqxx::params{array});
    tx.sql().exec("delete from answer_families where answer_id = any($1::bigint[])", pqxx::params{array});
    return taken;
}

void store_sorted(Transaction& tx, ConsultationId consultation, const std::vector<Sorted>& sorted) {
    auto stream =
        pqxx::stream_to::table(tx.sql(), {"answer_families"}, {"answer_id", "consultation_id", "family_id", "sketch"});
    for (const auto& one : sorted) {
        stream.write_values(one.answer.value, consultation.value, one.family.value,
                            one.sketch ? optional(bytes_of(*one.sketch)) : optional<pqxx::bytes>());
    }
    stream.complete();
}

void join_families(Transaction& tx, AnswerId family, AnswerId into) {
    tx.sql().exec("update answer_families set family_id = $2 where family_id = $1",
                  pqxx::params{family.value, into.value});
}

void each_delegate(Transaction& tx, ConsultationId consultation, const std::function<void(const Sorted&)>& visit) {
    for (auto [answer, family, sketch] : tx.sql().query<int64_t, int64_t, pqxx::bytes>(
             "select answer_id, family_id, sketch from answer_families where consultation_id = $1 and sketch is not "
             "null order by answer_id",
             pqxx::params{consultation.value})) {
        visit({AnswerId{answer}, AnswerId{family}, sketch_from(sketch)});
    }
}

std::vector<AnswerId> families_without_delegate(Transaction& tx, ConsultationId consultation) {
    std::vector<AnswerId> found;
    for (auto [family] : tx.sql().query<int64_t>(
             "select distinct f.family_id from answer_families f where f.consultation_id = $1 and f.sketch is null and "
             "f.answer_id <> f.family_id and not exists (select from answer_families d where d.family_id = f.family_id "
             "and d.sketch is not null)",
             pqxx::params{consultation.value})) {
        found.push_back(AnswerId{family});
    }
    return found;
}

optional<Unsorted> first_of_family(Transaction& tx, AnswerId family) {
    const auto found = tx.sql().query01<int64_t, int, string>(
        "select a.id, a.revision, coalesce(a.shown, a.content) from answer_families f join answers a on a.id = "
        "f.answer_id where f.family_id = $1 order by f.answer_id limit 1",
        pqxx::params{family.value});
    if (!found) return std::nullopt;
    return Unsorted{AnswerId{std::get<0>(*found)}, std::get<1>(*found), true, std::get<2>(*found)};
}

void set_delegate(Transaction& tx, AnswerId answer, const domain::Sketch& sketch) {
    tx.sql().exec("update answer_families set sketch = $2 where answer_id = $1",
                  pqxx::params{answer.value, bytes_of(sketch)});
}

std::vector<FamilySize> families_of(Transaction& tx, ConsultationId consultation, int skip, int limit) {
    std::vector<FamilySize> found;
    for (auto [family, answers] : tx.sql().query<int64_t, int>(
             "select family_id, count(*) from answer_families where consultation_id = $1 group by family_id having "
             "count(*) > 1 order by count(*) desc, family_id offset $2 limit $3",
             pqxx::params{consultation.value, skip, limit})) {
        found.push_back({AnswerId{family}, answers});
    }
    return found;
}

std::vector<AnswerId> answers_of_family(Transaction& tx, AnswerId family, AnswerId after, int limit) {
    std::vector<AnswerId> found;
    for (auto [id] : tx.sql().query<int64_t>(
             "select f.answer_id from answer_families f join answers a on a.id = f.answer_id where f.family_id = $1 "
             "and f.answer_id > $2 and a.state = 'submitted' order by f.answer_id limit $3",
             pqxx::params{family.value, after.value, limit})) {
        found.push_back(AnswerId{id});
    }
    return found;
}

AnswerId family_of(Transaction& tx, AnswerId answer) {
    const auto found = tx.sql().query01<int64_t>("select family_id from answer_families where answer_id = $1",
                                                 pqxx::params{answer.value});
    return found ? AnswerId{std::get<0>(*found)} : answer;
}

}  // namespace samrad::storage
