#include "domain/amendment/quotation.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "domain/text/gathering.hpp"

namespace samrad::domain {

namespace {

constexpr std::size_t most_places = 1000;  // a quote that stands in more places is no reference to one

constexpr std::size_t most_sentence = 400;

bool is_space(char16_t unit) {
    return unit == u' ' || unit == u'\n' || unit == u'\t' || unit == u'\r' || unit == 0xA0 || unit == 0x2009 ||
           unit == 0x202F;
}

std::u16string_view trimmed(std::u16string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

// 0 for what is left out.
char16_t folded(char16_t unit) {
    switch (unit) {
        case 0xAD:
        case 0x200B:
        case 0xFEFF: return 0;
        case u'«':
        case u'»':
        case u'“':
        case u'”':
        case u'„': return u'"';
        case u'‘':
        case u'’':
        case u'‚': return u'\'';
        case 0x2212: return u'-';
        default: break;
    }
    if (unit >= 0x2010 && unit <= 0x2015) return u'-';
    if (unit >= u'A' && unit <= u'Z') return char16_t(unit + 32);
    if (unit >= 0xC0 && unit <= 0xDE && unit != 0xD7) return char16_t(unit + 32);
    return unit;
}

bool in_word(char16_t unit) {
    return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9') ||
           (unit >= 0xC0 && unit < 0x2000);
}

// Whether a clause is the last of its sentence: after it comes a line's end, or it ends with one of . ! ?
bool ends_sentence(std::u16string_view clause) {
    const auto words = trimmed(clause);
    return clause.find(u'\n') != std::u16string_view::npos || words.ends_with(u'.') || words.ends_with(u'!') ||
           words.ends_with(u'?');
}

// The passage that is quoted for a hunk, the white space behind it left out.
Range passage_of(const Hunk& hunk, std::u16string_view text, const Units& units) {
    if (units.size() == 0) return {0, 0};
    const auto clause = [&](std::size_t i) {
        return text.substr(units.starts[i], units.starts[i + 1] - units.starts[i]);
    };
    // What is put in at the end of a clause belongs to it, not to the next.
    const bool at_end = hunk.from == hunk.to && hunk.from > 0 && text[hunk.from - 1] != u'\n' &&
                        !(hunk.from < text.size() && units.starts_at(hunk.from) && is_space(text[hunk.from - 1]));
    std::size_t first = units.at(at_end ? hunk.from - 1 : hunk.from);
    std::size_t last = hunk.from == hunk.to ? first : units.at(hunk.to - 1);
    std::size_t begin = first;
    std::size_t end = last;
    while (begin > 0 && !ends_sentence(clause(begin - 1))) --begin;
    while (end + 1 < units.size() && !ends_sentence(clause(end))) ++end;
    if (units.starts[end + 1] - units.starts[begin] <= most_sentence) {
        first = begin;
        last = end;
    }
    Range range{std::min(units.starts[first], hunk.from), std::max(units.starts[last + 1], hunk.to)};
    while (range.to > hunk.to && is_space(text[range.to - 1])) --range.to;
    return range;
}

// How many units the marks before a block's words take: "- ", "12. ", "## ", "> ".
std::size_t marks_before(std::u16string_view words) {
    std::size_t marks = 0;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t end = i;
        while (end < words.size() && words[end] >= u'0' && words[end] <= u'9') ++end;
        if (end > i && end < words.size() && (words[end] == u'.' || words[end] == u')')) {
            ++end;
        } else if (end == i) {
            while (end < words.size() && words[end] == u'#') ++end;
            if (end == i && std::u16string_view(u"-*+>").find(words[i]) != std::u16string_view::npos) ++end;
        } else {
            return marks;
        }
        if (end == i || end >= words.size() || words[end] != u' ') return marks;
        while (end < words.size() && words[end] == u' ') ++end;
        marks = i = end;
    }
    return marks;
}

Quotation quoted(std::u16string_view before, std::u16string_view after) {
    before = trimmed(before);
    after = trimmed(after);
    const auto marks = marks_before(before);
    if (marks > 0 && marks == marks_before(after) && before.substr(0, marks) == after.substr(0, marks)) {
        before.remove_prefix(marks);
        after.remove_prefix(marks);
    }
    return {std::u16string(before), std::u16string(after)};
}

bool is_new_block(const Hunk& hunk) { return hunk.from == hunk.to && hunk.insert.find(u'\n') != std::u16string::npos; }

}  // namespace

std::vector<Quotation> quotations_of(const Change& change, std::u16string_view text, const Units& units) {
    const auto hunks = hunks_of(change, text);
    std::vector<Quotation> all;
    for (std::size_t i = 0; i < hunks.size();) {
        if (is_new_block(hunks[i])) {
            all.push_back({u"", std::u16string(trimmed(hunks[i++].insert))});
            continue;
        }
        auto range = passage_of(hunks[i], text, units);
        std::size_t j = i + 1;
        while (j < hunks.size() && !is_new_block(hunks[j])) {
            const auto next = passage_of(hunks[j], text, units);
            if (next.from > range.to && text.substr(range.to, next.from - range.to).find(u'\n') != text.npos) break;
            range.to = std::max(range.to, next.to);
            ++j;
        }
        std::u16string changed;
        std::size_t at = range.from;
        for (; i < j; ++i) {
            changed += text.substr(at, hunks[i].from - at);
            changed += hunks[i].insert;
            at = hunks[i].to;
        }
        if (at < range.to) changed += text.substr(at, range.to - at);
        all.push_back(quoted(text.substr(range.from, range.to - range.from), changed));
    }
    return all;
}

QuoteFinder::Folded QuoteFinder::fold(std::u16string_view text) {
    Folded out;
    out.units.reserve(text.size());
    out.places.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool space = is_space(text[i]);
        if (space && (out.units.empty() || out.units.back() == u' ')) continue;
        const char16_t unit = space ? u' ' : folded(text[i]);
        if (unit == 0) continue;
        out.units += unit;
        out.places.push_back(std::uint32_t(i));
    }
    out.places.push_back(std::uint32_t(text.size()));
    return out;
}

QuoteFinder::QuoteFinder(std::u16string_view text, const std::vector<Block>& blocks, int line_width)
    : text_(text), blocks_(blocks), lines_(lines_of(blocks, line_width)), order_(blocks.size()) {
    for (const auto& block : blocks) {
        visible_from_.push_back(visible_.size());
        visible_ += block.visible;
        visible_ += u'\n';
    }
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(blocks[a].from, a) < std::pair(blocks[b].from, b);
    });
    source_folded_ = fold(text);
    visible_folded_ = fold(visible_);
}

// The ranges of the unfolded text at which the folded quote stands as whole words.
std::vector<Range> QuoteFinder::occurrences(const Folded& in, std::u16string_view quote) const {
    std::vector<Range> all;
    // Skips ahead by the length of the quote: find() of wide characters looks at each, and is felt with hundreds of
    // quotes on a long text.
    const std::boyer_moore_horspool_searcher search(quote.begin(), quote.end());
    for (auto from = in.units.begin(); all.size() <= most_places; ++from) {
        from = std::search(from, in.units.end(), search);
        if (from == in.units.end()) break;
        const auto at = std::size_t(from - in.units.begin());
        const auto end = at + quote.size();
        const bool cut_before = at > 0 && in_word(in.units[at - 1]) && in_word(quote.front());
        const bool cut_after = end < in.units.size() && in_word(in.units[end]) && in_word(quote.back());
        if (!cut_before && !cut_after) all.push_back({in.places[at], in.places[end - 1] + std::size_t{1}});
    }
    return all;
}

// The last block that begins at a position or before it.
std::size_t QuoteFinder::block_of(std::size_t position) const {
    const auto after = std::upper_bound(order_.begin(), order_.end(), position,
                                        [&](std::size_t at, std::size_t block) { return at < blocks_[block].from; });
    return after == order_.begin() ? order_.front() : *std::prev(after);
}

QuoteFinder::Place QuoteFinder::place_of(Range range, std::u16string_view quote) const {
    Place place{range, 0, 0, text_.substr(range.from, range.to - range.from) == quote};
    const auto line_at = [&](std::size_t position, bool last) {
        const auto index = block_of(position);
        const auto& block = blocks_[index];
        const auto seen = to_visible(text_, block, {position, std::min(position + 1, block.to)});
        int line = last ? block.last_line : block.first_line;
        for (const auto& one : lines_) {
            if (one.block == index && seen && one.visible.from <= seen->from && seen->from < one.visible.to) {
                line = one.number;
            }
        }
        return line;
    };
    place.line_from = line_at(range.from, false);
    place.line_to = line_at(range.to - 1, true);
    return place;
}

// A range of the visible text of all blocks, in the source.
std::optional<Range> QuoteFinder::from_visible(Range range) const {
    const auto block_at = [&](std::size_t at) {
        const auto after = std::upper_bound(visible_from_.begin(), visible_from_.end(), at);
        return std::size_t(after - visible_from_.begin() - 1);
    };
    const auto first = block_at(range.from);
    const auto last = block_at(range.to - 1);
    const auto begin = range.from - visible_from_[first];
    const auto end = range.to - visible_from_[last];
    const auto from = to_source(text_, blocks_[first], {begin, begin + 1});
    const auto to = to_source(text_, blocks_[last], {end - 1, end});
    if (!from || !to) return std::nullopt;
    return Range{from->from, to->to};
}

const Block* QuoteFinder::block_at(int line) const {
    const Block* found = nullptr;
    for (const auto& block : blocks_) {
        if (block.first_line > 0 && block.first_line <= line) found = &block;
    }
    return found;
}

Finding QuoteFinder::find(std::u16string_view quote, int line_from, int line_to) const {
    quote = trimmed(quote);
    auto words = fold(quote).units;
    while (!words.empty() && words.back() == u' ') words.pop_back();
    if (words.empty() || blocks_.empty()) return {};
    std::vector<Place> places;
    for (const auto& range : occurrences(source_folded_, words)) places.push_back(place_of(range, quote));
    // What readers see may say the same where the source has marks between the words.
    const std::size_t in_source = places.size();
    for (const auto& range : occurrences(visible_folded_, words)) {
        const auto seen = from_visible(range);
        if (!seen || seen->from >= seen->to) continue;
        const bool known = std::any_of(places.begin(), places.begin() + std::ptrdiff_t(in_source), [&](auto& one) {
            return one.range.from < seen->to && seen->from < one.range.to;
        });
        if (!known) places.push_back(place_of(*seen, quote));
    }
    if (places.size() > most_places) return {Found::several, {0, 0}, 0, 0};
    if (line_from > 0) {
        const auto distance = [&](const Place& place) {
            return std::max({0, place.line_from - line_to, line_from - place.line_to});
        };
        int least = INT32_MAX;
        for (const auto& place : places) least = std::min(least, distance(place));
        std::erase_if(places, [&](const Place& place) { return distance(place) > least; });
    }
    if (places.size() > 1 && std::count_if(places.begin(), places.end(), [](auto& one) { return one.exact; }) == 1) {
        std::erase_if(places, [](const Place& place) { return !place.exact; });
    }
    if (places.empty()) return {};
    if (places.size() > 1) return {Found::several, {0, 0}, 0, 0};
    return {Found::one, places.front().range, places.front().line_from, places.front().line_to};
}

}  // namespace samrad::domain
