#include "features/amendments/amendment_body.hpp"

#include <algorithm>
#include <tuple>

#include "base/utf8.hpp"
#include "domain/document/document.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/diff.hpp"
#include "domain/text/guard.hpp"
#include "domain/text/markdown.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/json.hpp"
#include "features/new_version.hpp"
#include "storage/amendments.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace {

Edit read_edit(Body& told, const Text& text) {
    const auto name = told.maybe_text("block", 2, 12);
    const auto after = told.maybe_text("after", 2, 12);
    if (name.has_value() == after.has_value()) told.refuse("input.missing", "block");
    const auto* block = text.block(name ? *name : *after);
    if (!block) told.refuse("amendment.no_such_block", name ? "block" : "after");
    auto markdown = domain::normalise(told.text("markdown", 0, domain::most_amended));
    told.done();
    while (!markdown.empty() && markdown.back() == '\n') markdown.pop_back();
    const auto range = own_source(*block, text.source);
    if (name) return {range, to_utf16(markdown)};
    if (markdown.empty()) told.refuse("amendment.empty", "markdown");
    return insertion_after(*block, markdown, text);
}

// A block that is emptied goes with the line breaks behind it.
domain::Range whole_block(domain::Range range, std::u16string_view source) {
    if (range.from > 0 && source[range.from - 1] != u'\n') {  // with the mark of its list item or quote
        const auto line = source.rfind(u'\n', range.from - 1);
        range.from = line == std::u16string_view::npos ? 0 : line + 1;
    }
    while (range.to < source.size() && source[range.to] == u'\n') ++range.to;
    return range;
}

void add_edit(domain::Change& change, std::size_t& at, const Edit& edit, const Text& text) {
    const auto before = std::u16string_view(text.source).substr(edit.range.from, edit.range.to - edit.range.from);
    if (edit.range.from < edit.range.to && edit.markdown.empty()) {
        const auto range = whole_block(edit.range, text.source);
        change.add_kept(range.from - at);
        change.add_replaced(range.to - range.from, {});
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

Edit insertion_after(const domain::Block& block, std::string_view markdown, const Text& text) {
    const auto range = own_source(block, text.source);
    // A new item goes under the item before it, everything else is a paragraph of its own.
    const bool item =
        block.kind == domain::BlockKind::item && (markdown.starts_with("- ") || markdown.starts_with("* "));
    return {{range.to, range.to}, (item ? u"\n" : u"\n\n") + to_utf16(markdown)};
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

std::optional<domain::Change> read_changes(Body& body, const Text& text) {
    if (const auto whole = body.maybe_text("markdown", 1, 8 * domain::most_markdown)) {
        const auto markdown = domain::normalise(*whole);
        require(domain::check_text(markdown, domain::most_markdown, "markdown"));
        return domain::step_between(text.source, to_utf16(markdown)).change;
    }
    auto told = body.maybe_objects("changes", 200);
    if (!told) return std::nullopt;
    std::vector<Edit> edits;
    for (auto& one : *told) edits.push_back(read_edit(one, text));
    return change_of(std::move(edits), text);
}

domain::Rebased carry_to_newest(Work& work, const domain::Document& document, int version, const domain::Change& change,
                                Texts& texts) {
    domain::Rebased carried{domain::Carriage::clean, change};
    auto text = text_of_version(work, document, version, texts);
    for (int number = version + 1; number <= document.head && carried.state == domain::Carriage::clean; ++number) {
        const auto next = text_of_version(work, document, number, texts);
        const auto step = domain::step_between(text->source, next->source).change;
        carried = domain::Carrier(text->source, step, false).carry(carried.change);
        text = next;
    }
    return carried;
}

void set_change(Work& work, const domain::Document& document, domain::Amendment& amendment,
                const domain::Change& change, Texts& texts) {
    const auto own = text_of_version(work, document, amendment.version, texts);
    require(domain::refuse_change(change, own->source));
    amendment.change = domain::to_json(change);
    const auto carried = carry_to_newest(work, document, amendment.version, change, texts);
    const auto newest = text_of_version(work, document, document.head, texts);
    amendment.now_version = document.head;
    amendment.carried = carried.state;
    const bool clean = carried.state == domain::Carriage::clean;
    amendment.now_change = clean ? domain::to_json(carried.change) : "";
    std::tie(amendment.line_from, amendment.line_to) =
        clean ? lines_touched(carried.change, newest->blocks) : std::pair(0, 0);
}

std::shared_ptr<const Text> text_made_by(const domain::Change& change, const Text& base, int line_width) {
    domain::Version made;
    made.markdown = to_utf8(require(change.apply(base.source)));
    auto blocks = domain::read_blocks(made.markdown, line_width);
    domain::name_blocks(blocks, 1);
    for (const auto& block : blocks) made.block_ids.push_back(block.id);
    return render_version(made, line_width);
}

namespace {

// The whole of both as one change of the version: the amended one as this one would have it.
void read_amending(Work& work, Body& body, const ReachedDocument& at, AmendmentId id, domain::Amendment& amendment,
                   Texts& texts) {
    const auto amended = storage::find_amendment(work.tx, id);
    // One of another document, somebody's draft and none at all are answered alike.
    if (!amended || amended->document != at.document.id || amended->state == domain::AmendmentState::draft) {
        body.refuse("input.not_a_choice", "amends");
    }
    require(domain::refuse_amending(*amended));
    if (amendment.version != at.document.head) throw conflict("version.stale_base");
    const auto text = text_of_version(work, at.document, amendment.version, texts);
    const auto first = require(domain::change_from_json(amended->now_change, text->source.size()));
    const auto made = text_made_by(first, *text, at.document.line_width);
    const auto second = read_changes(body, *made);
    if (!second) body.refuse("input.missing", "changes");
    require(domain::refuse_change(*second, made->source));
    amendment.amends = amended->id;
    amendment.amended_change = amended->now_change;
    set_change(work, at.document, amendment, domain::compose(first, *second), texts);
}

}  // namespace

domain::Amendment read_amendment(Work& work, Body& body, const ReachedDocument& at, Texts& texts) {
    domain::Amendment amendment;
    amendment.document = at.document.id;
    amendment.sponsor = person_of(work.actor);
    amendment.version = int(body.number("version", 1, 1'000'000));
    if (amendment.version > at.document.head) body.refuse("amendment.no_such_version", "version");
    amendment.kind = body.maybe_name<domain::AmendmentKind>("kind").value_or(domain::AmendmentKind::text);
    amendment.reason = domain::normalise(body.maybe_text("reason", 0, 10'000).value_or(""));
    require(check_passage(amendment.reason, "reason"));
    if (const auto unit = body.maybe_number("sponsor_unit", 1, INT64_MAX)) {
        const auto found = storage::find_unit(work.tx, UnitId{*unit});
        if (!found) body.refuse("input.not_a_choice", "sponsor_unit");
        require(domain::refuse_speaking(work.actor, found->path));
        amendment.sponsor_unit = found->id;
    }
    amendment.now_version = at.document.head;
    const auto amended = body.maybe_number("amends", 1, INT64_MAX);
    if (amended && amendment.kind == domain::AmendmentKind::principle) body.refuse("input.not_a_choice", "amends");
    if (amendment.kind == domain::AmendmentKind::principle) {
        amendment.instruction = domain::normalise(body.text("instruction", 1, 10'000));
        require(check_passage(amendment.instruction, "instruction"));
        return amendment;
    }
    if (amended) {
        read_amending(work, body, at, AmendmentId{*amended}, amendment, texts);
        return amendment;
    }
    const auto text = text_of_version(work, at.document, amendment.version, texts);
    const auto change = read_changes(body, *text);
    if (!change) body.refuse("input.missing", "changes");
    set_change(work, at.document, amendment, *change, texts);
    return amendment;
}

}  // namespace samrad::features
