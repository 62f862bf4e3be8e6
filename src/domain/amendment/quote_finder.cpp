#include "domain/amendment/quote_finder.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "domain/amendment/quotation.hpp"

namespace samrad::domain {

namespace {

constexpr std::size_t most_places = 1000;  // a quote that stands in more places is no reference to one

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

}  // namespace

QuoteFinder::Folded QuoteFinder::fold(std::u16string_view text) {
    Folded out;
    out.units.reserve(text.size());
    out.places.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool space = is_any_space(text[i]);
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
    quote = trimmed_words(quote);
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
