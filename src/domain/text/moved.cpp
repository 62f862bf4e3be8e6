#include "domain/text/moved.hpp"

#include <algorithm>
#include <iterator>

#include "domain/text/tokens.hpp"

namespace samrad::domain {

namespace {

using Words = std::vector<std::u16string_view>;

Words sorted_words(std::u16string_view text) {
    Words words;
    for (const auto& word : words_of(text)) words.push_back(text.substr(word.from, word.to - word.from));
    std::sort(words.begin(), words.end());
    return words;
}

bool has_words(std::u16string_view text) { return !words_of(text).empty(); }

// Whether what was put in is what was taken away, perhaps reworded a little.
bool is_there_again(const Words& gone, const Words& put) {
    constexpr std::size_t few = 3;
    if (gone.size() < few) return gone == put;
    Words both;
    std::set_intersection(gone.begin(), gone.end(), put.begin(), put.end(), std::back_inserter(both));
    return 3 * both.size() >= 2 * gone.size();
}

}  // namespace

std::optional<std::size_t> other_end_of_move(const std::vector<Hunk>& hunks, std::size_t which,
                                             std::u16string_view text) {
    const auto gone_of = [&](const Hunk& hunk) { return text.substr(hunk.from, hunk.to - hunk.from); };
    const bool takes = hunks[which].insert.empty();
    const bool puts = hunks[which].from == hunks[which].to;
    if (hunks.size() < 2 || takes == puts) return std::nullopt;
    const auto mine = sorted_words(takes ? gone_of(hunks[which]) : std::u16string_view(hunks[which].insert));
    if (mine.empty()) return std::nullopt;
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        if (i == which) continue;
        const auto& other = takes ? std::u16string_view(hunks[i].insert) : gone_of(hunks[i]);
        if (takes ? other.empty() : !hunks[i].insert.empty() || !has_words(other)) continue;
        const auto theirs = sorted_words(other);
        if (takes ? is_there_again(mine, theirs) : is_there_again(theirs, mine)) return i;
    }
    return std::nullopt;
}

}  // namespace samrad::domain
