#include "domain/text/pairs.hpp"

#include <algorithm>

#include "domain/text/tokens.hpp"
#include "domain/text/words.hpp"

namespace samrad::domain {

namespace {

using Words = std::vector<std::uint32_t>;
constexpr std::size_t too_common = 16;  // passages with a word, above which the word proposes nobody
constexpr std::size_t most_tries = 12;  // partners that are looked at closely for one passage
constexpr std::size_t none = static_cast<std::size_t>(-1);

std::vector<Words> sorted_words(const std::vector<std::u16string_view>& passages, Numbers& numbers) {
    std::vector<Words> all;
    all.reserve(passages.size());
    for (const auto passage : passages) {
        Words words;
        for (const Token& word : words_of(passage))
            words.push_back(numbers.of(passage.substr(word.from, word.to - word.from)));
        std::ranges::sort(words);
        all.push_back(std::move(words));
    }
    return all;
}

// The best partner of one passage, and how good; none where two are equally good.
struct Best {
    std::size_t partner = none;
    double likeness = 0;
    void offer(std::size_t other, double value) {
        if (value > likeness) {
            *this = {other, value};
        } else if (value == likeness && other != partner) {
            partner = none;
        }
    }
};

// For each passage of b the passages that share its rarer words, by how many.
class Proposals {
public:
    Proposals(const std::vector<Words>& passages, std::size_t words) : holders_(words), counts_(passages.size(), 0) {
        for (std::size_t i = 0; i < passages.size(); ++i) {
            for (const auto word : passages[i]) {
                auto& holders = holders_[word];
                if (holders.size() <= too_common && (holders.empty() || holders.back() != i)) holders.push_back(i);
            }
        }
    }
    std::vector<std::size_t> of(const Words& words) {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if ((i > 0 && words[i] == words[i - 1]) || holders_[words[i]].size() > too_common) continue;
            for (const std::size_t holder : holders_[words[i]]) {
                if (counts_[holder]++ == 0) found.push_back(holder);
            }
        }
        std::ranges::sort(found,
                          [&](auto x, auto y) { return counts_[x] != counts_[y] ? counts_[x] > counts_[y] : x < y; });
        for (const std::size_t holder : found) counts_[holder] = 0;
        if (found.size() > most_tries) found.resize(most_tries);
        return found;
    }

private:
    std::vector<std::vector<std::size_t>> holders_;
    std::vector<std::size_t> counts_;
};

}  // namespace

std::vector<Pair> like_passages(const std::vector<std::u16string_view>& a, const std::vector<std::u16string_view>& b,
                                double least_likeness, std::size_t least_words) {
    if (a.empty() || b.empty()) return {};
    Numbers numbers;
    const auto words_a = sorted_words(a, numbers);
    const auto words_b = sorted_words(b, numbers);
    Proposals proposals(words_b, numbers.size());
    std::vector<Best> best_a(a.size()), best_b(b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (words_a[i].size() < least_words) continue;
        for (const std::size_t j : proposals.of(words_a[i])) {
            if (words_b[j].size() < least_words) continue;
            const auto longer = static_cast<double>(std::max(words_a[i].size(), words_b[j].size()));
            const double likeness = static_cast<double>(shared_words(words_a[i], words_b[j])) / longer;
            if (likeness < least_likeness) continue;
            best_a[i].offer(j, likeness);
            best_b[j].offer(i, likeness);
        }
    }
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t j = best_a[i].partner;
        if (j != none && best_b[j].partner == i) pairs.push_back({i, j, best_a[i].likeness});
    }
    return pairs;
}

}  // namespace samrad::domain
