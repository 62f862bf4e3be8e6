// What a committee answers the themes, and the passages that they hold.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/response.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// The newest revision of every response of a consultation; those of themes that are no more too.
std::map<ThemeId, domain::Response> newest_responses(Transaction& tx, ConsultationId consultation);
// All revisions of one, newest first.
std::vector<domain::Response> revisions_of(Transaction& tx, ThemeId theme);
// Those that an edition of the report published.
std::map<ThemeId, domain::Response> responses_in_edition(Transaction& tx, ConsultationId consultation, int edition);
// Stores it as its `revision`; false where there is one of that number already: somebody was faster.
bool add_response(Transaction& tx, const domain::Response& response, AccountId author);

// From how many answers of each voice there are marks under each theme; themes without are left out. An answer that was
// erased on its day still counts: what it said is gone, that somebody said it is not.
// As `viewer` may see the marks (marks.hpp); without one all of them.
std::map<ThemeId, domain::CountsByVoice> count_voices(Transaction& tx, ConsultationId consultation,
                                                      std::optional<AccountId> viewer);

// A passage under a theme, with the answer that it stands in as it may be read: what is redacted is blacked out.
struct ThemedPassage {
    MarkId mark;
    AnswerId answer;
    domain::Passage passage;
    ThemeId theme;
    std::optional<std::int64_t> receipt;
    domain::Voice voice = domain::Voice::everybody;
    int revision = 1;       // of the form that was answered
    std::string content;    // the answer's fields, as the features write them
    bool quotable = false;  // its author consents and nothing of the passage is redacted
};
// Those of submitted answers under a theme after the mark `after`, each passage once however many marked it there, as
// `viewer` may see the marks; without one all of them.
std::vector<ThemedPassage> passages_of(Transaction& tx, ThemeId theme, std::optional<AccountId> viewer, MarkId after,
                                       int limit);
// Those of one answer, under whatever theme.
std::vector<ThemedPassage> passages_in(Transaction& tx, AnswerId answer);
// Of these marks those that may be quoted now, by their ids.
std::map<MarkId, ThemedPassage> quotable_passages(Transaction& tx, ConsultationId consultation,
                                                  const std::vector<MarkId>& marks);

}  // namespace samrad::storage
