// The passage of a meeting is all that its two hunks take away, and what stands between them. Where that is nothing, as
// with two that put words in at one place, it is the clause that they come behind.
#include "domain/amendment/disputed_words.hpp"

#include <algorithm>

namespace samrad::domain {

namespace {

constexpr std::size_t longest = 120;  // UTF-16 units that are shown of one passage

std::u16string_view without_marks(std::u16string_view passage) {
    constexpr std::u16string_view around = u" \t\n#>*_+-";
    const auto from = passage.find_first_not_of(around);
    if (from == passage.npos) return {};
    return passage.substr(from, passage.find_last_not_of(around) + 1 - from);
}

// Cut between words, where there are any.
std::u16string shortened(std::u16string_view passage) {
    std::u16string words(passage);
    std::replace(words.begin(), words.end(), u'\n', u' ');
    if (words.size() <= longest) return words;
    const auto end = words.rfind(u' ', longest / 2);
    const auto begin = words.find(u' ', words.size() - longest / 2);
    const bool cuts = end != words.npos && begin != words.npos;
    return words.substr(0, cuts ? end : longest / 2) + u" … " +
           words.substr(cuts ? begin + 1 : words.size() - longest / 2);
}

DisputedWords passage_of(const Hunk& one, const Hunk& other, std::u16string_view text, const Units& units) {
    const auto from = std::min(one.from, other.from);
    const auto passage = without_marks(text.substr(from, std::max(one.to, other.to) - from));
    if (!passage.empty()) return {shortened(passage), false};
    if (units.size() == 0) return {};
    const bool behind = from > 0;
    const auto unit = units.at(behind ? from - 1 : 0);
    const auto clause = text.substr(units.starts[unit], units.starts[unit + 1] - units.starts[unit]);
    return {shortened(without_marks(clause)), behind};
}

}  // namespace

std::vector<DisputedWords> disputed_words(const Gathering& all, std::span<const Meeting> meetings,
                                          std::u16string_view text, const Units& units, std::size_t most) {
    std::vector<DisputedWords> found;
    for (const auto& meeting : meetings) {
        if (all.whole(meeting.a) || all.whole(meeting.b)) return {};
        auto passage = passage_of(all.hunks(meeting.a)[meeting.one], all.hunks(meeting.b)[meeting.other], text, units);
        if (passage.words.empty() || std::find(found.begin(), found.end(), passage) != found.end()) continue;
        found.push_back(std::move(passage));
        if (found.size() == most) break;
    }
    return found;
}

}  // namespace samrad::domain
