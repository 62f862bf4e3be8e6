// Edited blocks make a change, and the change says which blocks they were: whatever text, whatever edits.
#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"
#include "domain/document/document.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/guard.hpp"
#include "domain/text/markdown_by_chance.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/amendment_wording.hpp"
#include "support/party.hpp"

using namespace samrad;
using features::Edit;
using features::EditedBlock;
using features::Text;

namespace {

std::shared_ptr<const Text> text_of(const std::string& markdown) {
    domain::Version version;
    version.markdown = markdown;
    auto blocks = domain::read_blocks(markdown, 80);
    domain::name_blocks(blocks, 1);
    for (const auto& block : blocks) version.block_ids.push_back(block.id);
    return features::render_version(version, 80);
}

// Some of the blocks with other words: none, some of its own, or what else stands in texts.
std::vector<EditedBlock> edits_by_chance(const Text& text) {
    std::vector<EditedBlock> edits;
    std::size_t read = 0;  // an empty block may stand within the heading before it; then that one is edited
    for (const auto& block : text.blocks) {
        const auto own = features::own_source(block, text.source);
        if (own.from < read || own.from == own.to) continue;
        read = own.to;
        if (!*rc::gen::weightedElement<bool>({{2, true}, {3, false}})) continue;
        const auto words = to_utf8(text.source.substr(own.from, own.to - own.from));
        const auto other = *rc::gen::element<std::string>(
            "", "Nye ord.", words + "\n\nEt avsnitt til.", "Først noe.\n\n" + words, words + " Og mer.", "Ny " + words,
            words.substr(0, words.find(' ')), words.substr(words.find(' ') + 1));
        if (other != words && other.find_last_not_of('\n') + 1 == other.size() && domain::normalise(other) == other) {
            edits.push_back({block.id, other});
        }
    }
    return edits;
}

domain::Change made_of(const std::vector<EditedBlock>& edited, const Text& text) {
    std::vector<Edit> edits;
    for (const auto& one : edited) {
        const auto* block = text.block(features::block_name(one.block));
        edits.push_back({features::own_source(*block, text.source), to_utf16(one.markdown)});
    }
    return features::change_of(std::move(edits), text);
}

}  // namespace

TEST_CASE("Whatever blocks are edited, the change tells of blocks that make the very same change") {
    CHECK(rc::check([] {
        const auto text = text_of(domain::normalise(to_utf8(tests::some_markdown(30))));
        const auto edits = edits_by_chance(*text);
        RC_PRE(!edits.empty());
        domain::Change change;
        try {
            change = made_of(edits, *text);
        } catch (const Problem&) {
            RC_DISCARD("a text that is refused");
        }
        RC_LOG() << testing::quoted(text->markdown) << "\n" << domain::to_json(change);
        for (const auto& block : text->blocks) RC_LOG() << "\nb" << block.id << " " << block.from << "-" << block.to;
        for (const auto& one : edits) RC_LOG() << "\nb" << one.block << " " << testing::quoted(one.markdown);
        const auto told = features::blocks_edited_by(change, *text);
        RC_ASSERT(told.has_value());
        RC_ASSERT(made_of(*told, *text) == change);
    }));
}
