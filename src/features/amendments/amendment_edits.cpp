// Edited blocks as one change of a text: that part of amendment_body.hpp.
#include <algorithm>
#include <tuple>

#include "base/utf8.hpp"
#include "domain/document/document.hpp"
#include "domain/text/diff.hpp"
#include "domain/text/gathering.hpp"
#include "domain/text/guard.hpp"
#include "domain/text/markdown.hpp"
#include "features/amendments/amendment_body.hpp"

namespace samrad::features {

domain::Range whole_block(domain::Range range, std::u16string_view source) {
    if (range.from > 0 && source[range.from - 1] != u'\n') {  // with the mark of its list item or quote
        const auto line = source.rfind(u'\n', range.from - 1);
        range.from = line == std::u16string_view::npos ? 0 : line + 1;
    }
    while (range.to < source.size() && source[range.to] == u'\n') ++range.to;
    return range;
}

namespace {

// Whether a line with words follows the line that ends at `at`, without an empty one between.
bool touches_next(std::size_t at, std::u16string_view source) {
    const auto behind = source.substr(at);
    return behind.size() > 1 && behind[0] == u'\n' && behind[1] != u'\n';
}

// A block that goes and stands behind another, with the mark of its list item or heading.
std::vector<Edit> move_edits(const domain::Block& block, const domain::Block& after, const Text& text) {
    const auto own = own_source(block, text.source);
    const auto range = whole_block(own, text.source);
    const auto words = std::u16string_view(text.source).substr(range.from, own.to - range.from);
    return {{own, {}}, insertion_after(after, to_utf8(words), text)};
}

void read_move(Body& told, const std::string& moved, const std::string& after, const Text& text,
               std::vector<Edit>& edits) {
    const auto* block = text.block(moved);
    if (!block || block->from == block->to) told.refuse("amendment.no_such_block", "move");
    const auto* before = text.block(after);
    if (!before) told.refuse("amendment.no_such_block", "after");
    told.done();
    if (block == before) throw invalid("amendment.empty", "changes");
    for (auto& edit : move_edits(*block, *before, text)) edits.push_back(std::move(edit));
}

Edit read_edit(Body& told, const Text& text, const std::optional<std::string>& after) {
    const auto name = told.maybe_text("block", 2, 12);
    if (name.has_value() == after.has_value()) told.refuse("input.missing", "block");
    const auto* block = text.block(name ? *name : *after);
    if (!block) told.refuse("amendment.no_such_block", name ? "block" : "after");
    auto markdown = domain::normalise(told.text("markdown", 0, domain::most_amended));
    told.done();
    const auto range = own_source(*block, text.source);
    const bool apart = name && markdown.ends_with('\n') && touches_next(range.to, text.source);
    while (!markdown.empty() && markdown.back() == '\n') markdown.pop_back();
    if (apart && !markdown.empty()) markdown += '\n';  // an empty line before what follows at once
    if (name) return {range, to_utf16(markdown)};
    if (markdown.empty()) told.refuse("amendment.empty", "markdown");
    return insertion_after(*block, markdown, text);
}

// What is behind a block that goes stays as far from what is before it as it was from the block: an empty line behind a
// list's last item is not taken with the item.
domain::Range parted_from_next(domain::Range range, std::u16string_view source) {
    std::size_t behind = 0, before = 0;
    while (behind < range.to - range.from && source[range.to - 1 - behind] == u'\n') ++behind;
    while (before < range.from && source[range.from - 1 - before] == u'\n') ++before;
    const bool in_between = before > 0 && range.to < source.size();
    return in_between && behind > before ? domain::Range{range.from - before, range.to - behind} : range;
}

void add_edit(domain::Change& change, std::size_t& at, const Edit& edit, const Text& text) {
    const auto before = std::u16string_view(text.source).substr(edit.range.from, edit.range.to - edit.range.from);
    if (edit.range.from < edit.range.to && edit.markdown.empty()) {
        const auto range = parted_from_next(whole_block(edit.range, text.source), text.source);
        const auto from =
            std::max(range.from, at);  // its mark may be an item without words, and gone or another already
        change.add_kept(from - at);
        change.add_replaced(range.to - from, {});
        at = range.to;
        return;
    }
    change.add_kept(edit.range.from - at);
    const auto step = domain::step_between(before, edit.markdown).change;
    std::size_t inserted = 0;
    for (const auto& section : step.sections()) {
        if (section.kept) {
            change.add_kept(section.length);
        } else {
            change.add_replaced(section.length,
                                std::u16string_view(step.inserted()).substr(inserted, section.inserted));
            inserted += section.inserted;
        }
    }
    at = edit.range.to;
}

}  // namespace

void check_changed(const domain::Change& change, const Text& text) {
    const auto after = require(change.apply(text.source));
    auto bytes = std::ptrdiff_t(text.markdown.size());
    for (const auto& range : domain::changed_ranges(change)) {
        const auto old = std::u16string_view(text.source).substr(range.from_a, range.to_a - range.from_a);
        const auto made = std::u16string_view(after).substr(range.from_b, range.to_b - range.from_b);
        bytes += std::ptrdiff_t(to_utf8(made).size()) - std::ptrdiff_t(to_utf8(old).size());
        const auto before = after.rfind(u"\n\n", range.from_b);
        const auto behind = after.find(u"\n\n", range.to_b);
        const auto from = before == std::u16string::npos ? 0 : before;
        const auto to = behind == std::u16string::npos ? after.size() : behind;
        require(domain::check_text(to_utf8(after.substr(from, to - from)), domain::most_markdown, "changes"));
    }
    if (bytes > std::ptrdiff_t(domain::most_markdown)) {
        throw Problem{
            Kind::too_large, "text.too_large", "changes", {{"most", std::to_string(domain::most_markdown)}}, 0};
    }
}

domain::Range own_source(const domain::Block& block, std::u16string_view source) {
    std::size_t to = block.to;
    while (to > block.from && source[to - 1] == u'\n') --to;
    return {block.from, to};
}

namespace {

// The last of the items that stand within an item, or the item itself.
const domain::Block& last_within(const domain::Block& item, const Text& text) {
    auto last =
        std::find_if(text.blocks.begin(), text.blocks.end(), [&](const auto& one) { return one.id == item.id; });
    if (last == text.blocks.end()) return item;
    const auto is_within = [&](const domain::Block& one) {
        return one.kind == domain::BlockKind::item && one.level > item.level;
    };
    while (last + 1 != text.blocks.end() && is_within(*(last + 1))) ++last;
    return *last;
}

bool begins_item(std::string_view markdown) {
    const auto digits = std::min(markdown.find_first_not_of("0123456789"), markdown.size());
    const auto mark = markdown.substr(digits, 2);
    return digits == 0 ? mark == "- " || mark == "* " || mark == "+ " : mark == ". " || mark == ") ";
}

}  // namespace

Edit insertion_after(const domain::Block& block, std::string_view markdown, const Text& text) {
    // A new item goes under the item before it and what belongs to that, everything else is a paragraph of its own.
    const bool item = block.kind == domain::BlockKind::item && begins_item(markdown);
    const auto& last = item ? last_within(block, text) : block;
    const auto at = own_source(last, text.source).to;
    const bool apart = !item && touches_next(at, text.source);
    return {{at, at}, (item ? u"\n" : u"\n\n") + to_utf16(markdown) + (apart ? u"\n" : u"")};
}

domain::Change change_of(std::vector<Edit> edits, const Text& text) {
    std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
        return std::tie(a.range.from, a.range.to) < std::tie(b.range.from, b.range.to);
    });
    domain::Change change;
    std::size_t at = 0;
    for (const auto& edit : edits) {
        if (edit.range.from < at) throw invalid("amendment.edits_overlap", "changes");
        add_edit(change, at, edit, text);
    }
    change.add_kept(text.source.size() - at);
    check_changed(change, text);
    return change;
}

std::optional<Moved> moved_by(const domain::Change& change, const Text& text) {
    // Only blocks that begin in what goes, and those that end where something comes, can be meant: each pair of them is
    // made into a move again and held against the change.
    std::vector<const domain::Block*> taken, before;
    for (const auto& hunk : domain::hunks_of(change, text.source)) {
        for (const auto& block : text.blocks) {
            if (block.from == block.to) continue;
            if (block.from >= hunk.from && block.from < hunk.to) taken.push_back(&block);
            if (!hunk.insert.empty() && own_source(block, text.source).to == hunk.from) before.push_back(&block);
        }
    }
    for (const auto* block : taken) {
        for (const auto* after : before) {
            if (block != after && change_of(move_edits(*block, *after, text), text) == change) {
                return Moved{block->id, after->id};
            }
        }
    }
    return std::nullopt;
}

std::optional<domain::Change> read_changes(Body& body, const Text& text) {
    if (const auto whole = body.maybe_text("markdown", 1, 8 * domain::most_markdown)) {
        const auto markdown = domain::normalise(*whole);
        require(domain::check_text(markdown, domain::most_markdown, "markdown"));
        return domain::step_between(text.source, to_utf16(markdown)).change;
    }
    auto told = body.maybe_objects("changes", 200);
    if (!told) return std::nullopt;
    std::vector<Edit> edits;
    for (auto& one : *told) {
        const auto after = one.maybe_text("after", 2, 12);
        const auto moved = one.maybe_text("move", 2, 12);
        if (moved && after) {
            read_move(one, *moved, *after, text, edits);
        } else {
            edits.push_back(read_edit(one, text, after));
        }
    }
    return change_of(std::move(edits), text);
}

}  // namespace samrad::features
