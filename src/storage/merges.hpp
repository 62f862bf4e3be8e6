// The merge room's work, decision by decision, and the trace that a merged version leaves.
#pragma once

#include <map>
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
    std::string reason;  // why it is left; empty where nobody said
};
// Adds a decision; of one amendment the last counts, those before stay. Only one that leaves it has a reason.
void add_merge_decision(Transaction& tx, DocumentId document, int version, AmendmentId amendment,
                        domain::MergeDecision decision, AccountId author, const std::string& reason = "");
std::map<AmendmentId, DecidedAmendment> merge_decisions(Transaction& tx, DocumentId document, int version);

// What is written by hand in the place of [from, to) of the version's text.
struct HandText {
    std::size_t from = 0;
    std::size_t to = 0;
    std::string text;
    AccountId author;
    std::int64_t number = 0;  // of this writing; 0 where nothing is written here
};
void add_hand_text(Transaction& tx, DocumentId document, int version, std::size_t from, std::size_t to,
                   const std::optional<std::string>& text, AccountId author);
// Those that count, by place.
std::vector<HandText> hand_texts(Transaction& tx, DocumentId document, int version);
// What counts in the place of just [from, to); with number 0 and who took it back, where it was.
HandText hand_text_at(Transaction& tx, DocumentId document, int version, std::size_t from, std::size_t to);

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
// The stretches of a version that touch [from, to] of its text.
std::vector<TracedStretch> trace_of(Transaction& tx, DocumentId document, int version, std::size_t from,
                                    std::size_t to);

}  // namespace samrad::storage
