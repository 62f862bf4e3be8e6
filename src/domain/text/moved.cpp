#include "domain/text/moved.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

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

// Of a heading or a table's row, which of them it is and its first word: by that such a short line is known again.
using Head = std::pair<char16_t, std::u16string_view>;

// A hunk, the words that it takes away, or puts in, and the heads among its lines.
struct End {
    std::size_t hunk;
    Words words;
    std::set<Head> heads;
};

std::set<Head> heads_of(std::u16string_view lines) {
    std::set<Head> heads;
    while (!lines.empty()) {
        const auto line = lines.substr(0, lines.find(u'\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        if (!is_heading(line) && !is_row(line)) continue;
        const auto words = words_of(line);
        if (words.empty()) continue;
        const auto& first = words.front();
        heads.emplace(is_heading(line) ? u'#' : u'|', line.substr(first.from, first.to - first.from));
    }
    return heads;
}

// The same of a hunk that takes one line alone.
std::set<Head> heads_if_alone(std::u16string_view gone) {
    const auto first = gone.find_first_not_of(u'\n');
    if (first == gone.npos) return {};
    gone = gone.substr(first, gone.find_last_not_of(u'\n') - first + 1);
    return gone.find(u'\n') == gone.npos ? heads_of(gone) : std::set<Head>{};
}

// Whether a single heading or row that goes is among the lines that come, perhaps with other words behind its first.
bool is_line_there_again(const End& gone, const End& put) {
    return gone.heads.size() == 1 && put.heads.contains(*gone.heads.begin());
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
        if (auto words = without(taken, given); !words.empty())
            gone.push_back({i, std::move(words), heads_if_alone(from_text)});
        if (auto words = without(given, taken); !words.empty())
            put.push_back({i, std::move(words), heads_of(hunks[i].insert)});
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
                if (is_there_again(one.words, other.words) || is_line_there_again(one, other)) {
                    moves.join(one.hunk, other.hunk);
                }
            }
        }
    }
    std::map<std::size_t, std::vector<std::size_t>> together;
    for (std::size_t i = 0; i < hunks.size(); ++i) together[moves.of(i)].push_back(i);
    std::vector<std::vector<std::size_t>> ends(hunks.size());
    for (const auto& [first, all] : together) {
        // Of thousands that are all alike a hundred tell enough: no list grows with the square of them.
        constexpr std::size_t most_named = 100;
        for (const auto i : all) {
            for (const auto j : all) {
                if (ends[i].size() == most_named) break;
                if (j != i) ends[i].push_back(j);
            }
        }
    }
    return ends;
}

}  // namespace samrad::domain
