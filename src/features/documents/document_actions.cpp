#include "features/documents/document_actions.hpp"

#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "domain/text/compare.hpp"
#include "domain/text/guard.hpp"
#include "features/body.hpp"
#include "features/documents/document_json.hpp"
#include "features/new_version.hpp"
#include "features/reach.hpp"
#include "features/stage_json.hpp"
#include "storage/documents.hpp"
#include "storage/events.hpp"
#include "storage/processes.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;

namespace {

std::string topic_of(DocumentId document) { return "document:" + std::to_string(document.value); }
std::string topic_of(ProcessId process) { return "process:" + std::to_string(process.value); }

int version_in_path(const Work& work) {
    const auto number = work.id<Id<struct VersionNoun>>("version").value;
    if (number > 1'000'000) throw missing();
    return int(number);
}

// ?name= as a version's number; 0 where it is absent.
int version_in_query(const Work& work, const char* name) {
    const auto found = work.request.query.find(name);
    if (found == work.request.query.end()) return 0;
    const auto& text = found->second;
    if (text.empty() || text.size() > 7 || text.find_first_not_of("0123456789") != std::string::npos) {
        throw invalid("input.out_of_range", name);
    }
    return std::stoi(text);
}

domain::Version find_version(Work& work, DocumentId document, int number) {
    auto version = storage::find_version(work.tx, document, number);
    if (!version) throw missing();
    return *std::move(version);
}

// What a reader gets of a version: from memory where it is there. One that this act has made is kept after its commit.
std::shared_ptr<const Text> text_of(Work& work, const domain::Document& document, int number, Texts& texts) {
    if (auto text = texts.find(document.id, number)) return text;
    auto text = render_version(find_version(work, document.id, number), document.line_width);
    work.after_commit.push_back([=, &texts] { texts.keep(document.id, number, text); });
    return text;
}

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

json::object document_for(Work& work, DocumentId id, int number, Texts& texts) {
    const auto reached = reach_document(work, id, Act::read);
    // Before the data, so that no event between the two is missed.
    const auto last_event = storage::event_head(work.tx, topic_of(id));
    const int wanted = number == 0 ? reached.document.head : number;
    const auto notes = storage::list_versions(work.tx, id, wanted + 1, 1);
    if (notes.empty() || notes.front().number != wanted) throw missing();
    const auto text = text_of(work, reached.document, wanted, texts);
    return document_json(reached, notes.front(), *text, work.actor, last_event, work.now);
}

http::Reply add_document(Work& work, Texts& texts) {
    const auto [process, scope] = reach_process(work, work.id<ProcessId>("process"), Act::edit);
    Body body(work.request);
    const auto title = body.line("title", 200);
    const auto markdown = body.text("markdown", 1, 8 * domain::most_markdown);
    const auto note = body.maybe_text("note", 0, 500).value_or("");
    body.done();
    const auto id = storage::add_document(work.tx, process.id, title, work.actor.account);
    store_version(work.tx, *storage::lock_document(work.tx, id), {markdown, note, work.actor.account}, texts);
    work.tell(topic_of(id), "document", id.value);
    work.tell(topic_of(process.id), "process", process.id.value);
    return reply_json(document_for(work, id, 0, texts), 201);
}

http::Reply show_document(Work& work, Texts& texts) {
    return reply_json(document_for(work, work.id<DocumentId>("document"), version_in_query(work, "version"), texts));
}

http::Reply rename_document(Work& work, Texts& texts) {
    const auto id = work.id<DocumentId>("document");
    const auto reached = reach_document(work, id, Act::edit);
    Body body(work.request);
    const auto title = body.line("title", 200);
    body.done();
    storage::rename_document(work.tx, id, title);
    work.tell(topic_of(id), "document", id.value);
    work.tell(topic_of(reached.process.id), "process", reached.process.id.value);
    return reply_json(document_for(work, id, 0, texts));
}

http::Reply list_versions(Work& work) {
    const auto reached = reach_document(work, work.id<DocumentId>("document"), Act::read);
    const int limit = page_limit(work.request);
    const auto cursor = page_cursor(work.request);
    if (cursor > 1'000'000) throw invalid("input.cursor_invalid", "after");
    const auto notes = storage::list_versions(work.tx, reached.document.id, int(cursor), limit);
    json::array items;
    for (const auto& note : notes) items.push_back(version_json(note));
    const bool more = int(notes.size()) == limit && notes.back().number > 1;
    return reply_json(
        page_json(std::move(items), more ? std::optional<std::int64_t>(notes.back().number) : std::nullopt));
}

http::Reply save_version(Work& work, Texts& texts) {
    const auto id = work.id<DocumentId>("document");
    const auto reached = reach_document(work, id, Act::edit);
    Body body(work.request);
    const auto base = body.number("base", 1, 1'000'000);
    const auto markdown = body.text("markdown", 1, 8 * domain::most_markdown);
    const auto note = body.maybe_text("note", 0, 500).value_or("");
    const bool correction = body.maybe_flag("correction").value_or(false);
    body.done();
    const auto document = storage::lock_document(work.tx, id);
    if (base != document->head) {
        // Both texts go back: whoever was second loses nothing.
        const auto current = find_version(work, id, document->head);
        return reply_json({{"problem", json::object{{"code", "version.stale_base"},
                                                    {"field", "base"},
                                                    {"facts", json::object{{"head", std::to_string(document->head)}}}}},
                           {"current", json::object{{"version", document->head}, {"markdown", current.markdown}}},
                           {"yours", markdown}},
                          409);
    }
    store_version(work.tx, *document, {markdown, note, work.actor.account, correction}, texts);
    work.tell(topic_of(id), "version", id.value);
    work.tell(topic_of(reached.process.id), "process", reached.process.id.value);
    return reply_json(document_for(work, id, 0, texts), 201);
}

http::Reply show_source(Work& work) {
    const auto reached = reach_document(work, work.id<DocumentId>("document"), Act::read);
    const auto version = find_version(work, reached.document.id, version_in_path(work));
    return reply_json({{"version", version.about.number}, {"markdown", version.markdown}});
}

http::Reply download_source(Work& work) {
    const auto reached = reach_document(work, work.id<DocumentId>("document"), Act::read);
    const auto version = find_version(work, reached.document.id, version_in_path(work));
    auto reply = http::Reply::text(version.markdown);
    reply.content_type = "text/markdown; charset=utf-8";
    reply.headers.emplace_back("content-disposition", "attachment; filename=\"document-" +
                                                          std::to_string(reached.document.id.value) + "-version-" +
                                                          std::to_string(version.about.number) + ".md\"");
    return reply;
}

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
    const int from = version_in_query(work, "from");
    const int to = version_in_query(work, "to") == 0 ? reached.document.head : version_in_query(work, "to");
    if (from == 0) throw invalid("input.missing", "from");
    const auto before = text_of(work, reached.document, from, texts);
    const auto after = text_of(work, reached.document, to, texts);
    json::array rows;
    for (const auto& row : domain::compare(compared(*before), compared(*after))) rows.push_back(row_json(row));
    return reply_json({{"from", from}, {"to", to}, {"rows", std::move(rows)}});
}

http::Reply preview(Work& work) {
    work.limits.take("preview:" + std::to_string(work.actor.account.value), 120, 30);
    Body body(work.request);
    const auto markdown = domain::normalise(body.text("markdown", 0, 8 * domain::most_markdown));
    body.done();
    require(domain::check_text(markdown, domain::most_markdown, "markdown"));
    auto blocks = domain::read_blocks(markdown);
    domain::name_blocks(blocks, 1);
    const auto rendering = domain::render(markdown, blocks);
    return reply_json(
        {{"html", rendering.html}, {"outline", outline_json(rendering)}, {"line_count", rendering.line_count}});
}

json::object version_event(storage::Transaction& tx, DocumentId document) {
    const auto notes = storage::list_versions(tx, document, 0, 1);
    return notes.empty() ? json::object{} : version_json(notes.front());
}

json::object document_event(storage::Transaction& tx, DocumentId id) {
    const auto document = storage::find_document(tx, id);
    if (!document) return {};
    const auto process = storage::find_process(tx, document->process);
    return {{"title", document->title}, {"stage", present_stage_json(process->stages, now())}, {"may_changed", true}};
}

}  // namespace samrad::features
