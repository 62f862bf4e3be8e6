// Answers to consultations. What was answered is kept as the JSON that the features write.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/consultation.hpp"
#include "domain/consultation/on_behalf.hpp"
#include "domain/form/form.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct Answer {
    AnswerId id;
    ConsultationId consultation;
    int revision = 1;
    domain::AnswerState state = domain::AnswerState::draft;
    std::optional<std::int64_t> receipt;
    domain::Voice voice = domain::Voice::everybody;
    std::optional<AccountId> account;
    std::string author_name;     // "" where nobody is named
    std::string email;           // "" where none was given
    std::string typed = "{}";    // what is being written
    std::string content = "{}";  // what was submitted
    bool once = true;            // whether the account may have but one
    std::optional<Time> submitted;
    std::string held_for;  // why it waits for a moderator: moderation, trap
    domain::OnBehalf body;
    domain::FormLanguage language = domain::FormLanguage::nb;  // of the form as it is answered
    bool may_publish = false;                                  // its author consents
    bool wants_outcome = false;
    std::optional<AccountId> entered_by;  // of an answer on paper: who typed it in
    int edits = 0;                        // how often it was changed since it was submitted
    std::optional<Time> changed;          // when that was last
};

// A draft, reached by the token of that hash (32 raw bytes) alone. Nothing where the account or unit has begun one
// already, a moment ago perhaps.
std::optional<AnswerId> begin_answer(Transaction& tx, const Answer& answer, const std::string& token_hash);
// Locked until the commit, so that two submissions at once come one after the other.
std::optional<Answer> lock_answer(Transaction& tx, const std::string& token_hash);
std::optional<Answer> find_answer(Transaction& tx, const std::string& token_hash);
// As its readers have it: with bars in place of what is redacted, as in every list.
std::optional<Answer> find_answer(Transaction& tx, AnswerId answer);
// What an account has begun or given for itself to a consultation that takes one from each, and not taken back.
std::optional<AnswerId> answer_of_account(Transaction& tx, ConsultationId consultation, AccountId account);
// What a unit has begun or given, and not taken back.
std::optional<AnswerId> answer_of_unit(Transaction& tx, ConsultationId consultation, UnitId unit);
// One more link to it; those before stay.
void add_answer_link(Transaction& tx, AnswerId answer, const std::string& token_hash);

// What is being written; what was submitted stays as it is.
void save_typed(Transaction& tx, AnswerId answer, const std::string& typed);

// What a submission stores beside what was answered.
struct Submission {
    Answer answer;
    std::string consent_text;          // what was shown, word for word
    std::string search_text;           // its free texts, one after the other
    std::string code_hash;             // "" where none
    std::vector<std::string> counted;  // the cells in which it counts (domain::cells_of)
};
// Gives a receipt the first time, but to one that is unconfirmed yet. Throws Problem conflict answer.given_already
// where the person, the unit or the code has answered already.
void submit_answer(Transaction& tx, const Submission& submission);
void set_language(Transaction& tx, AnswerId answer, domain::FormLanguage language);
// Words, names, addresses and files go with the consent; that there was an answer, and when, stays.
void withdraw_answer(Transaction& tx, AnswerId answer);
// A moderator's word on one that is held, as it is after so many `edits`: shown to readers, or refused; one that was
// refused can be let in after all. False where nobody waits for that word (any more), or it was changed since. Throws
// Problem conflict answer.another_stands where its person, unit or code has answered anew since the refusal.
bool settle_answer(Transaction& tx, AnswerId answer, int edits, bool let_in);

// Which voice an account speaks with as a person now.
domain::Voice voice_of(Transaction& tx, AccountId account);
// Which voice a unit speaks with: one of the party's own, or that of the organisation whose tree it stands in.
domain::Voice voice_of(Transaction& tx, UnitId unit);

// What a reader asks for. "" and 0 ask for everything.
struct AnswerFilter {
    std::string voice;
    std::string search;  // as one types into a search box; stems of Norwegian and English
    bool held = false;   // those that wait, instead of those that were let in
};
// Newest first, after the id `after` (0: from the newest).
std::vector<Answer> list_answers(Transaction& tx, ConsultationId consultation, const AnswerFilter& filter,
                                 AnswerId after, int limit);
// Those that others may see, newest first, after the id `after` (0: from the newest); `voice` "" is all of them.
std::vector<Answer> published_answers(Transaction& tx, ConsultationId consultation, const std::string& voice,
                                      AnswerId after, int limit);
// Every submitted answer in the order of their receipts, one at a time.
void each_answer(Transaction& tx, ConsultationId consultation, const std::function<void(const Answer&)>& visit);

// Erases what an account answered for itself, drafts too, and takes its name from what it sent for a body; returns how
// many were erased.
long erase_answers_of(Transaction& tx, AccountId account);
// Erases all answers of consultations whose time for it has come: words, names, addresses, search; that there were so
// many, and when, stays. Returns how many.
long erase_due_answers(Transaction& tx);

}  // namespace samrad::storage
