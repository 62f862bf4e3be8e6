// How a step is found:
//
//  1. Both texts are cut into lines (a paragraph of Markdown is mostly one), and the lines are compared by unique lines
//  first.
//  2. Among the lines that are left, those that are the same or nearly so are paired. Pairs in order within one hunk of
//  changed lines
//     are edits: they are compared with each other alone. Pairs that cross, or lie in different hunks, are moves.
//  3. What is left between is compared by words, moved lines left out.
//  4. A deletion or insertion that repeats what stands before it goes to where its sentence begins.
//
// The change takes a moved line away in one place and puts it in again in the other; the moves say that it is the same.
#include "domain/text/diff.hpp"

#include <algorithm>
#include <string_view>

#include "domain/text/pairs.hpp"
#include "domain/text/sentence_edges.hpp"
#include "domain/text/sequence.hpp"
#include "domain/text/tokens.hpp"
#include "domain/text/words.hpp"

namespace samrad::domain {

namespace {

constexpr double likeness_of_edit = 0.5;
constexpr double likeness_of_move = 0.8;
constexpr std::size_t words_of_move = 5;

struct Line {
    std::size_t from, to;  // with its line break
};

std::vector<Line> lines_of(std::u16string_view text) {
    std::vector<Line> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = text.find(u'\n', from);
        const std::size_t to = end == std::u16string_view::npos ? text.size() : end + 1;
        lines.push_back({from, to});
        from = to;
    }
    return lines;
}

std::u16string_view without_break(std::u16string_view text, Line line) {
    auto units = text.substr(line.from, line.to - line.from);
    if (units.ends_with(u'\n')) units.remove_suffix(1);
    return units;
}

// Units [from_a, to_a) stay and are [from_b, ...).
struct Kept {
    std::size_t from_a, from_b, count;
};

class StepFinder {
public:
    StepFinder(std::u16string_view a, std::u16string_view b)
        : a_(a), b_(b), lines_a_(lines_of(a)), lines_b_(lines_of(b)) {}

    Step find() {
        const auto matches = line_matches();
        hunk_of_a_.assign(lines_a_.size(), kept_line);
        hunk_of_b_.assign(lines_b_.size(), kept_line);
        walk_hunks(matches, [&](std::size_t hunk, std::size_t xa, std::size_t ya, std::size_t xb, std::size_t yb) {
            std::fill(hunk_of_a_.begin() + xa, hunk_of_a_.begin() + ya, hunk);
            std::fill(hunk_of_b_.begin() + xb, hunk_of_b_.begin() + yb, hunk);
        });
        pair_lines();
        std::size_t next = 0;
        walk_hunks(matches, [&](std::size_t, std::size_t xa, std::size_t ya, std::size_t xb, std::size_t yb) {
            for (; next < next_match_; ++next) keep_lines(matches[next]);
            compare_hunk(xa, ya, xb, yb);
        });
        for (; next < matches.size(); ++next) keep_lines(matches[next]);
        return {on_sentence_edges(change_of(kept_), a_), std::move(moves_)};
    }

private:
    static constexpr std::size_t kept_line = static_cast<std::size_t>(-1);

    std::vector<Match> line_matches() {
        Numbers numbers;
        numbers.reserve(lines_a_.size() + lines_b_.size());
        std::vector<std::uint32_t> a, b;
        for (const Line line : lines_a_) a.push_back(numbers.of(a_.substr(line.from, line.to - line.from)));
        for (const Line line : lines_b_) b.push_back(numbers.of(b_.substr(line.from, line.to - line.from)));
        return common_parts_by_unique(a, b);
    }

    // Calls visit(number, from_a, to_a, from_b, to_b) for each gap between matches; next_match_ is then the match after
    // the gap.
    template <class Visit>
    void walk_hunks(const std::vector<Match>& matches, Visit visit) {
        std::size_t xa = 0, xb = 0, hunk = 0;
        for (std::size_t i = 0; i <= matches.size(); ++i) {
            const bool end = i == matches.size();
            const std::size_t ya = end ? lines_a_.size() : matches[i].from_a;
            const std::size_t yb = end ? lines_b_.size() : matches[i].from_b;
            next_match_ = i;
            if (xa < ya || xb < yb) visit(hunk++, xa, ya, xb, yb);
            if (end) return;
            xa = ya + matches[i].count;
            xb = yb + matches[i].count;
        }
    }

    void pair_lines() {
        std::vector<std::size_t> left_a, left_b;
        std::vector<std::u16string_view> texts_a, texts_b;
        for (std::size_t i = 0; i < lines_a_.size(); ++i) {
            if (hunk_of_a_[i] == kept_line) continue;
            left_a.push_back(i);
            texts_a.push_back(without_break(a_, lines_a_[i]));
        }
        for (std::size_t i = 0; i < lines_b_.size(); ++i) {
            if (hunk_of_b_[i] == kept_line) continue;
            left_b.push_back(i);
            texts_b.push_back(without_break(b_, lines_b_[i]));
        }
        partner_.assign(lines_a_.size(), kept_line);
        moved_b_.assign(lines_b_.size(), false);
        moved_a_.assign(lines_a_.size(), false);
        const auto pairs = like_passages(texts_a, texts_b, likeness_of_edit, 1);
        std::vector<bool> in_order(pairs.size(), false);
        mark_in_order(pairs, left_a, left_b, in_order);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const std::size_t a = left_a[pairs[i].a];
            const std::size_t b = left_b[pairs[i].b];
            if (in_order[i]) {
                partner_[a] = b;
            } else if (pairs[i].likeness >= likeness_of_move && words_of(texts_a[pairs[i].a]).size() >= words_of_move) {
                moved_a_[a] = true;
                moved_b_[b] = true;
                add_move(a, b);
            }
        }
    }

    // Of the pairs within each hunk, the most that are in order.
    void mark_in_order(const std::vector<Pair>& pairs, const std::vector<std::size_t>& left_a,
                       const std::vector<std::size_t>& left_b, std::vector<bool>& in_order) const {
        for (std::size_t i = 0; i < pairs.size();) {
            const std::size_t hunk = hunk_of_a_[left_a[pairs[i].a]];
            std::vector<std::size_t> which, values;
            for (; i < pairs.size() && hunk_of_a_[left_a[pairs[i].a]] == hunk; ++i) {
                if (hunk_of_b_[left_b[pairs[i].b]] != hunk) continue;
                which.push_back(i);
                values.push_back(pairs[i].b);
            }
            for (const std::size_t position : longest_rising(values)) in_order[which[position]] = true;
        }
    }

    void add_move(std::size_t line_a, std::size_t line_b) {
        const auto text_a = without_break(a_, lines_a_[line_a]);
        const auto text_b = without_break(b_, lines_b_[line_b]);
        const std::size_t from_a = lines_a_[line_a].from;
        const std::size_t from_b = lines_b_[line_b].from;
        std::vector<Kept> kept;
        collect(text_a, tokens_of(text_a), text_b, tokens_of(text_b), kept);
        moves_.push_back(
            {from_a, from_a + text_a.size(), from_b, from_b + text_b.size(), change_of(kept, text_a, text_b)});
    }

    void keep_lines(const Match& match) {
        const std::size_t from = lines_a_[match.from_a].from;
        kept_.push_back({from, lines_b_[match.from_b].from, lines_a_[match.from_a + match.count - 1].to - from});
    }

    void compare_hunk(std::size_t xa, std::size_t ya, std::size_t xb, std::size_t yb) {
        for (std::size_t line = xa; line < ya; ++line) {
            const std::size_t partner = partner_[line];
            if (partner == kept_line) continue;
            compare_lines(xa, line, xb, partner);
            compare_lines(line, line + 1, partner, partner + 1);
            xa = line + 1;
            xb = partner + 1;
        }
        compare_lines(xa, ya, xb, yb);
    }

    void compare_lines(std::size_t xa, std::size_t ya, std::size_t xb, std::size_t yb) {
        if (xa == ya || xb == yb) return;
        collect(a_, tokens_in(a_, lines_a_, moved_a_, xa, ya), b_, tokens_in(b_, lines_b_, moved_b_, xb, yb), kept_);
    }

    static std::vector<Token> tokens_in(std::u16string_view text, const std::vector<Line>& lines,
                                        const std::vector<bool>& moved, std::size_t x, std::size_t y) {
        std::vector<Token> tokens;
        for (std::size_t line = x; line < y; ++line) {
            if (moved[line]) continue;
            const std::size_t from = lines[line].from;
            for (Token token : tokens_of(text.substr(from, lines[line].to - from))) {
                tokens.push_back({token.from + from, token.to + from, token.sort});
            }
        }
        return tokens;
    }

    // The kept words of two passages as kept units. Tokens that follow each other as tokens need not do so in the text.
    static void collect(std::u16string_view text_a, const std::vector<Token>& a, std::u16string_view text_b,
                        const std::vector<Token>& b, std::vector<Kept>& kept) {
        for (const Match& match : kept_words(text_a, a, text_b, b)) {
            for (std::size_t i = 0; i < match.count; ++i) {
                const Token& token = a[match.from_a + i];
                kept.push_back({token.from, b[match.from_b + i].from, token.to - token.from});
            }
        }
    }

    Change change_of(const std::vector<Kept>& kept) const { return change_of(kept, a_, b_); }

    static Change change_of(const std::vector<Kept>& kept, std::u16string_view a, std::u16string_view b) {
        Change change;
        std::size_t at_a = 0, at_b = 0;
        for (const Kept& run : kept) {
            change.add_replaced(run.from_a - at_a, b.substr(at_b, run.from_b - at_b));
            change.add_kept(run.count);
            at_a = run.from_a + run.count;
            at_b = run.from_b + run.count;
        }
        change.add_replaced(a.size() - at_a, b.substr(at_b));
        return change;
    }

    std::u16string_view a_, b_;
    std::vector<Line> lines_a_, lines_b_;
    std::vector<std::size_t> hunk_of_a_, hunk_of_b_;
    std::vector<std::size_t> partner_;
    std::vector<bool> moved_a_, moved_b_;
    std::vector<Kept> kept_;
    std::vector<Move> moves_;
    std::size_t next_match_ = 0;
};

}  // namespace

Step step_between(std::u16string_view before, std::u16string_view after) { return StepFinder(before, after).find(); }

}  // namespace samrad::domain
