#include "domain/text/moved.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>

#include "domain/text/line_kinds.hpp"
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

Words without(const Words& all, const Words& those) {
    Words left;
    std::set_difference(all.begin(), all.end(), those.begin(), those.end(), std::back_inserter(left));
    return left;
}

// A hunk, the words that it takes away, or puts in, and the text that has them.
struct End {
    std::size_t hunk;
    Words words;
    std::u16string_view text;
};

std::u16string_view without_breaks(std::u16string_view text) {
    const auto first = text.find_first_not_of(u'\n');
    return first == text.npos ? text.substr(0, 0) : text.substr(first, text.find_last_not_of(u'\n') - first + 1);
}

// Whether a short line that goes, a heading or a table's row, is among the lines that come, perhaps with other words
// behind its first one.
bool is_line_there_again(std::u16string_view gone, std::u16string_view put) {
    gone = without_breaks(gone);
    if (gone.find(u'\n') != gone.npos || !(is_heading(gone) || is_row(gone))) return false;
    const auto words = words_of(gone);
    if (words.empty()) return false;
    const auto first_word = [](std::u16string_view line, const Token& word) {
        return line.substr(word.from, word.to - word.from);
    };
    while (!put.empty()) {
        const auto line = put.substr(0, put.find(u'\n'));
        put.remove_prefix(std::min(line.size() + 1, put.size()));
        if (is_heading(line) != is_heading(gone) || is_row(line) != is_row(gone)) continue;
        const auto others = words_of(line);
        if (!others.empty() && first_word(line, others.front()) == first_word(gone, words.front())) return true;
    }
    return false;
}

// Whether what was put in is what was taken away, perhaps reworded a little, or a part of it.
bool is_there_again(const Words& gone, const Words& put) {
    constexpr std::size_t few = 3;
    constexpr std::size_t least_part = 5;
    if (gone.size() < few || put.size() < few) return gone == put;
    const auto least = put.size() >= least_part ? std::min(gone.size(), put.size()) : gone.size();
    if (3 * std::min(gone.size(), put.size()) < 2 * least) return false;
    Words both;
    std::set_intersection(gone.begin(), gone.end(), put.begin(), put.end(), std::back_inserter(both));
    return 3 * both.size() >= 2 * least;
}

// Sets of hunks that belong together.
class Moves {
public:
    explicit Moves(std::size_t count) : first_(count) { std::iota(first_.begin(), first_.end(), std::size_t(0)); }
    void join(std::size_t a, std::size_t b) { first_[of(a)] = of(b); }
    std::size_t of(std::size_t hunk) {
        while (first_[hunk] != hunk) hunk = first_[hunk] = first_[first_[hunk]];
        return hunk;
    }

private:
    std::vector<std::size_t> first_;
};

}  // namespace

std::vector<std::vector<std::size_t>> ends_of_moves(const std::vector<Hunk>& hunks, std::u16string_view text) {
    constexpr std::size_t most_compared = 40'000;
    if (hunks.size() < 2) return std::vector<std::vector<std::size_t>>(hunks.size());
    std::vector<End> gone, put;
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        const auto from_text = text.substr(hunks[i].from, hunks[i].to - hunks[i].from);
        const auto taken = sorted_words(from_text);
        const auto given = sorted_words(hunks[i].insert);
        // Words that stay in their place move nowhere.
        if (auto words = without(taken, given); !words.empty()) gone.push_back({i, std::move(words), from_text});
        if (auto words = without(given, taken); !words.empty()) put.push_back({i, std::move(words), hunks[i].insert});
    }
    Moves moves(hunks.size());
    std::map<Words, std::size_t> known;
    for (const auto& one : put) known.try_emplace(one.words, one.hunk);
    for (const auto& one : gone) {
        const auto same = known.find(one.words);
        if (same != known.end() && same->second != one.hunk) moves.join(one.hunk, same->second);
    }
    if (gone.size() * put.size() <= most_compared) {
        for (const auto& one : gone) {
            for (const auto& other : put) {
                if (one.hunk == other.hunk) continue;
                if (is_there_again(one.words, other.words) || is_line_there_again(one.text, other.text)) {
                    moves.join(one.hunk, other.hunk);
                }
            }
        }
    }
    std::map<std::size_t, std::vector<std::size_t>> together;
    for (std::size_t i = 0; i < hunks.size(); ++i) together[moves.of(i)].push_back(i);
    std::vector<std::vector<std::size_t>> ends(hunks.size());
    for (const auto& [first, all] : together) {
        for (const auto i : all) {
            std::copy_if(all.begin(), all.end(), std::back_inserter(ends[i]), [i](std::size_t j) { return j != i; });
        }
    }
    return ends;
}

}  // namespace samrad::domain
