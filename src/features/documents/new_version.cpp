#include "features/documents/new_version.hpp"

#include <map>

#include "base/utf8.hpp"
#include "domain/text/anchor.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/guard.hpp"
#include "features/perform.hpp"
#include "features/places.hpp"
#include "storage/anchors.hpp"
#include "storage/documents.hpp"

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

}  // namespace

int store_version(storage::Transaction& tx, const domain::Document& document, const std::string& markdown,
                  const std::string& note, AccountId author, Texts& texts) {
    domain::Version version;
    version.about.number = document.head + 1;
    version.about.note = note;
    version.about.author.id = author;
    version.markdown = domain::normalise(markdown);
    require(domain::check_text(version.markdown, domain::most_markdown, "markdown"));
    auto blocks = domain::read_blocks(version.markdown, document.line_width);
    if (document.head == 0) {
        const int next = domain::name_blocks(blocks, document.next_block);
        version.block_ids = ids_of_blocks(blocks);
        storage::add_version(tx, document.id, version, "", next);
        return version.about.number;
    }
    const auto head = storage::find_version(tx, document.id, document.head);
    const auto before = texts.get(document.id, *head, document.line_width);
    const auto after = to_utf16(version.markdown);
    const auto step = domain::step_between(before->source, after);
    const int next = domain::name_blocks(blocks, before->blocks, step, document.next_block);
    version.block_ids = ids_of_blocks(blocks);
    storage::add_version(tx, document.id, version, domain::to_json(step.change), next);
    move_comments(tx, document.id, *before, after, blocks, step);
    return version.about.number;
}

}  // namespace samrad::features
