#include "features/new_version.hpp"

#include <map>
#include <set>
#include <tuple>

#include "base/utf8.hpp"
#include "domain/amendment/carriage.hpp"
#include "domain/text/anchor.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/guard.hpp"
#include "domain/text/move_lines.hpp"
#include "domain/text/touched_lines.hpp"
#include "features/perform.hpp"
#include "features/places.hpp"
#include "storage/amendments.hpp"
#include "storage/anchors.hpp"
#include "storage/documents.hpp"
#include "storage/merges.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

namespace {

std::vector<int> ids_of_blocks(const std::vector<domain::Block>& blocks) {
    std::vector<int> ids;
    for (const auto& block : blocks) ids.push_back(block.id);
    return ids;
}

std::map<int, const domain::Block*> by_id(const std::vector<domain::Block>& blocks) {
    std::map<int, const domain::Block*> map;
    for (const auto& block : blocks) map[block.id] = &block;
    return map;
}

// The blocks of the version before that are not word for word in the new one under the same name: only their anchors
// move.
std::vector<int> changed_blocks(const std::vector<domain::Block>& before, const std::vector<domain::Block>& after) {
    const auto now = by_id(after);
    std::vector<int> changed;
    for (const auto& block : before) {
        const auto found = now.find(block.id);
        if (found == now.end() || found->second->visible != block.visible) changed.push_back(block.id);
    }
    return changed;
}

void move_comments(storage::Transaction& tx, DocumentId document, const Text& before, const std::u16string& after,
                   const std::vector<domain::Block>& blocks, const domain::Step& step) {
    auto stored = storage::anchors_in(tx, document, changed_blocks(before.blocks, blocks));
    const auto old_blocks = by_id(before.blocks);
    std::vector<domain::Anchor> anchors;
    std::vector<std::u16string> quotes;
    for (const auto& anchor : stored) {
        const auto& place = anchor.place;
        const auto block = old_blocks.find(place.now_block);
        anchors.push_back(anchor_of(place, before.source, block == old_blocks.end() ? nullptr : block->second));
        quotes.push_back(to_utf16(place.quote));
    }
    const auto carried = domain::carry_all(anchors, quotes, step, after);
    for (std::size_t i = 0; i < stored.size(); ++i) settle(stored[i].place, carried[i], after, blocks);
    storage::move_anchors(tx, stored);
}

// Where a change that could not be carried would lie: its stretches on the new text, with nothing said.
domain::Change mapped_place(const domain::Change& change, const domain::Change& step) {
    domain::Change place;
    std::size_t at = 0;
    for (const auto& range : domain::changed_ranges(change)) {
        const auto from = std::max(at, domain::map_position(step, range.from_a, -1));
        const auto to = std::max(from, domain::map_position(step, range.to_a, 1));
        place.add_kept(from - at);
        place.add_replaced(to - from, from == to ? u" " : u"");
        at = to;
    }
    place.add_kept(step.new_length() - at);
    return place;
}

// Carries every amendment that is open or may be again: drafts, those that a person still has to settle, and withdrawn
// ones. Of one that is not a change of the version before its sponsor is asked; it is never guessed.
void carry_amendments(storage::Transaction& tx, const domain::Document& document, const std::u16string& before,
                      const std::u16string& after, const std::vector<domain::Block>& blocks, const domain::Change& step,
                      bool correction) {
    auto open = storage::travelling_amendments(tx, document.id);
    if (open.empty()) return;
    domain::Carrier carrier(before, step, correction);
    for (auto& amendment : open) {
        const bool was_here = amendment.now_version == document.head;
        amendment.now_version = document.head + 1;
        amendment.answer.reset();
        if (amendment.kind != domain::AmendmentKind::text || amendment.now_change.empty()) continue;
        const auto change = domain::change_from_json(amendment.now_change, before.size());
        if (!was_here || !change) {
            amendment.carried = domain::Carriage::needs_sponsor;
            amendment.now_change.clear();
            continue;
        }
        const auto carried = carrier.carry(*change);
        amendment.carried = carried.state;
        const bool clean = carried.state == domain::Carriage::clean;
        amendment.now_change = clean ? domain::to_json(carried.change) : "";
        std::tie(amendment.line_from, amendment.line_to) = domain::touched_lines(
            clean ? carried.change : mapped_place(*change, step), after, blocks, document.line_width);
    }
    // One that amends another has no place where that one has none. Its own words are not done with those of the other.
    std::set<AmendmentId> lost;
    for (const auto& one : open) {
        if (one.kind == domain::AmendmentKind::text && one.now_change.empty()) lost.insert(one.id);
    }
    for (auto& one : open) {
        if (!one.amends || !lost.contains(*one.amends)) continue;
        if (one.carried == domain::Carriage::clean) one.carried = domain::Carriage::needs_sponsor;
        one.now_change.clear();
    }
    storage::move_amendments(tx, open);
}

// A version that nobody made by merging, of a text that is merged at the same time: what editors have written by hand
// holds on it, where the words that it is about are still there. That a text by hand counts is for its grounds
// to say (merge_room.hpp).
void carry_hand_texts(storage::Transaction& tx, const domain::Document& document, std::u16string_view before,
                      std::u16string_view after, const domain::Change& step) {
    for (auto hand : storage::hand_texts(tx, document.id, document.head)) {
        if (hand.to > before.size()) continue;
        const auto from = domain::map_position(step, hand.from, 1);
        const auto to = domain::map_position(step, hand.to, hand.from == hand.to ? 1 : -1);
        const bool stands =
            from <= to && after.substr(from, to - from) == before.substr(hand.from, hand.to - hand.from);
        if (!stands) continue;
        hand.from = from;
        hand.to = to;
        storage::add_hand_text(tx, document.id, document.head + 1, hand, false);
    }
}

}  // namespace

int store_version(storage::Transaction& tx, const domain::Document& document, const NewVersion& made, Texts& texts) {
    domain::Version version;
    version.about.number = document.head + 1;
    version.about.note = made.note;
    version.about.author.id = made.author;
    version.markdown = domain::normalise(made.markdown);
    require(domain::check_text(version.markdown, domain::most_markdown, "markdown"));
    auto blocks = domain::read_blocks(version.markdown, document.line_width);
    if (document.head == 0) {
        const int next = domain::name_blocks(blocks, document.next_block);
        version.block_ids = ids_of_blocks(blocks);
        storage::add_version(tx, document.id, version, next);
        return version.about.number;
    }
    const auto head = storage::find_version(tx, document.id, document.head);
    const auto before = texts.get(document.id, *head, document.line_width);
    const auto after = to_utf16(version.markdown);
    // A change that is handed in has to be the step to this very text; otherwise it is found by comparing.
    const bool given =
        made.change && made.change->length() == before->source.size() && *made.change->apply(before->source) == after;
    const auto step = given ? domain::Step{*made.change, {}} : domain::step_between(before->source, after);
    const int next = domain::name_blocks(blocks, before->blocks, step, document.next_block);
    version.block_ids = ids_of_blocks(blocks);
    storage::add_version(tx, document.id, version, next,
                         {domain::to_json(step.change), domain::to_lines(step.moves), made.correction});
    move_comments(tx, document.id, *before, after, blocks, step);
    carry_amendments(tx, document, before->source, after, blocks, step.change, made.correction);
    const bool merged = made.change.has_value();
    storage::carry_merge_decisions(tx, document.id, version.about.number,
                                   merged ? storage::Carried::voted : storage::Carried::all);
    if (!merged) carry_hand_texts(tx, document, before->source, after, step.change);
    return version.about.number;
}

}  // namespace samrad::features
