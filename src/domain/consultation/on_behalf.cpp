#include "domain/consultation/on_behalf.hpp"

#include <algorithm>
#include <charconv>

#include "base/utf8.hpp"
#include "domain/account/account.hpp"

namespace samrad::domain {

namespace {

constexpr int most_votes = 1'000'000;
constexpr std::size_t longest_meeting = 5000;
constexpr std::size_t longest_name = 200;

std::optional<int> count_in(const std::string& text) {
    int count = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size() || count < 0 || count > most_votes) return {};
    return count;
}

// Whether the three make a vote; an abstention that is not told is none.
bool read_vote(const TypedBody& typed, std::optional<MeetingVote>& vote) {
    vote.reset();
    if (typed.in_favour.empty() && typed.against.empty() && typed.abstaining.empty()) return true;
    const auto in_favour = count_in(typed.in_favour);
    const auto against = count_in(typed.against);
    const auto abstaining = typed.abstaining.empty() ? 0 : count_in(typed.abstaining);
    if (!in_favour || !against || !abstaining) return false;
    vote = MeetingVote{*in_favour, *against, *abstaining};
    return true;
}

bool read_sponsors(const std::string& lines, std::vector<std::string>& sponsors) {
    sponsors.clear();
    for (std::size_t from = 0; from <= lines.size();) {
        const auto end = std::min(lines.find('\n', from), lines.size());
        auto name = trimmed(lines.substr(from, end - from));
        from = end + 1;
        if (name.empty()) continue;
        if (!is_plain_line(name, longest_name) || is_pseudonym(name)) return false;
        if (std::find(sponsors.begin(), sponsors.end(), name) == sponsors.end()) sponsors.push_back(std::move(name));
    }
    return sponsors.size() <= most_sponsors;
}

}  // namespace

std::vector<Problem> read_body(const TypedBody& typed, OnBehalf& body) {
    std::vector<Problem> problems;
    body.organisation = body.unit ? "" : trimmed(typed.organisation);
    if (!body.unit && (!is_plain_line(body.organisation, longest_name) || is_pseudonym(body.organisation))) {
        problems.push_back(invalid("answer.organisation_invalid", "organisation"));
        body.organisation.clear();
    }
    body.meeting = trimmed(typed.meeting);
    if (code_points(body.meeting) > longest_meeting) {
        auto problem = invalid("answer.too_long", "meeting");
        problem.facts = {{"most", std::to_string(longest_meeting)}};
        problems.push_back(problem);
        body.meeting.clear();
    }
    if (!read_vote(typed, body.vote)) problems.push_back(invalid("answer.votes_invalid", "votes"));
    if (!read_sponsors(typed.sponsors, body.sponsors)) {
        problems.push_back(invalid("answer.sponsors_invalid", "sponsors"));
        body.sponsors.clear();
    }
    return problems;
}

}  // namespace samrad::domain
