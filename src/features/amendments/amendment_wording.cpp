#include "features/amendments/amendment_wording.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "base/utf8.hpp"
#include "domain/amendment/amending.hpp"
#include "domain/document/document.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_body.hpp"
#include "storage/amendments.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// Each touched block's own words as the change leaves them, by where they stand. What comes at the place of several
// blocks is the last one's: the others go, since only a block that is emptied goes with the line breaks behind it.
std::optional<std::map<const domain::Block*, std::u16string>> words_left(const domain::Change& change,
                                                                         const Text& text) {
    struct Own {
        const domain::Block* block;
        domain::Range range;
        std::size_t at;  // read so far
        std::u16string words;
        bool touched;
    };
    std::vector<Own> owns;
    for (const auto& block : text.blocks) {
        const auto range = own_source(block, text.source);
        // An empty item can stand in the range of the heading before it: those words are the heading's.
        const bool own = range.from < range.to && (owns.empty() || range.from >= owns.back().range.to);
        if (own) owns.push_back({&block, range, range.from, {}, false});
    }
    std::size_t from = 0, inserted = 0, first = 0;
    for (const auto& section : change.sections()) {
        const auto to = from + section.length;
        if (!section.kept) {
            while (first < owns.size() && owns[first].range.to < from) ++first;
            Own* last = nullptr;
            for (auto i = first; i < owns.size() && owns[i].range.from <= to; ++i) {
                auto& own = owns[i];
                last = &own;
                const auto gone_from = std::max(from, own.range.from);
                const auto gone_to = std::min(to, own.range.to);
                if (gone_from >= gone_to) continue;
                own.words += text.source.substr(own.at, gone_from - own.at);
                own.at = gone_to;
                own.touched = true;
            }
            if (section.inserted > 0) {
                if (!last) return std::nullopt;
                const auto place = std::clamp(from, last->at, std::max(last->at, last->range.to));
                last->words += text.source.substr(last->at, place - last->at);
                last->at = place;
                last->words += change.inserted().substr(inserted, section.inserted);
                last->touched = true;
                inserted += section.inserted;
            }
        }
        from = to;
    }
    std::map<const domain::Block*, std::u16string> left;
    for (auto& own : owns) {
        if (!own.touched) continue;
        left[own.block] = own.words + text.source.substr(own.at, own.range.to - own.at);
    }
    return left;
}

// Where all that a change does is to put something in behind a block, as a block of its own: that alone.
std::optional<json::value> put_behind(const domain::Change& change, const Text& text) {
    const auto ranges = domain::changed_ranges(change);
    const auto words = change.inserted().find_first_not_of(u'\n');
    if (ranges.size() != 1 || words == std::u16string::npos) return std::nullopt;
    // Before a line that follows at once comes a line break too, which is no part of the words.
    const auto past = change.inserted().find_last_not_of(u'\n') + 1;
    const auto markdown = to_utf8(change.inserted().substr(words, past - words));
    for (const auto& block : text.blocks) {
        // Where it would come does not hang on the words, which may be many.
        const auto place = insertion_after(block, "x", text).range;
        const bool there =
            block.from < block.to && place.from == ranges.front().from_a && place.to == ranges.front().to_a;
        if (!there || insertion_after(block, markdown, text).markdown != change.inserted()) continue;
        return json::object{{"after", block_name(block.id)}, {"markdown", markdown}};
    }
    return std::nullopt;
}

json::value edits_json(const domain::Change& change, const Text& text, bool named = true) {
    const auto edited = blocks_edited_by(change, text);
    if (!edited) return json::object{{"markdown", to_utf8(require(change.apply(text.source)))}};
    json::array changes;
    for (const auto& one : *edited) {
        changes.push_back(json::object{{"block", named ? json::value(block_name(one.block)) : json::value(nullptr)},
                                       {"markdown", one.markdown}});
    }
    return json::object{{"changes", std::move(changes)}};
}

// Of a draft that amends another: what it makes of that one's blocks, on the newest version where both stand there.
json::value amending_json(Work& work, const domain::Document& document, const domain::Amendment& draft, Texts& texts) {
    const auto amended = storage::find_amendment(work.tx, *draft.amends);
    const bool now = amended->now_version == document.head && draft.now_version == document.head &&
                     !amended->now_change.empty() && !draft.now_change.empty();
    const auto text = text_of_version(work, document, now ? draft.now_version : draft.version, texts);
    const auto size = text->source.size();
    const auto first = require(domain::change_from_json(now ? amended->now_change : draft.amended_change, size));
    const auto both = require(domain::change_from_json(now ? draft.now_change : draft.change, size));
    const auto made = text_made_by(first, *text, document.line_width);
    return edits_json(domain::amending_step(first, both, text->source), *made, now);
}

}  // namespace

std::optional<std::vector<EditedBlock>> blocks_edited_by(const domain::Change& change, const Text& text) {
    const auto left = words_left(change, text);
    if (!left) return std::nullopt;
    std::vector<Edit> edits;
    std::vector<EditedBlock> edited;
    for (const auto& [block, words] : *left) {
        const auto own = own_source(*block, text.source);
        // What goes with the mark of its item takes an item without words along.
        const auto from = words.empty() ? whole_block(own, text.source).from : own.from;
        while (!edits.empty() && edits.back().range.from >= from && edits.back().markdown.empty()) {
            edits.pop_back();
            edited.pop_back();
        }
        edits.push_back({own, words});
        edited.push_back({block->id, to_utf8(words)});
    }
    try {
        const auto again = change_of(std::move(edits), text);
        if (again != change && require(again.apply(text.source)) != require(change.apply(text.source))) {
            return std::nullopt;
        }
    } catch (const Problem&) {
        return std::nullopt;
    }
    return edited;
}

json::value wording_json(Work& work, const domain::Document& document, const domain::Amendment& amendment,
                         Texts& texts) {
    if (amendment.kind != domain::AmendmentKind::text) return nullptr;
    const bool draft = amendment.state == domain::AmendmentState::draft;
    if (draft && amendment.amends) return amending_json(work, document, amendment, texts);
    const auto [version, words] = domain::last_wording(amendment);
    const auto text = text_of_version(work, document, version, texts);
    const auto change = require(domain::change_from_json(words, text->source.size()));
    if (amendment.whole) return json::object{{"markdown", to_utf8(require(change.apply(text->source)))}};
    if (draft && domain::sort_of(change, text->source) == domain::ChangeSort::move) {
        if (const auto moved = moved_by(change, *text)) {
            json::object move{{"move", block_name(moved->block)}, {"after", block_name(moved->after)}};
            return json::object{{"changes", json::array{std::move(move)}}};
        }
    }
    if (auto behind = put_behind(change, *text)) return json::object{{"changes", json::array{std::move(*behind)}}};
    return edits_json(change, *text);
}

}  // namespace samrad::features
