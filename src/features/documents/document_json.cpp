#include "features/documents/document_json.hpp"

#include <boost/json.hpp>

#include "features/stage_json.hpp"

namespace samrad::features {

namespace json = boost::json;

json::object version_json(const domain::VersionNote& version) {
    return {{"number", version.number},
            {"note", version.note},
            {"author", person_json(version.author)},
            {"at", to_iso(version.at)},
            {"length", version.length}};
}

json::array outline_json(const domain::Rendering& rendering) {
    json::array outline;
    for (const auto& entry : rendering.outline) {
        outline.push_back(json::object{
            {"block", block_name(entry.block)}, {"level", entry.level}, {"title", entry.title}, {"line", entry.line}});
    }
    return outline;
}

json::object document_json(const ReachedDocument& reached, const domain::VersionNote& version, const Text& text,
                           const domain::Actor& actor, std::int64_t last_event, Time now) {
    using domain::Act;
    const auto& [document, process, scope] = reached;
    const bool edits = domain::may(actor, Act::edit, scope);
    return {{"id", document.id.value},
            {"process", json::object{{"id", process.id.value},
                                     {"title", process.title},
                                     {"stage", present_stage_json(process, now)},
                                     {"audience", name_of(process.audience)},
                                     {"next_change", time_json(domain::next_change(process.stages, now))}}},
            {"title", document.title},
            {"head", document.head},
            {"line_width", document.line_width},
            {"line_count", text.rendering.line_count},
            {"comment_count", document.comment_count},
            {"amendment_count", document.amendment_count},
            {"merge_followed", document.merge_followed},
            {"version", version_json(version)},
            {"last_event", last_event},
            {"may", json::object{{"edit", edits},
                                 {"moderate", domain::may(actor, Act::moderate, scope)},
                                 {"comment", domain::may(actor, Act::comment, scope)},
                                 {"amend", domain::may(actor, Act::amend, scope)},
                                 {"resolve", edits}}}};
}

json::object text_json(const Text& text) {
    return {{"outline", outline_json(text.rendering)}, {"html", text.rendering.html}};
}

}  // namespace samrad::features
