// Official lines and comparisons, of document_actions.hpp.
#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "domain/text/compare.hpp"
#include "features/documents/asked_version.hpp"
#include "features/documents/document_actions.hpp"
#include "features/query.hpp"
#include "features/reach.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;

namespace {

std::vector<domain::ComparedBlock> compared(const Text& text) {
    std::vector<domain::ComparedBlock> blocks;
    for (const auto& block : text.blocks) {
        auto words = block.visible;
        while (!words.empty() && words.back() == u'\n') words.pop_back();
        if (!words.empty()) blocks.push_back({block_name(block.id), block.first_line, std::move(words)});
    }
    return blocks;
}

json::value side_json(const std::optional<domain::Side>& side) {
    if (!side) return nullptr;
    static constexpr const char* marks[] = {"kept", "deleted", "inserted"};
    json::array pieces;
    for (const auto& piece : side->pieces) {
        pieces.push_back(json::object{{"text", to_utf8(piece.text)}, {"mark", marks[piece.mark]}});
    }
    return json::object{{"block", side->block}, {"line", side->line}, {"pieces", std::move(pieces)}};
}

json::object row_json(const domain::Row& row) {
    using Kind = domain::Row::Kind;
    static constexpr const char* kinds[] = {"same", "changed", "inserted", "deleted", "moved"};
    json::object object{{"kind", kinds[int(row.kind)]}};
    if (row.kind == Kind::same) {
        object["count"] = row.count;
        return object;
    }
    object["old"] = side_json(row.before);
    object["new"] = side_json(row.after);
    if (row.kind == Kind::moved) object["moved"] = row.from_above ? "from above" : "from below";
    return object;
}

}  // namespace

http::Reply show_lines(Work& work, Texts& texts) {
    const auto reached = reach_document(work, work.id<DocumentId>("document"), Act::read);
    const auto text = text_of(work, reached.document, version_in_path(work), texts);
    json::array items;
    for (const auto& line : domain::lines_of(text->blocks, reached.document.line_width)) {
        const auto& block = text->blocks[line.block];
        auto words = block.visible.substr(line.visible.from, line.visible.to - line.visible.from);
        while (!words.empty() && (words.back() == u' ' || words.back() == u'\n')) words.pop_back();
        items.push_back(json::object{{"line", line.number}, {"block", block_name(block.id)}, {"text", to_utf8(words)}});
    }
    return reply_json({{"width", reached.document.line_width}, {"items", std::move(items)}});
}

http::Reply compare_versions(Work& work, Texts& texts) {
    const auto reached = reach_document(work, work.id<DocumentId>("document"), Act::read);
    const int from = number_in(work, "from", 9'999'999);
    const int to = number_in(work, "to", 9'999'999) == 0 ? reached.document.head : number_in(work, "to", 9'999'999);
    if (from == 0) throw invalid("input.missing", "from");
    const auto before = text_of(work, reached.document, from, texts);
    const auto after = text_of(work, reached.document, to, texts);
    json::array rows;
    for (const auto& row : domain::compare(compared(*before), compared(*after))) rows.push_back(row_json(row));
    return reply_json({{"from", from}, {"to", to}, {"rows", std::move(rows)}});
}

}  // namespace samrad::features
