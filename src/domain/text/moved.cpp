#include "domain/text/moved.hpp"

#include <algorithm>
#include <iterator>
#include <map>

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

// A hunk that only takes words away, or one that puts some in, perhaps in the place of others.
struct End {
    std::size_t hunk;
    Words words;
};

// Whether what was put in is what was taken away, perhaps reworded a little.
bool is_there_again(const Words& gone, const Words& put) {
    constexpr std::size_t few = 3;
    if (gone.size() < few) return gone == put;
    Words both;
    std::set_intersection(gone.begin(), gone.end(), put.begin(), put.end(), std::back_inserter(both));
    return 3 * both.size() >= 2 * gone.size();
}

}  // namespace

std::vector<std::optional<std::size_t>> ends_of_moves(const std::vector<Hunk>& hunks, std::u16string_view text) {
    constexpr std::size_t most_compared = 40'000;
    std::vector<End> gone, put;
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        const auto& hunk = hunks[i];
        const bool takes = hunk.insert.empty();
        auto words = sorted_words(takes ? text.substr(hunk.from, hunk.to - hunk.from) : hunk.insert);
        if (!words.empty()) (takes ? gone : put).push_back({i, std::move(words)});
    }
    std::vector<std::optional<std::size_t>> ends(hunks.size());
    const auto join = [&](const End& from, const End& to) {
        if (!ends[from.hunk]) ends[from.hunk] = to.hunk;
        if (!ends[to.hunk]) ends[to.hunk] = from.hunk;
    };
    std::map<Words, const End*> known;
    for (const auto& one : put) known.try_emplace(one.words, &one);
    for (const auto& one : gone) {
        if (const auto same = known.find(one.words); same != known.end()) join(one, *same->second);
    }
    if (gone.size() * put.size() > most_compared) return ends;
    for (const auto& one : gone) {
        if (ends[one.hunk]) continue;
        const auto again = std::find_if(put.begin(), put.end(),
                                        [&](const End& other) { return is_there_again(one.words, other.words); });
        if (again != put.end()) join(one, *again);
    }
    return ends;
}

}  // namespace samrad::domain
