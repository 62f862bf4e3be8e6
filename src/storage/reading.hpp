// What a committee reads of the answers: the list with its filters, as one reader has it.
//
// Whatever is read here is read with bars in place of what is redacted.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/answers.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// What a reader asks for. Empty texts and lists, nothing and false ask for everything.
struct ReadingFilter {
    std::string voice;
    domain::AnswerState state = domain::AnswerState::submitted;
    std::string search;               // as one types into a search box (answer_query in the schema)
    std::vector<ThemeId> themes;      // with a mark of one of these
    bool unmarked = false;            // without any mark
    std::optional<ThemeId> without;   // without a mark of this one
    bool unread = false;              // which the reader has not been through
    std::optional<AnswerId> family;   // of this family
    bool folded = false;              // of each family the first alone of those that are asked for
    std::vector<std::string> fields;  // in which one of these fields was answered
    std::optional<SampleId> sample;   // drawn for this sample
    std::vector<AnswerId> among;      // none but these
};

struct ReadingItem {
    AnswerId id;
    std::optional<std::int64_t> receipt;
    int revision = 1;
    domain::AnswerState state = domain::AnswerState::submitted;
    domain::Voice voice = domain::Voice::everybody;
    std::string author_name;
    std::string body;  // the unit or organisation on whose behalf it is
    std::string held_for;
    std::optional<Time> submitted;
    std::string shown;  // what was answered, as JSON
    bool read = false;
    int marks = 0;
    AnswerId family;
    int family_size = 1;
    int edits = 0;                // how often its author changed it since it was submitted
    std::optional<Time> changed;  // when that was last
};

// Newest first, after the id `after` (0: from the newest).
std::vector<ReadingItem> list_reading(Transaction& tx, ConsultationId consultation, AccountId reader,
                                      const ReadingFilter& filter, AnswerId after, int limit);
std::optional<ReadingItem> find_reading(Transaction& tx, AnswerId answer, AccountId reader);
// Neither changes nor goes until the commit; others may hold it at once.
void hold_answer(Transaction& tx, AnswerId answer);

// How far the reading has come.
struct ReadingCounts {
    int answers = 0;   // submitted
    int families = 0;  // of nearly identical ones; one that is like no other is its own
    int read = 0;      // by this reader
    int marked = 0;    // by anybody
    int held = 0;      // wait for a moderator
    int refused = 0;   // were kept out by one
};
ReadingCounts count_reading(Transaction& tx, ConsultationId consultation, AccountId reader);

}  // namespace samrad::storage
