#include "features/documents/document_actions.hpp"

#include <boost/json.hpp>

#include "domain/text/guard.hpp"
#include "features/body.hpp"
#include "features/documents/asked_version.hpp"
#include "features/documents/document_json.hpp"
#include "features/new_version.hpp"
#include "features/query.hpp"
#include "features/reach.hpp"
#include "features/served_text.hpp"
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

struct Shown {
    json::object head;
    std::shared_ptr<const Text> text;
};

Shown shown(Work& work, DocumentId id, int number, Texts& texts) {
    const auto reached = reach_document(work, id, Act::read);
    // Before the data, so that no event between the two is missed.
    const auto last_event = storage::event_head(work.tx, topic_of(id));
    const int wanted = number == 0 ? reached.document.head : number;
    const auto notes = storage::list_versions(work.tx, id, wanted + 1, 1);
    if (notes.empty() || notes.front().number != wanted) throw missing();
    const auto text = text_of(work, reached.document, wanted, texts);
    return {document_json(reached, notes.front(), *text, work.actor, last_event, work.now), text};
}

http::Reply reply_document(Work& work, DocumentId id, int number, Texts& texts, int status = 200) {
    const auto [head, text] = shown(work, id, number, texts);
    http::Reply reply;
    reply.status = status;
    reply.body = text->served->body(json::serialize(head), [&text = *text] {
        auto rest = json::serialize(text_json(text));
        return rest.substr(1, rest.size() - 2);
    });
    return reply;
}

}  // namespace

json::object document_for(Work& work, DocumentId id, int number, Texts& texts) {
    auto [head, text] = shown(work, id, number, texts);
    for (auto& [name, value] : text_json(*text)) head[name] = std::move(value);
    return head;
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
    work.tell(topic_of(process.id), "process", process.id.value);
    work.tell(topic_of(id), "document", id.value);
    return reply_document(work, id, 0, texts, 201);
}

http::Reply show_document(Work& work, Texts& texts) {
    return reply_document(work, work.id<DocumentId>("document"), number_in(work, "version", 9'999'999), texts);
}

http::Reply change_document(Work& work, Texts& texts) {
    const auto id = work.id<DocumentId>("document");
    const auto reached = reach_document(work, id, Act::edit);
    Body body(work.request);
    const auto title = body.maybe_line("title", 200);
    const auto followed = body.maybe_flag("merge_followed");
    body.done();
    if (title) storage::rename_document(work.tx, id, *title);
    if (followed) storage::let_merge_be_followed(work.tx, id, *followed);
    work.tell(topic_of(reached.process.id), "process", reached.process.id.value);
    work.tell(topic_of(id), "document", id.value);
    return reply_document(work, id, 0, texts);
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
    work.tell(topic_of(reached.process.id), "process", reached.process.id.value);
    work.tell(topic_of(id), "version", id.value);
    return reply_document(work, id, 0, texts, 201);
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
    return {{"title", document->title}, {"stage", present_stage_json(*process, now())}, {"may_changed", true}};
}

}  // namespace samrad::features
