// Neighbours are found by what amendments touch: only where two collide, or put words into one place as readers see it
// (no word of the text stands between), or are the same, are their words compared. Two that say alike things in
// different chapters are two matters.
//
// Likeness is the Dice coefficient over words, counted with repetition, of what is put in and what is taken away
// taken together. Example: "gratis" -> "billig" and "gratis" -> "rimelig" share the word that goes and not the one that
// comes: 2 * 1 / 4 = 0.5, alternatives. "og kortere lister" and "og mye kortere lister" put in: 2 * 3 / 7 = 0.86,
// something to join.
#include "domain/amendment/clusters.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "domain/text/tokens.hpp"

namespace samrad::domain {

namespace {

using Words = std::vector<std::u16string>;

char16_t lower(char16_t c) {
    const bool latin = (c >= u'A' && c <= u'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    return latin ? char16_t(c + 32) : c;
}

// Sorted; a sign keeps words that come apart from words that go.
Words changed_words(std::span<const Hunk> hunks, std::u16string_view text) {
    Words words;
    const auto add = [&](std::u16string_view passage, char16_t sign) {
        for (const auto& word : words_of(passage)) {
            std::u16string spelled(1, sign);
            for (const auto c : passage.substr(word.from, word.to - word.from)) spelled += lower(c);
            words.push_back(std::move(spelled));
        }
    };
    for (const auto& hunk : hunks) {
        add(text.substr(hunk.from, hunk.to - hunk.from), u'-');
        add(hunk.insert, u'+');
    }
    std::sort(words.begin(), words.end());
    return words;
}

double dice(const Words& a, const Words& b) {
    if (a.empty() && b.empty()) return 1;
    Words both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return 2.0 * double(both.size()) / double(a.size() + b.size());
}

using Pair = std::pair<std::size_t, std::size_t>;

// In one place with very many each is held against so many that came after it, so that the pairs do not grow with the
// square.
constexpr std::size_t most_in_one_place = 100;

constexpr std::size_t most_between = 200;  // UTF-16 units

bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }

// Whether a reader has words between two places: marks, white space, and the numbers of list items are none.
bool has_words(std::u16string_view between) {
    for (const auto& word : words_of(between)) {
        const auto spelled = between.substr(word.from, word.to - word.from);
        const bool number = std::all_of(spelled.begin(), spelled.end(), is_digit) && word.to < between.size() &&
                            (between[word.to] == u'.' || between[word.to] == u')');
        if (!number) return true;
    }
    return false;
}

// Those that put words into one place as readers see it, taking none away: at the end of a paragraph or before the
// next one, at the end of an item or as an item of their own. They need not collide, and may say alike things.
std::vector<Pair> side_by_side(const Gathering& all, std::u16string_view text) {
    std::vector<Pair> places;  // (position, change)
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const auto& hunk : all.hunks(i)) {
            if (hunk.insert.empty() || has_words(text.substr(hunk.from, hunk.to - hunk.from))) continue;
            places.emplace_back(hunk.from, i);
        }
    }
    std::sort(places.begin(), places.end());
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto last = std::min(places.size(), i + 1 + most_in_one_place);
        for (std::size_t j = i + 1; j < last; ++j) {
            const auto before = places[j - 1].first;
            if (places[j].first - before > most_between || has_words(text.substr(before, places[j].first - before)))
                break;
            if (places[i].second != places[j].second) pairs.push_back(std::minmax(places[i].second, places[j].second));
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

}  // namespace

double likeness(std::span<const Hunk> a, std::span<const Hunk> b, std::u16string_view text) {
    return dice(changed_words(a, text), changed_words(b, text));
}

std::vector<Neighbours> neighbours_of(const Gathering& all, std::u16string_view text, std::size_t most) {
    std::vector<Neighbours> found(all.size());
    std::vector<Words> words;
    for (std::size_t i = 0; i < all.size(); ++i) words.push_back(changed_words(all.hunks(i), text));
    const auto add = [&](std::vector<std::size_t> Neighbours::* list, std::size_t a, std::size_t b) {
        if ((found[a].*list).size() < most) (found[a].*list).push_back(b);
        if ((found[b].*list).size() < most) (found[b].*list).push_back(a);
    };
    const auto first = all.first_same();
    std::map<std::size_t, std::vector<std::size_t>> sames;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& group = sames[first[i]];
        for (std::size_t k = 0; k < group.size() && k < most; ++k) add(&Neighbours::same, group[k], i);
        group.push_back(i);
    }
    // A thousand on one sentence are a million pairs: each is held against some of them, until it has been told enough.
    std::vector<std::size_t> compared(all.size(), 0);
    const auto full = [&](std::size_t i) { return compared[i] >= 5 * most; };
    const auto meetings = all.pairs();
    for (const auto& [a, b] : meetings) {
        if (full(a) && full(b)) continue;
        ++compared[a];
        ++compared[b];
        add(&Neighbours::colliding, a, b);
        if (dice(words[a], words[b]) >= similar_from) add(&Neighbours::similar, a, b);
    }
    for (const auto& pair : side_by_side(all, text)) {
        const auto [a, b] = pair;
        if (first[a] == first[b] || std::binary_search(meetings.begin(), meetings.end(), pair)) continue;
        if (dice(words[a], words[b]) >= similar_from) add(&Neighbours::similar, a, b);
    }
    for (auto& one : found) {
        for (auto* list : {&one.same, &one.similar, &one.colliding}) std::sort(list->begin(), list->end());
    }
    return found;
}

Alike alike_of(const Gathering& all, std::size_t change, std::u16string_view text) {
    std::set<std::size_t> near;
    for (const auto& meeting : all.meetings_of(change)) near.insert(meeting.b);
    const auto& own = all.hunks(change);
    const auto puts_words = [&](const Hunk& hunk) {
        return !hunk.insert.empty() && !has_words(text.substr(hunk.from, hunk.to - hunk.from));
    };
    for (std::size_t other = 0; other < all.size(); ++other) {
        if (other == change) continue;
        if (all.hunks(other) == own) near.insert(other);
        for (const auto& mine : own) {
            if (!puts_words(mine)) continue;
            for (const auto& theirs : all.hunks(other)) {
                const auto [from, to] = std::minmax(mine.from, theirs.from);
                // List marks and blank lines are short: what is farther off has words between.
                if (to - from > most_between || !puts_words(theirs)) continue;
                if (!has_words(text.substr(from, to - from))) near.insert(other);
            }
        }
    }
    Alike alike;
    const auto words = changed_words(own, text);
    for (const auto other : near) {
        if (all.hunks(other) == own) {
            alike.same.push_back(other);
        } else if (dice(words, changed_words(all.hunks(other), text)) >= similar_from) {
            alike.similar.push_back(other);
        }
    }
    return alike;
}

std::vector<std::vector<std::size_t>> clusters_of(const Gathering& all, std::u16string_view text) {
    std::vector<std::size_t> root(all.size());
    std::iota(root.begin(), root.end(), std::size_t(0));
    const auto find = [&](std::size_t one) {
        while (root[one] != one) one = root[one] = root[root[one]];
        return one;
    };
    const auto join = [&](std::size_t a, std::size_t b) {
        const auto [low, high] = std::minmax({find(a), find(b)});
        root[high] = low;
    };
    const auto first = all.first_same();
    for (std::size_t i = 0; i < all.size(); ++i) join(i, first[i]);
    for (const auto& [a, b] : all.pairs()) join(a, b);
    for (const auto& [a, b] : side_by_side(all, text)) {
        if (find(a) != find(b) && likeness(all.hunks(a), all.hunks(b), text) >= similar_from) join(a, b);
    }
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < all.size(); ++i) groups[find(i)].push_back(i);
    std::vector<std::vector<std::size_t>> clusters;
    for (auto& [low, group] : groups) {
        if (group.size() > 1) clusters.push_back(std::move(group));
    }
    return clusters;
}

}  // namespace samrad::domain
