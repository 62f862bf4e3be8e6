// Amendments and who stands behind them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "domain/amendment/amendment.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

std::optional<domain::Amendment> find_amendment(Transaction& tx, AmendmentId amendment);
// The same, and its row is locked until the end of the transaction.
std::optional<domain::Amendment> lock_amendment(Transaction& tx, AmendmentId amendment);
std::vector<domain::Amendment> find_amendments(Transaction& tx, const std::vector<AmendmentId>& amendments);
std::vector<domain::Amendment> lock_amendments(Transaction& tx, const std::vector<AmendmentId>& amendments);

// What a list shows: submitted ones and those decided, never drafts. In the order of their lines, or of their numbers.
// A page begins after the last one of the page before, never by offset.
struct AmendmentQuery {
    DocumentId document;
    std::optional<domain::AmendmentState> state;
    std::optional<AccountId> sponsor;
    std::optional<UnitId> sponsor_unit;
    int line_from = 0;  // with line_to: those that touch these official lines; 0 for all
    int line_to = 0;
    std::string words;  // in number, reason, instruction, wording or the names of sponsors; "" for all
    std::optional<domain::AmendmentKind> kind;
    std::optional<domain::Verdict> verdict;  // that a body's last published recommendation on its wording has
    bool without_verdict = false;            // those on whose wording no body has published any
    std::optional<UnitId> body;              // of whose recommendations the two speak; any body's where it is absent
    std::optional<bool> gathers_support;  // those that wait for supporters, or those before the committee that do not
    bool by_number = false;
    int after_line = -1;
    int after_number = 0;
    int limit = 50;
};
std::vector<domain::Amendment> list_amendments(Transaction& tx, const AmendmentQuery& query);
// All that are before the committee, by number: texts that a merge can take and principles.
std::vector<domain::Amendment> pending_amendments(Transaction& tx, DocumentId document);
// All that a new version has to carry: drafts, pending ones, and withdrawn ones, which somebody may take over. Their
// rows are locked.
std::vector<domain::Amendment> travelling_amendments(Transaction& tx, DocumentId document);
// One's own, drafts included, in all documents, newest first, below `before` (0: from the newest).
std::vector<domain::Amendment> amendments_of(Transaction& tx, AccountId sponsor, const std::vector<UnitId>& units,
                                             AmendmentId before, int limit);

// A draft. Of the value, id, number, state, times and counts are ignored.
AmendmentId add_amendment(Transaction& tx, const domain::Amendment& amendment);
// What these were sent on as, in other documents: (the one, what it is there).
std::vector<std::pair<AmendmentId, AmendmentId>> forwarded_as(Transaction& tx,
                                                              const std::vector<AmendmentId>& amendments);
// Open ones that amend this one: drafts and pending ones. Their rows are locked.
std::vector<domain::Amendment> amending(Transaction& tx, AmendmentId amendment);
// (amended, the one that amends it), by number, never drafts.
std::vector<std::pair<AmendmentId, AmendmentId>> amended_by(Transaction& tx,
                                                            const std::vector<AmendmentId>& amendments);
// A draft's new wording; the same fields.
void change_draft(Transaction& tx, const domain::Amendment& amendment);
// Takes a draft away. Only drafts: the trigger refuses others.
void discard_draft(Transaction& tx, AmendmentId amendment);
// Gives it its number, for good: the document's row is locked first. Returns the number.
int submit(Transaction& tx, const domain::Amendment& amendment);
// Those that amend it go with it.
void withdraw(Transaction& tx, AmendmentId amendment);
void take_over(Transaction& tx, AmendmentId amendment, AccountId sponsor);
// Its sponsor says it anew, as a change of a version: the next wording. Support was for the one that people saw, so it
// begins anew; what was said of the one before stays with that one.
void add_wording(Transaction& tx, AmendmentId amendment, int version, const std::string& change);
// Where it stands on the newest version: version, change, carried, lines.
void move_amendments(Transaction& tx, const std::vector<domain::Amendment>& amendments);
// How amendments are decided.
struct Decision {
    domain::AmendmentState state;          // adopted, rejected, or withdrawn from a meeting's floor
    std::string reason;                    // of editors who reject it, alone or in a merge
    std::optional<domain::Extent> extent;  // where a merge took it: how much of it is in the version
    std::optional<AmendmentId> lost_to;    // whose words were chosen in the place of its own
    std::optional<UnitId> by;              // the body that decides; of none that is only withdrawn
    auto operator<=>(const Decision&) const = default;
};
// Those that amend one that is not adopted go with it. `version` is the newest, with the one that is made by this.
void decide(Transaction& tx, const std::vector<AmendmentId>& amendments, const Decision& decision, int version);

// How many one person has before the committee in a document, those on behalf of units apart.
int count_pending_of(Transaction& tx, DocumentId document, AccountId sponsor);
// Of an amendment that was withdrawn just now: `by`, who acted as its sponsor, and those who had joined go over to
// another one, whose first sponsor is `sponsor_there`, behind those that it has, and the comments that it answers are
// answered by that one.
void join_amendments(Transaction& tx, const domain::Amendment& amendment, AmendmentId into, AccountId by,
                     AccountId sponsor_there);
// The comments that a draft answers, in the place of those that it had.
void answer_comments(Transaction& tx, AmendmentId amendment, const std::vector<CommentId>& comments);
std::vector<std::pair<AmendmentId, CommentId>> answered_comments(Transaction& tx,
                                                                 const std::vector<AmendmentId>& amendments);

// Adds or takes away one's support of its wording, or of an earlier one; twice is once. `member` is what the supporter
// is now, `units` where they stand, the most local first. Returns the number of supports then.
int support_amendment(Transaction& tx, AmendmentId amendment, AccountId account, bool member,
                      const std::vector<UnitId>& units);
int withdraw_amendment_support(Transaction& tx, AmendmentId amendment, AccountId account);
std::set<AmendmentId> amendments_supported_by(Transaction& tx, AccountId account,
                                              const std::vector<AmendmentId>& amendments);
// Of these, those that somebody has supported in an earlier wording and not in this one.
std::set<AmendmentId> supports_that_fell(Transaction& tx, AccountId account,
                                         const std::vector<AmendmentId>& amendments);
// Those before the committee that somebody has supported in an earlier wording and not in this one, by number.
std::vector<domain::Amendment> amendments_supported_before(Transaction& tx, AccountId account);

// Co-sponsors in the order in which they joined. Joining twice is once.
void join_sponsors(Transaction& tx, AmendmentId amendment, AccountId account);
void leave_sponsors(Transaction& tx, AmendmentId amendment, AccountId account);
std::vector<std::pair<AmendmentId, domain::Person>> sponsors_of(Transaction& tx,
                                                                const std::vector<AmendmentId>& amendments);

}  // namespace samrad::storage
