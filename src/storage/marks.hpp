// Passages of answers that readers gave a theme, and which answers they have been through.
//
// Two readers of a sample mark it each on their own: until both are done, neither is shown what others marked in its
// answers. Whatever reads marks for somebody takes `viewer` and keeps to that.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/theme.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// The condition on `marks m` under which the account $2 is shown a mark; where that is null, every mark.
inline constexpr const char* visible_marks =
    "(m.reader_id = $2 or not exists (select from sample_answers sa join samples s on s.id = sa.sample_id where "
    "sa.answer_id = m.answer_id and (s.first_done_at is null or s.second_done_at is null) and $2 in (s.first_reader, "
    "s.second_reader)))";

std::optional<domain::Mark> find_mark(Transaction& tx, MarkId mark);
bool sees_mark(Transaction& tx, AccountId viewer, MarkId mark);
// Those in an answer, from its first passage on. Because of which mark one was made, and that it was because of any, is
// told to who sees that one; to others it looks as made by hand.
std::vector<domain::Mark> marks_of(Transaction& tx, AnswerId answer, AccountId viewer);
// All of them, whoever asks: for keeping them in step with their answer.
std::vector<domain::Mark> all_marks_of(Transaction& tx, AnswerId answer);

// A mark by `mark.reader` on a passage whose words are `text`. The mark that is there already where the reader has
// marked that passage so before.
MarkId add_mark(Transaction& tx, const domain::Mark& mark, const std::string& text);
void remove_mark(Transaction& tx, MarkId mark);
// Another place for a mark after its answer's text changed, and the words that stand there now.
void move_mark(Transaction& tx, MarkId mark, const domain::Passage& passage, const std::string& text);

// A marked passage that shares stems with some words.
struct MarkedStems {
    MarkId mark;
    AnswerId answer;
    domain::Passage passage;
    ThemeId theme;
    std::vector<std::string> stems;
};
// The stems of words as the index has them, each once.
std::vector<std::string> stems_of(Transaction& tx, const std::string& text);
// Marks of a consultation that share a stem with `stems`, those that share most first, in answers that are submitted
// and of other families than `besides`; up to `most`.
std::vector<MarkedStems> marks_like(Transaction& tx, ConsultationId consultation, AccountId viewer,
                                    const std::vector<std::string>& stems, AnswerId besides, int most);

void set_read(Transaction& tx, AnswerId answer, AccountId reader, bool read);

}  // namespace samrad::storage
