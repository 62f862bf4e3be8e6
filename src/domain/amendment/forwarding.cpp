// Sending amendments on.
//
// Idea: what an amendment says of a text it says of the blocks that it touches. Where those very blocks stand in
// another text, it says the same there. Nothing is guessed from likeness: a block of which a word differs is not the
// block that somebody voted on.
// Example: a branch worked on version 1 of a draft, the party has version 3; an amendment to a paragraph that nobody
// changed since is the same amendment there. Counter-example: mapping through a comparison of the two texts puts
// something into the wrong section as soon as the texts have little in common.
// Cost: the hunks times the blocks of the other text.
#include "domain/amendment/forwarding.hpp"

#include <algorithm>
#include <vector>

#include "domain/text/gathering.hpp"

namespace samrad::domain {

namespace {

std::size_t line_start(std::u16string_view text, std::size_t at) {
    const auto before = at == 0 ? std::u16string_view::npos : text.rfind(u'\n', at - 1);
    return before == std::u16string_view::npos ? 0 : before + 1;
}

std::size_t without_breaks(std::u16string_view text, std::size_t from, std::size_t to) {
    while (to > from && text[to - 1] == u'\n') --to;
    return to;
}

// The last line with something on it before `at`, which begins a line.
std::u16string_view line_before(std::u16string_view text, std::size_t at) {
    const auto end = without_breaks(text, 0, at);
    const auto from = line_start(text, end);
    return text.substr(from, end - from);
}

// A passage with the last line before it that has something on it: between two blocks that tells where it is.
Range with_line_before(Range passage, std::u16string_view text, bool wanted) {
    if (wanted && passage.from > 0) passage.from = line_start(text, without_breaks(text, 0, passage.from));
    return passage;
}

// The whole lines of the blocks that a hunk touches, the hunk included.
Range passage_of(const Hunk& hunk, const ReadText& text) {
    const auto source = text.source;
    Range passage{line_start(source, hunk.from), without_breaks(source, hunk.from, hunk.to)};
    for (const auto& block : text.blocks) {
        const auto end = without_breaks(source, block.from, block.to);
        if (block.from == end || block.from > hunk.to || end < hunk.from) continue;
        passage.from = std::min(passage.from, line_start(source, block.from));
        passage.to = std::max(passage.to, end);
    }
    passage.to = std::max(passage.to, hunk.to);
    return with_line_before(passage, source, passage.from == passage.to || source[passage.from] == u'\n');
}

// Where the passage of the one text stands in the other; nothing where that is nowhere or not clear.
std::optional<std::size_t> find_passage(Range passage, const ReadText& from, const ReadText& to) {
    const auto words = from.source.substr(passage.from, passage.to - passage.from);
    std::vector<std::size_t> found;
    for (const auto& block : to.blocks) {
        const auto at = line_start(to.source, block.from);
        if (!found.empty() && found.back() == at) continue;
        if (to.source.substr(at, words.size()) != words) continue;
        const auto end = at + words.size();
        const bool whole = end == to.source.size() || to.source[end] == u'\n' || words.empty() || words.back() == u'\n';
        if (whole) found.push_back(at);
    }
    if (found.size() > 1) {
        const auto before = line_before(from.source, passage.from);
        std::erase_if(found, [&](std::size_t at) { return line_before(to.source, at) != before; });
    }
    if (found.size() != 1) return std::nullopt;
    return found.front();
}

}  // namespace

std::optional<Change> transplanted(const Change& change, const ReadText& from, const ReadText& to) {
    if (from.source == to.source) return change;
    Change moved;
    std::size_t at = 0;
    for (const auto& hunk : hunks_of(change, from.source)) {
        auto passage = passage_of(hunk, from);
        auto place = find_passage(passage, from, to);
        // What is put in before a block was put in behind another as well.
        if (!place && hunk.from == hunk.to && hunk.from == passage.from) {
            passage = with_line_before({hunk.from, hunk.to}, from.source, true);
            place = find_passage(passage, from, to);
        }
        if (!place) return std::nullopt;
        const auto begin = *place + (hunk.from - passage.from);
        const auto end = *place + (hunk.to - passage.from);
        if (begin < at || end > to.source.size()) return std::nullopt;
        moved.add_kept(begin - at);
        moved.add_replaced(end - begin, hunk.insert);
        at = end;
    }
    moved.add_kept(to.source.size() - at);
    return moved;
}

std::u16string quoted(const Change& change, const ReadText& from) {
    std::u16string told;
    const auto hunks = hunks_of(change, from.source);
    for (std::size_t i = 0; i < hunks.size();) {
        auto passage = passage_of(hunks[i], from);
        std::u16string after;
        auto at = passage.from;
        for (; i < hunks.size() && hunks[i].from <= passage.to; ++i) {
            passage.to = std::max(passage.to, passage_of(hunks[i], from).to);
            after += from.source.substr(at, hunks[i].from - at);
            after += hunks[i].insert;
            at = hunks[i].to;
        }
        after += from.source.substr(at, passage.to - at);
        const auto before = from.source.substr(passage.from, passage.to - passage.from);
        if (!told.empty()) told += u"\n\n";
        told += u"«" + std::u16string(before.substr(0, without_breaks(before, 0, before.size()))) + u"» → «" +
                after.substr(0, without_breaks(after, 0, after.size())) + u"»";
    }
    return told;
}

}  // namespace samrad::domain
