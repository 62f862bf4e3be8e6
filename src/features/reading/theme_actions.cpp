// The tree of themes, of reading_actions.hpp.
#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/json.hpp"
#include "features/merged_themes.hpp"
#include "features/read_answer.hpp"
#include "features/reading/reading_actions.hpp"
#include "storage/themes.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// The tree as the actor sees it: each theme before those below it.
http::Reply reply_tree(Work& work, ConsultationId consultation, int status = 200,
                       std::optional<ThemeId> added = std::nullopt) {
    const auto counts = storage::count_themes(work.tx, consultation, work.actor.account);
    json::array items;
    for (const auto& one : domain::in_tree_order(storage::themes_of(work.tx, consultation))) {
        const auto found = counts.find(one.id);
        const auto count = found == counts.end() ? storage::ThemeCount{} : found->second;
        items.push_back(json::object{{"id", one.id.value},
                                     {"parent", one.parent ? json::value(one.parent->value) : nullptr},
                                     {"title", one.title},
                                     {"answers", count.answers},
                                     {"families", count.families},
                                     {"marks", count.marks}});
    }
    json::object object{{"items", std::move(items)}, {"merged", merged_json(work, consultation)}};
    if (added) object["added"] = added->value;
    return reply_json(object, status);
}

struct ReachedTheme {
    domain::Theme theme;
    ConsultationId consultation;
};

// The tree is changed by one at a time, so that no two changes make a circle together.
ReachedTheme reach_theme(Work& work) {
    const auto found = storage::find_theme(work.tx, work.id<ThemeId>("theme"));
    if (!found) throw missing();
    reach_answers(work, found->consultation);
    reach_locked_consultation(work, found->consultation, domain::Act::read);
    const auto theme = storage::lock_theme(work.tx, found->id);
    if (theme->removed) throw conflict("theme.removed");
    return {*theme, theme->consultation};
}

std::optional<ThemeId> read_parent(Body& body) {
    const auto parent = body.maybe_number("parent", 1, INT64_MAX);
    return parent ? std::optional(ThemeId{*parent}) : std::nullopt;
}

void tell_themes(Work& work, ConsultationId consultation) {
    work.tell(topic_of(consultation), "themes", consultation.value);
}

std::string object_of(ThemeId theme) { return "theme:" + std::to_string(theme.value); }

}  // namespace

http::Reply list_themes(Work& work) {
    const auto [consultation, scope] = reach_answers(work, work.id<ConsultationId>("consultation"));
    return reply_tree(work, consultation.id);
}

http::Reply add_theme(Work& work) {
    const auto id = work.id<ConsultationId>("consultation");
    reach_answers(work, id);
    reach_locked_consultation(work, id, domain::Act::read);
    Body body(work.request);
    const auto title = body.line("title", 200);
    const auto parent = read_parent(body);
    body.done();
    const auto all = storage::themes_of(work.tx, id);
    if (all.size() >= domain::most_themes) throw conflict("theme.too_many");
    require(domain::check_place(all, std::nullopt, parent));
    const auto theme = storage::add_theme(work.tx, id, parent, title, work.actor.account);
    tell_themes(work, id);
    return reply_tree(work, id, 201, theme);
}

http::Reply change_theme(Work& work) {
    const auto [theme, consultation] = reach_theme(work);
    Body body(work.request);
    const auto title = body.maybe_line("title", 200);
    const bool moves = body.has("parent") || body.is_null("parent") || body.has("before");
    const auto parent = body.has("parent") ? read_parent(body) : body.is_null("parent") ? std::nullopt : theme.parent;
    const auto before = body.maybe_number("before", 1, INT64_MAX);
    if (body.is_null("parent")) body.maybe_number("parent", 1, INT64_MAX);
    body.done();
    if (moves) {
        require(domain::check_place(storage::themes_of(work.tx, consultation), theme.id, parent));
        storage::move_theme(work.tx, theme, parent, before ? std::optional(ThemeId{*before}) : std::nullopt);
    }
    if (title) storage::rename_theme(work.tx, theme.id, *title);
    tell_themes(work, consultation);
    return reply_tree(work, consultation);
}

http::Reply remove_theme(Work& work) {
    const auto [theme, consultation] = reach_theme(work);
    Body(work.request).done();
    if (storage::is_used(work.tx, theme.id)) throw conflict("theme.used");
    storage::remove_theme(work.tx, theme.id);
    work.record("remove", object_of(theme.id), theme.title);
    tell_themes(work, consultation);
    return reply_tree(work, consultation);
}

http::Reply merge_theme(Work& work) {
    const auto [theme, consultation] = reach_theme(work);
    Body body(work.request);
    const auto into = body.id<ThemeId>("into");
    body.done();
    require(domain::check_merging(storage::themes_of(work.tx, consultation), theme.id, into));
    storage::merge_theme(work.tx, theme.id, into);
    work.record("merge", object_of(theme.id), theme.title + " > " + std::to_string(into.value));
    tell_themes(work, consultation);
    return reply_tree(work, consultation);
}

}  // namespace samrad::features
