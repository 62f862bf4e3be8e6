#include "storage/answer_tallies.hpp"

#include <pqxx/pqxx>

#include "storage/marks.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::string;

// The rows of the changes, an answer's own cell "" and the counts of changes "#" and "+#" (of published answers) among
// them.
constexpr const char* sums_of_changes =
    "select voice, cell, sum(change) as count from (select voice, cell, change from changes, unnest(cells || ''::text) "
    "cell "
    "union all select voice, '#', 1 from changes union all select voice, '+#', 1 from changes where '+' = any(cells)) "
    "each_cell group by voice, cell";

VoiceCells select(Transaction& tx, const string& sql, ConsultationId consultation) {
    VoiceCells found;
    for (auto [voice, cell, count] :
         tx.sql().query<string, string, int64_t>(pqxx::prepped{tx.prepared(sql)}, pqxx::params{consultation.value})) {
        found[from_name<domain::Voice>(voice).value()][cell] = count;
    }
    return found;
}

}  // namespace

VoiceCells tallies_now(Transaction& tx, ConsultationId consultation) {
    return select(tx,
                  string("with changes as (select voice, change, cells from tally_changes where consultation_id = $1) "
                         "select voice, cell, sum(count)::bigint from (select voice, cell, count from answer_tallies "
                         "where consultation_id = $1 union all ") +
                      sums_of_changes + ") every_count group by voice, cell",
                  consultation);
}

VoiceCells shown_tallies(Transaction& tx, ConsultationId consultation) {
    return select(tx, "select voice, cell, count from shown_tallies where consultation_id = $1", consultation);
}

std::map<ThemeId, std::map<domain::Voice, int64_t>> answers_by_theme(Transaction& tx, ConsultationId consultation,
                                                                     AccountId viewer) {
    std::map<ThemeId, std::map<domain::Voice, int64_t>> found;
    for (auto [theme, voice, count] : tx.sql().query<int64_t, string, int64_t>(
             string(
                 "select m.theme_id, a.voice, count(distinct a.id) from themes t join marks m on m.theme_id = t.id "
                 "join answers a on a.id = m.answer_id where t.consultation_id = $1 and a.state = 'submitted' and ") +
                 visible_marks + " group by m.theme_id, a.voice",
             pqxx::params{consultation.value, viewer.value})) {
        found[ThemeId{theme}][from_name<domain::Voice>(voice).value()] = count;
    }
    return found;
}

std::vector<ConsultationId> changed_tallies(Transaction& tx) {
    std::vector<ConsultationId> changed;
    for (auto [id] : tx.sql().query<int64_t>(
             "select consultation_id from tally_changes union select id from consultations c where closes_at <= now() "
             "and exists (select from answer_tallies where consultation_id = c.id) and not exists (select from "
             "shown_tallies where consultation_id = c.id)")) {
        changed.push_back(ConsultationId{id});
    }
    return changed;
}

void sum_up(Transaction& tx, ConsultationId consultation) {
    // What another server is summing up at the moment is left to it.
    tx.sql().exec(
        string("with mine as (select id from tally_changes where consultation_id = $1 order by id for update skip "
               "locked), changes as (delete from tally_changes t using mine where t.id = mine.id returning t.voice, "
               "t.change, t.cells), sums as (") +
            sums_of_changes +
            ") insert into answer_tallies (consultation_id, voice, cell, count) select $1, voice, cell, count from "
            "sums order by voice, cell on conflict (consultation_id, voice, cell) do update set count = "
            "answer_tallies.count + excluded.count",
        pqxx::params{consultation.value});
}

void show_tallies(Transaction& tx, ConsultationId consultation, domain::Voice voice) {
    tx.sql().exec("delete from shown_tallies where consultation_id = $1 and voice = $2",
                  pqxx::params{consultation.value, name_of(voice)});
    tx.sql().exec(
        "insert into shown_tallies (consultation_id, voice, cell, count) select consultation_id, voice, cell, count "
        "from answer_tallies where consultation_id = $1 and voice = $2",
        pqxx::params{consultation.value, name_of(voice)});
}

}  // namespace samrad::storage
