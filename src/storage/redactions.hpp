// Passages of answers that are blacked out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/theme.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct Redaction {
    RedactionId id;
    AnswerId answer;
    domain::Passage passage;
    std::string reason;
    AccountId author;
    std::string author_name;
    Time at;
};

std::optional<Redaction> find_redaction(Transaction& tx, RedactionId redaction);
// Of an answer, from its first passage on.
std::vector<Redaction> redactions_of(Transaction& tx, AnswerId answer);
RedactionId add_redaction(Transaction& tx, AnswerId answer, const domain::Passage& passage, const std::string& reason,
                          AccountId author);
void move_redaction(Transaction& tx, RedactionId redaction, const domain::Passage& passage);
void remove_redaction(Transaction& tx, RedactionId redaction);

// What was submitted, word for word: for its author, and for who may look behind the bars. Its row stays locked until
// the commit.
struct Original {
    ConsultationId consultation;
    int revision = 1;
    std::string content;  // JSON
    int edits = 0;
};
std::optional<Original> lock_original(Transaction& tx, AnswerId answer);
// What is read of it from now on, as JSON (nothing: what was submitted), and what it is found by.
void set_shown(Transaction& tx, AnswerId answer, const std::optional<std::string>& shown,
               const std::string& search_text);

}  // namespace samrad::storage
