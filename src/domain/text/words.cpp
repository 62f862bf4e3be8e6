// Cleaning up after the shortest difference.
//
// The shortest difference of a sentence and its rewriting keeps every "of", comma and space that the two chance to
// share, and nobody can read it. So a kept run between two changed runs has to earn its place: it is dropped when it
// weighs no more than the larger change on either side and is short. The weight is letters in words; a word of up to
// three letters ("og", "the") counts half.
#include "domain/text/words.hpp"

#include <algorithm>

namespace samrad::domain {

namespace {

using Sort = Token::Sort;

struct Weight {
    std::size_t letters = 0;  // doubled, so that half letters are whole numbers
    std::size_t words = 0;
};

// Weights of runs of tokens by sums from the start.
class Weights {
public:
    explicit Weights(const std::vector<Token>& tokens) : sums_(tokens.size() + 1) {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const std::size_t length = tokens[i].to - tokens[i].from;
            sums_[i + 1] = sums_[i];
            if (tokens[i].sort != Sort::word) continue;
            sums_[i + 1].letters += length <= 3 ? length : 2 * length;
            sums_[i + 1].words += 1;
        }
    }
    Weight of(std::size_t from, std::size_t to) const {
        return {sums_[to].letters - sums_[from].letters, sums_[to].words - sums_[from].words};
    }

private:
    std::vector<Weight> sums_;
};

Weight larger(Weight a, Weight b) { return {std::max(a.letters, b.letters), std::max(a.words, b.words)}; }

bool by_chance(Weight kept, Weight left, Weight right) {
    if (left.words == 0 || right.words == 0) return false;
    if (kept.words == 0) return true;
    return kept.words <= 4 && kept.letters <= left.letters && kept.letters <= right.letters;
}

// One pass from left to right. A dropped match joins the changes on its sides, so that the next is weighed against
// both.
bool drop_chance_matches(std::vector<Match>& matches, const Weights& a, const Weights& b, std::size_t size_a,
                         std::size_t size_b) {
    std::vector<Match> left;
    left.reserve(matches.size());
    const auto change = [&](const Match* before, const Match* after) {
        const std::size_t from_a = before ? before->from_a + before->count : 0;
        const std::size_t from_b = before ? before->from_b + before->count : 0;
        return larger(a.of(from_a, after ? after->from_a : size_a), b.of(from_b, after ? after->from_b : size_b));
    };
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const Match& match = matches[i];
        const Weight before = change(left.empty() ? nullptr : &left.back(), &match);
        const Weight after = change(&match, i + 1 < matches.size() ? &matches[i + 1] : nullptr);
        if (!by_chance(a.of(match.from_a, match.from_a + match.count), before, after)) left.push_back(match);
    }
    const bool dropped = left.size() < matches.size();
    matches = std::move(left);
    return dropped;
}

}  // namespace

std::vector<Match> kept_words(std::u16string_view text_a, const std::vector<Token>& a, std::u16string_view text_b,
                              const std::vector<Token>& b) {
    Numbers numbers;
    numbers.reserve(a.size() + b.size());
    const auto numbered = [&](std::u16string_view text, const std::vector<Token>& tokens) {
        std::vector<std::uint32_t> out;
        out.reserve(tokens.size());
        for (const Token& token : tokens) out.push_back(numbers.of(text.substr(token.from, token.to - token.from)));
        return out;
    };
    const auto numbers_a = numbered(text_a, a);
    const auto numbers_b = numbered(text_b, b);
    std::vector<Match> matches = common_parts(numbers_a, numbers_b);
    const Weights weights_a(a);
    const Weights weights_b(b);
    for (int pass = 0; pass < 8 && drop_chance_matches(matches, weights_a, weights_b, a.size(), b.size()); ++pass) {
    }
    return matches;
}

std::size_t shared_words(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t shared = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x == *y) {
            ++shared;
            ++x;
            ++y;
        } else if (*x < *y) {
            ++x;
        } else {
            ++y;
        }
    }
    return shared;
}

}  // namespace samrad::domain
