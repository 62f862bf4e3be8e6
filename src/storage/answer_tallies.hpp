// How many answers count in each cell of a consultation's tables (domain/consultation/tallies), by voice. What counts
// follows the answers by a trigger; here it is summed up and read.
#pragma once

#include <map>
#include <vector>

#include "domain/consultation/tallies.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

using VoiceCells = std::map<domain::Voice, domain::Cells>;

// As it is now, with every answer that has been submitted.
VoiceCells tallies_now(Transaction& tx, ConsultationId consultation);
// As everybody was last shown it.
VoiceCells shown_tallies(Transaction& tx, ConsultationId consultation);

// How many answers have a passage of each theme, by voice, as `viewer` may see the marks (marks.hpp).
std::map<ThemeId, std::map<domain::Voice, std::int64_t>> answers_by_theme(Transaction& tx, ConsultationId consultation,
                                                                          AccountId viewer);

// Those whose answers have changed since sum_up, and those that were closed since and were shown to nobody yet.
std::vector<ConsultationId> changed_tallies(Transaction& tx);
// Adds the changes up, so that tallies_now reads few rows. Any number of servers may do it at once.
void sum_up(Transaction& tx, ConsultationId consultation);
// Shows everybody a voice's present tallies.
void show_tallies(Transaction& tx, ConsultationId consultation, domain::Voice voice);

// What an answer counts by.
struct Countable {
    AnswerId id;
    ConsultationId consultation;
    int revision = 0;
    std::string content;
    bool published = false;
};
// Answers to consultations that are still open that count in no cell `missing`, in the order of their ids after
// `after`.
std::vector<Countable> counted_without(Transaction& tx, std::string_view missing, AnswerId after, int limit);
// Counts an answer in these cells instead of those it counted in.
void count_anew(Transaction& tx, AnswerId answer, const std::vector<std::string>& cells);

}  // namespace samrad::storage
