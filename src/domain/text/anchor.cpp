// Carrying is two steps: where would the range be, and are its words still there?
//
// The first is arithmetic. The two ends go through the sections of the change by binary search in sums from the start.
// When the range lies in a passage that moved, they go through the passage's own change instead.
//
// The second decides, and it looks at words only: marks and spaces do not count. The words at the new place are
// compared with the quote by a longest common subsequence. The quote, not the last version, is the measure, so small
// changes over many versions cannot lead a comment away step by step. Too few of its words, or too many foreign ones
// between them: orphaned. That is on the safe side: a comment that is shown as orphaned is a small harm, one attached
// to other words a large one.
#include "domain/text/anchor.hpp"

#include <algorithm>
#include <cassert>

#include "domain/text/tokens.hpp"

namespace samrad::domain {

namespace {

// Positions through one change, in logarithmic time.
class Positions {
public:
    explicit Positions(const Change& change) {
        std::size_t a = 0, b = 0;
        for (const Change::Section& section : change.sections()) {
            starts_.push_back({a, b, section});
            a += section.length;
            b += section.kept ? section.length : section.inserted;
        }
        end_a_ = a;
        end_b_ = b;
    }

    // The same as map_position(change, position, 1) for the start of a range: to the right of all that is inserted or
    // deleted here.
    std::size_t to_right(std::size_t position) const {
        const auto after = std::ranges::upper_bound(starts_, position, {}, &Start::a);
        if (after == starts_.begin()) return end_b_;
        const Start& at = *(after - 1);
        if (at.section.kept && position < at.a + at.section.length) return at.b + (position - at.a);
        return after == starts_.end() ? end_b_ : after->b;
    }
    // The same for the end of a range: to the left of all that is inserted or deleted here.
    std::size_t to_left(std::size_t position) const {
        const auto at_or_after = std::ranges::lower_bound(starts_, position, {}, &Start::a);
        if (at_or_after == starts_.begin()) return 0;
        const Start& at = *(at_or_after - 1);
        if (!at.section.kept) return at.b;
        return at.b + std::min(position - at.a, at.section.length);
    }
    // True when no unit of the range was changed, and nothing was put into it.
    bool keeps(std::size_t from, std::size_t to) const {
        const auto after = std::ranges::upper_bound(starts_, from, {}, &Start::a);
        return after != starts_.begin() && (after - 1)->section.kept &&
               to <= (after - 1)->a + (after - 1)->section.length;
    }
    std::size_t length() const { return end_a_; }

private:
    struct Start {
        std::size_t a, b;
        Change::Section section;
    };
    std::vector<Start> starts_;
    std::size_t end_a_ = 0, end_b_ = 0;
};

std::u16string_view text_of(Range range, std::u16string_view text) {
    return text.substr(range.from, range.to - range.from);
}

// Without spaces, line breaks and marks of Markdown at its ends, so that the range is what the words are.
Range trimmed(Range range, std::u16string_view text) {
    constexpr std::u16string_view outside = u" \t\n\r\u00A0#>*_`~|";
    while (range.from < range.to && outside.find(text[range.from]) != outside.npos) ++range.from;
    while (range.from < range.to && outside.find(text[range.to - 1]) != outside.npos) --range.to;
    return range;
}

struct Words {
    std::vector<std::u16string_view> texts;
    std::vector<Range> places;
};

Words words_in(std::u16string_view text) {
    Words words;
    for (const Token& token : words_of(text)) {
        words.texts.push_back(text.substr(token.from, token.to - token.from));
        words.places.push_back({token.from, token.to});
    }
    return words;
}

// What a longest common subsequence of the quote's words and the words at the new place has: how many, and the first
// and last of them at the new place.
struct Common {
    std::size_t count = 0, first = 0, last = 0;
};

// Plain dynamic programming, bounded: a quote is mostly a sentence, and equal ends are taken off first.
Common common_words(std::span<const std::u16string_view> quote, std::span<const std::u16string_view> now) {
    std::size_t front = 0, back = 0;
    while (front < quote.size() && front < now.size() && quote[front] == now[front]) ++front;
    while (back < quote.size() - front && back < now.size() - front &&
           quote[quote.size() - 1 - back] == now[now.size() - 1 - back])
        ++back;
    const auto q = quote.subspan(front, quote.size() - front - back);
    const auto n = now.subspan(front, now.size() - front - back);
    Common common{front + back, front > 0 ? 0 : now.size(), 0};
    if (front > 0) common.last = front - 1;
    constexpr std::size_t most_cells = 1 << 20;
    if (!q.empty() && !n.empty() && q.size() * n.size() <= most_cells) {
        const std::size_t width = n.size() + 1;
        std::vector<std::uint32_t> longest((q.size() + 1) * width, 0);
        for (std::size_t i = q.size(); i-- > 0;) {
            for (std::size_t j = n.size(); j-- > 0;) {
                longest[i * width + j] = q[i] == n[j]
                                             ? longest[(i + 1) * width + j + 1] + 1
                                             : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
            }
        }
        common.count += longest[0];
        for (std::size_t i = 0, j = 0; i < q.size() && j < n.size();) {
            if (q[i] == n[j]) {
                common.first = std::min(common.first, front + j);
                common.last = std::max(common.last, front + j);
                ++i;
                ++j;
            } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
                ++i;
            } else {
                ++j;
            }
        }
    }
    if (back > 0) {
        common.first = std::min(common.first, now.size() - back);
        common.last = now.size() - 1;
    }
    return common;
}

// Of a quote of three words or fewer all must be there; of four and five, all but one; of longer ones 60 %.
std::size_t words_needed(std::size_t quote) {
    if (quote <= 3) return quote;
    if (quote <= 5) return quote - 1;
    return (quote * 6 + 9) / 10;
}

// Foreign words inside: none or one for short quotes, else up to half as many as the quote has.
std::size_t foreign_allowed(std::size_t quote) { return quote <= 3 ? quote / 3 : quote / 2; }

Anchor orphan(Range last) { return {last, Carried::orphaned}; }

// The range at its new place, judged by the words of the quote and narrowed to them.
Anchor judge(Range range, const Anchor& before, std::u16string_view quote, std::u16string_view after) {
    range = trimmed(range, after);
    if (range.from >= range.to) return orphan(before.range);
    const Words wanted = words_in(quote);
    const Words there = words_in(text_of(range, after));
    if (wanted.texts.empty()) {  // a quote of marks only: the same marks or nothing
        const Range marks = trimmed({0, quote.size()}, quote);
        const bool same = text_of(range, after) == (marks.from < marks.to ? text_of(marks, quote) : quote);
        return same ? Anchor{range, Carried::exact} : orphan(before.range);
    }
    if (there.texts == wanted.texts) return {range, Carried::exact};
    const Common common = common_words(wanted.texts, there.texts);
    if (common.count == 0 || common.count < words_needed(wanted.texts.size())) return orphan(before.range);
    const std::size_t span = common.last + 1 - common.first;
    if (span - common.count > foreign_allowed(wanted.texts.size())) return orphan(before.range);
    // Marks before the first and after the last word stay only where nothing foreign stands there.
    if (common.first > 0) range.from += there.places[common.first].from;
    if (common.last + 1 < there.places.size()) {
        const std::size_t start = common.first > 0 ? there.places[common.first].from : 0;
        range.to = range.from - start + there.places[common.last].to;
    }
    return {range, span == common.count && common.count == wanted.texts.size() ? Carried::exact : Carried::changed};
}

class Carrier {
public:
    Carrier(const Step& step, std::u16string_view after) : step_(step), after_(after), positions_(step.change) {
        assert(after.size() == step.change.new_length());
        passages_.reserve(step.moves.size());
        for (const Move& move : step.moves) passages_.emplace_back(move.change);
    }

    Anchor carry(const Anchor& anchor, std::u16string_view quote) const {
        const auto [from, to] = anchor.range;
        if (anchor.state == Carried::orphaned || from >= to || to > positions_.length()) return orphan(anchor.range);
        const auto next = std::ranges::upper_bound(step_.moves, from, {}, &Move::from_a);
        if (next != step_.moves.begin()) {
            const Move& move = *(next - 1);
            const Positions& passage = passages_[static_cast<std::size_t>(next - 1 - step_.moves.begin())];
            if (to <= move.to_a) {
                return through(passage, move.from_a, move.from_b, anchor, quote);
            }
        }
        return through(positions_, 0, 0, anchor, quote);
    }

private:
    // A range that was not touched is what it was, and needs no look at its words: nearly all of them, from version to
    // version.
    Anchor through(const Positions& positions, std::size_t start_a, std::size_t start_b, const Anchor& anchor,
                   std::u16string_view quote) const {
        const std::size_t from = anchor.range.from - start_a;
        const std::size_t to = anchor.range.to - start_a;
        const Range there{start_b + positions.to_right(from), start_b + positions.to_left(to)};
        if (positions.keeps(from, to)) return {there, anchor.state};
        return judge(there, anchor, quote, after_);
    }

    const Step& step_;
    std::u16string_view after_;
    Positions positions_;
    std::vector<Positions> passages_;
};

}  // namespace

Anchor carry(const Anchor& anchor, std::u16string_view quote, const Step& step, std::u16string_view after) {
    return Carrier(step, after).carry(anchor, quote);
}

std::vector<Anchor> carry_all(std::span<const Anchor> anchors, std::span<const std::u16string> quotes, const Step& step,
                              std::u16string_view after) {
    assert(anchors.size() == quotes.size());
    const Carrier carrier(step, after);
    std::vector<Anchor> carried;
    carried.reserve(anchors.size());
    for (std::size_t i = 0; i < anchors.size(); ++i) carried.push_back(carrier.carry(anchors[i], quotes[i]));
    return carried;
}

}  // namespace samrad::domain
