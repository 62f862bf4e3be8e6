// Responses: what a committee answers a theme; and the report that is made of them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/problem.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/account/account.hpp"
#include "domain/consultation/consultation.hpp"
#include "domain/consultation/theme.hpp"

namespace samrad::domain {

enum class ResponseStatus { followed, partly, not_followed, noted, later };

struct Response {
    ThemeId theme;
    int revision = 0;  // 0: not stored yet
    ResponseStatus status = ResponseStatus::noted;
    std::string heard, decided, why;  // plain text, paragraphs apart by an empty line
    int version = 0;                  // in which `blocks` changed; 0 where the text did not
    std::vector<int> blocks;
    std::vector<MarkId> quotes;
    Person author;
    Time at;
};

inline constexpr std::size_t most_changed_blocks = 50;
inline constexpr std::size_t most_quotes = 20;
inline constexpr std::size_t most_response_text = 20 * 1024;  // bytes of each of the three

// Whether a response may be kept, as a draft: response.no_document (field "version": the consultation is about no
// text), response.version_too_old (field "version": not later than the one that was asked about), input.missing
// (field "version": blocks without it), input.too_long.
std::optional<Problem> check_response(const Response& response, const ConsultationRules& rules);
// Whether it says enough to be published: what was heard and what was decided, and why unless all was followed.
bool is_complete(const Response& response);

// Answers by voice, in the order of domain::Voice.
inline constexpr std::size_t voice_count = names_of<Voice>.size();
using CountsByVoice = std::array<std::int64_t, voice_count>;
using ShownByVoice = std::array<std::optional<std::int64_t>, voice_count>;

// What a report tells of how many said something. Each voice stands alone and is never added to another. One to four
// are hidden, and a number that moved by fewer than five since the edition before stays as it was told: of two
// editions nobody can take one from the other and find a person.
ShownByVoice told_counts(const CountsByVoice& counts, const std::optional<ShownByVoice>& before);

// A theme as an edition of the report has it.
struct ReportTheme {
    ThemeId theme;
    int level = 1;
    std::string title;
    std::optional<int> revision;  // of the response that is published
    bool open = false;            // the committee says that there is no answer yet; neither: a heading above others
    ShownByVoice counts{};
};

// The themes of a report. `themes`: the living ones; `counts`: of those with marks; `open`: named by the editors as not
// answered yet. A theme stands in it where it has marks, a complete response or is named as open, or above such a one.
//   report.empty       nothing would stand in it
//   report.unanswered  one has marks, and neither a complete response nor is it named as open (fact "theme": its id)
//   report.not_a_theme one that is named as open is none of the themes
// `before`: the themes of the newest edition, empty where there is none.
Result<std::vector<ReportTheme>> plan_report(const std::vector<Theme>& themes,
                                             const std::map<ThemeId, Response>& responses,
                                             const std::map<ThemeId, CountsByVoice>& counts,
                                             const std::set<ThemeId>& open, const std::vector<ReportTheme>& before);
// Whether two editions say the same of every theme.
bool says_the_same(const std::vector<ReportTheme>& before, const std::vector<ReportTheme>& after);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::ResponseStatus> =
    std::array<std::string_view, 5>{"followed", "partly", "not_followed", "noted", "later"};
