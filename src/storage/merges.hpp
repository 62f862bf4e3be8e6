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
    std::string reason;                  // why it is left; empty where nobody said
    std::optional<AccountId> reason_by;  // who gave the reason or took it back, where somebody has
};
// Adds a decision; of one amendment the last counts, those before stay. Only one that leaves it has a reason, which is
// then its author's.
void add_merge_decision(Transaction& tx, DocumentId document, int version, AmendmentId amendment,
                        domain::MergeDecision decision, AccountId author, const std::string& reason = "");
// Adds what `by` says of why an amendment is left, which was decided by who `decided`: it stays theirs.
void add_merge_reason(Transaction& tx, DocumentId document, int version, AmendmentId amendment,
                      const DecidedAmendment& decided, AccountId by, const std::string& reason);
std::map<AmendmentId, DecidedAmendment> merge_decisions(Transaction& tx, DocumentId document, int version);

// What is written by hand in the place of [from, to) of the version's text.
struct HandText {
    std::size_t from = 0;
    std::size_t to = 0;
    std::string text;
    AccountId author;
    std::int64_t number = 0;  // of this writing; given when it is stored
    // A fingerprint of what was to be decided there; absent where it was not kept, and then it holds for anything.
    std::optional<std::string> grounds;
};
// Writes it, or takes back what is written in its place.
void add_hand_text(Transaction& tx, DocumentId document, int version, const HandText& hand, bool taken_back);
// The last one of each place that was not taken back, by place.
std::vector<HandText> hand_texts(Transaction& tx, DocumentId document, int version);
// A new version is there: its merge room begins with what was decided on the one before about those that are still
// before the committee, all of it, or what a meeting has voted alone.
enum class Carried { all, voted };
void carry_merge_decisions(Transaction& tx, DocumentId document, int version, Carried which);
// Who wrote or took back last in the place of just [from, to).
std::optional<AccountId> last_writer_at(Transaction& tx, DocumentId document, int version, std::size_t from,
                                        std::size_t to);

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
