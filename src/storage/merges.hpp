// The merge room's work, decision by decision, and the trace that a merged version leaves.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "domain/amendment/amendment.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct DecidedAmendment {
    domain::MergeDecision decision = domain::MergeDecision::open;
    AccountId author;
    Time at;
    std::string reason;                           // why it is left; empty where nobody said
    std::optional<AccountId> reason_by;           // who gave the reason or took it back, where somebody has
    std::int64_t number = 0;                      // of this entry; given when it is stored, as what follows is
    std::optional<std::int64_t> instead_of = {};  // the entry that stood there before
    std::optional<AccountId> undone_by = {};      // who took back what stood instead of it, so that it stands again
};
// Adds a decision; of one amendment the last counts, those before stay. Only one that leaves it has a reason, which is
// then its author's.
void add_merge_decision(Transaction& tx, DocumentId document, int version, AmendmentId amendment,
                        domain::MergeDecision decision, AccountId author, const std::string& reason = "");
// Adds what `by` says of why an amendment is left, which was decided by who `decided`: it stays theirs.
void add_merge_reason(Transaction& tx, DocumentId document, int version, AmendmentId amendment,
                      const DecidedAmendment& decided, AccountId by, const std::string& reason);
std::map<AmendmentId, DecidedAmendment> merge_decisions(Transaction& tx, DocumentId document, int version);
// Every entry of a version's room, by its number.
std::map<std::int64_t, DecidedAmendment> merge_history(Transaction& tx, DocumentId document, int version);
// Adds that an entry stands again, as it stood and in the names that it had, since `by` took back what came after it.
void add_decision_again(Transaction& tx, DocumentId document, int version, AmendmentId amendment,
                        const DecidedAmendment& stood, AccountId by);

// What is written by hand in the place of [from, to) of the version's text.
struct HandText {
    std::size_t from = 0;
    std::size_t to = 0;
    std::string text;
    AccountId author;
    std::int64_t number = 0;  // of this writing; given when it is stored
    // A fingerprint of what was to be decided there; absent where it was not kept, and then it holds for anything.
    std::optional<std::string> grounds;
    // Of what is read alone: as of a decided amendment.
    std::optional<std::int64_t> instead_of = {};
    std::optional<AccountId> undone_by = {};
    bool taken_back = false;  // nothing stands there: it was taken back
};
// Writes it, or takes back what is written in its place.
void add_hand_text(Transaction& tx, DocumentId document, int version, const HandText& hand, bool taken_back);
// The last one of each place that was not taken back, by place.
std::vector<HandText> hand_texts(Transaction& tx, DocumentId document, int version);
// A new version is there: its merge room begins with what was decided on the one before about those that are still
// before the committee, all of it, or what a meeting has voted alone.
enum class Carried { all, voted };
void carry_merge_decisions(Transaction& tx, DocumentId document, int version, Carried which);
// What was written or taken back last in the place of just [from, to), whether it counts or not.
std::optional<HandText> last_text_at(Transaction& tx, DocumentId document, int version, std::size_t from,
                                     std::size_t to);
std::optional<HandText> find_hand_text(Transaction& tx, std::int64_t number);
// Adds that a text stands again, as add_decision_again() does.
void add_text_again(Transaction& tx, DocumentId document, int version, const HandText& stood, AccountId by);

// How much has been decided and written in a version's room. It only ever grows; who saw as much saw everything.
struct MergeEntries {
    std::int64_t count = 0;
    AccountId last_author;
};
MergeEntries merge_entries(Transaction& tx, DocumentId document, int version);

// How many amendments to the text were adopted with a version; 0 for one that no merge made.
int adopted_with(Transaction& tx, DocumentId document, int version);

// A stretch of a version that changed, and what brought it; no amendments where editors wrote it by hand.
struct TracedStretch {
    std::size_t old_from = 0, old_to = 0, new_from = 0, new_to = 0;
    std::vector<AmendmentId> amendments;
};
void add_trace(Transaction& tx, DocumentId document, int version, const std::vector<TracedStretch>& stretches);
// Those that one of the amendments brought.
std::vector<TracedStretch> trace_of_amendments(Transaction& tx, DocumentId document, int version,
                                               const std::vector<AmendmentId>& amendments);
// The stretches of a version that touch [from, to] of its text.
std::vector<TracedStretch> trace_of(Transaction& tx, DocumentId document, int version, std::size_t from,
                                    std::size_t to);

}  // namespace samrad::storage
