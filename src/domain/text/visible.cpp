// Between what a reader marks and what was written.
//
// The visible text of a block is its source without marks: "a **bold** word" is read "a bold word". Both are walked
// together; each visible unit is found at the next place in the source that holds it. What stands between is marks.
// Three things would lead the walk astray and are stepped over knowingly: a link's destination ("](https://...)"),
// which may hold the letters that come next; an entity ("&aring;"), which is read as one letter; and a unit that is not
// in the source at all, for which the walk stays where it is. Linear in the block's length.
#include <algorithm>

#include "domain/text/markdown.hpp"

namespace samrad::domain {

namespace {

constexpr std::size_t furthest = 300;  // marks between two letters are shorter than this, destinations apart

// The end of "](...)" or "][...]" that begins at `at`, or `at`.
std::size_t skip_destination(std::u16string_view text, std::size_t at) {
    if (at + 1 >= text.size() || text[at] != u']') return at;
    const char16_t open = text[at + 1];
    if (open != u'(' && open != u'[') return at;
    const char16_t close = open == u'(' ? u')' : u']';
    int depth = 0;
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == u'\\') {
            ++i;
        } else if (text[i] == open) {
            ++depth;
        } else if (text[i] == close && --depth == 0) {
            return i + 1;
        }
    }
    return at;
}

// The length of an entity at `at`, 0 where there is none.
std::size_t entity_length(std::u16string_view text, std::size_t at) {
    if (text[at] != u'&') return 0;
    const auto end = text.find(u';', at);
    return end != std::u16string_view::npos && end - at <= 32 && end > at + 1 ? end - at + 1 : 0;
}

}  // namespace

std::vector<Range> written_as(std::u16string_view source, const Block& block) {
    const auto text = source.substr(block.from, block.to - block.from);
    std::vector<Range> places;
    places.reserve(block.visible.size());
    std::size_t at = 0;
    for (const char16_t unit : block.visible) {
        std::size_t i = at;
        Range found{at, at};
        while (i < text.size() && i < at + furthest) {
            if (unit != u']') {
                const auto past = skip_destination(text, i);
                if (past != i) {
                    i = past;
                    at = past;
                    continue;
                }
            }
            const auto entity = unit != u'&' ? entity_length(text, i) : 0;
            if (entity > 0 && unit > 0x7F) {
                found = {i, i + entity};
                break;
            }
            if (text[i] == unit) {
                found = {i, i + 1};
                break;
            }
            ++i;
        }
        if (found.to > found.from) at = found.to;
        places.push_back({block.from + found.from, block.from + found.to});
    }
    return places;
}

std::optional<Range> to_source(std::u16string_view source, const Block& block, Range visible) {
    if (visible.from >= visible.to || visible.to > block.visible.size() || block.to > source.size())
        return std::nullopt;
    const auto places = written_as(source, block);
    const Range range{places[visible.from].from, places[visible.to - 1].to};
    if (range.from >= range.to) return std::nullopt;
    return range;
}

std::optional<Range> to_visible(std::u16string_view source, const Block& block, Range range) {
    if (range.from >= range.to || block.to > source.size()) return std::nullopt;
    const auto places = written_as(source, block);
    std::size_t from = 0;
    while (from < places.size() && (places[from].from < range.from || places[from].to == places[from].from)) ++from;
    std::size_t to = from;
    for (std::size_t i = from; i < places.size() && places[i].from < range.to; ++i) {
        if (places[i].to > places[i].from) to = i + 1;
    }
    if (from >= to) return std::nullopt;
    return Range{from, to};
}

}  // namespace samrad::domain
