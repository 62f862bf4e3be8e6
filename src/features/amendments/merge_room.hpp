// The merge room of a version, worked out from what is stored.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "domain/text/merge.hpp"
#include "features/json.hpp"
#include "features/reach.hpp"
#include "features/texts.hpp"
#include "storage/merges.hpp"

namespace samrad::features {

struct Room {
    storage::MergeEntries entries;
    std::shared_ptr<const Text> text;
    std::vector<domain::Amendment> pending;
    std::map<AmendmentId, storage::DecidedAmendment> decisions;
    std::vector<storage::HandText> hands;  // those that count; see grounds_at()
    std::vector<std::size_t> taken;        // indexes into pending, one for each change that was merged
    std::vector<domain::Change> changes;   // those
    std::vector<std::size_t> whole;        // indexes into changes: counter-drafts
    // Taken or voted, but with no words on this version: no version is made past them.
    std::vector<std::size_t> without_text;
    domain::Merged merged;
};

// Of the document's newest version. The document's row should be locked where something is decided on it.
Room open_room(Work& work, const domain::Document& document, Texts& texts);

// The document behind its lock; version.stale_base unless `version`, which the editor saw, is the newest.
domain::Document lock_at_newest(Work& work, DocumentId document, std::int64_t version);

// The refusal of what was decided on a room that a colleague has changed since, with their name as "by". What one
// decides is decided on what one saw: a decision of a moment ago is shown, and not replaced.
Problem changed_meanwhile(Work& work, std::string_view code, AccountId author);

// What was to be decided in a place of the text, as a fingerprint: which amendments are taken there, and
// the words that each of them makes of it. What is written by hand counts as long as this is as it was for its writer:
// no word of an amendment stays in the text that was withdrawn, worded anew or decided otherwise, and it is there again
// when they are.
std::string grounds_at(const Room& room, domain::Range place);

// What a version that is made now would say and of whom, as a fingerprint: it changes with a withdrawal or a rewording
// too, which are no work of the room's.
std::string result_of(const Room& room);

// What editors have decided about an amendment; open where they have not.
domain::MergeDecision decision_on(const Room& room, AmendmentId amendment);

// Whether it, or the one that it amends, waits for supporters and is not taken up yet. What editors have begun on stays
// begun.
bool gathers_support(const Room& room, const domain::Amendment& amendment);

// The wording that a body recommends, as it stands on the newest version; nothing where no body has published one. Of
// several the last that can be taken. One that was made for words which its sponsor has said anew since does not count.
std::optional<domain::Rebased> carried_wording(Work& work, const domain::Document& document,
                                               const domain::Amendment& amendment, Texts& texts);
// The same where it can be taken; else nothing.
std::optional<domain::Change> recommended_wording(Work& work, const domain::Document& document,
                                                  const domain::Amendment& amendment, Texts& texts);

// Of the version that is made of it: every changed stretch, and which amendments brought it.
std::vector<storage::TracedStretch> trace_of(const Room& room);

// The lines that a reader asks for, ?from=&to=: a chapter of a text with thousands of amendments. All without them.
struct RoomView {
    int from = 0;
    int to = 0;
    bool for_editors = true;
    bool shows(int first, int last) const { return first <= to && last >= from; }
    // What has no line stands at the beginning.
    bool shows(const domain::Amendment& amendment) const {
        return amendment.line_from == 0 ? from <= 1 : shows(amendment.line_from, amendment.line_to);
    }
};

// The amendments that are in view, but those that wait for supporters, each with what it changes and what was decided.
boost::json::array amendments_in_room(Work& work, const domain::Document& document, const Room& room,
                                      const RoomView& view, Texts& texts);

// The blocks that the selection changes, as the old words, the new ones and whose they are.
boost::json::array changed_blocks(const Room& room);
boost::json::array disputes_json(const Room& room, const std::vector<domain::Dispute>& list, bool settled);
// Those who look on are not told why one is left before the version is made.
boost::json::object room_json(Work& work, const domain::Document& document, const Room& room, Texts& texts,
                              bool for_editors = true);

}  // namespace samrad::features
