#include "features/pages/pages.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "features/me.hpp"

namespace samrad::features {

namespace json = boost::json;

std::string text_at(const json::object& object, const char* field) {
    const auto* value = object.if_contains(field);
    if (!value) return {};
    if (value->is_string()) return std::string(value->as_string());
    if (value->is_int64()) return std::to_string(value->as_int64());
    return {};
}

std::string text_at(const json::object& object, const char* field, const char* inner) {
    const auto* value = object.if_contains(field);
    return value && value->is_object() ? text_at(value->as_object(), inner) : std::string();
}

http::Reply Pages::finish(const http::Request& request, const json::object& me, Draft draft,
                          const json::value& data) const {
    const auto* account = me.if_contains("account");
    const bool signed_in = account && account->is_object();
    const std::string language = draft.language ? std::string(name_of(*draft.language))
                                 : signed_in    ? text_at(me, "language")
                                                : std::string(name_of(language_of(request)));
    auto& fields = draft.fields;
    fields.truths["nb"] = language == "nb";
    fields.truths["en"] = language == "en";
    fields.truths["signed_in"] = signed_in;
    fields.texts["organisation"] = settings_.organisation;
    fields.texts.try_emplace("title", draft.title);
    Fields frame = draft.fields;
    frame.texts["content"] = templates_.fill(draft.content, draft.fields);
    frame.texts["title"] = draft.title;
    frame.texts["lang"] = language;
    frame.texts["description"] = draft.description;
    frame.texts["url"] = request.path;
    frame.texts["origin"] = settings_.origin;
    frame.texts["page"] = draft.page;
    frame.texts["name"] = text_at(me, "account", "name");
    frame.texts["head"] = templates_.head();
    frame.texts["awaited"] = draft.awaited;
    frame.lists.clear();
    frame.texts["page_json"] = for_script_element(
        json::serialize(json::object{{"page", draft.page}, {"me", me}, {"data", data}, {"build", templates_.build()}}));
    return http::Reply::html(templates_.fill("page", frame), draft.status);
}

json::object Pages::me(Work& work) const {
    auto me = sources_.me(work);
    if (!work.actor.signed_in()) me["language"] = std::string(name_of(language_of(work.request)));
    return me;
}

// Keeps the page for other readers who are not signed in.
void Pages::keep(Work& work, std::uint64_t begun, http::Reply& reply, const std::vector<std::string>& topics,
                 const json::value* next_change) const {
    if (work.actor.signed_in() || work.request.cookie(session_cookie)) return;
    Time until = work.now + std::chrono::seconds(10);
    if (next_change && next_change->is_string()) {
        if (const auto change = from_iso(next_change->as_string())) until = std::min(until, *change);
    }
    reply.headers.emplace_back("cache-control", "private, no-cache");
    cache_.put(begun, work.request, reply, topics, until);
}

http::Reply Pages::shell(Work& work, const std::string& page) const {
    return finish(work.request, me(work), {page, "", {}, "shell", {}, 200}, nullptr);
}

http::Reply Pages::plain(Work& work, PlainPage page) const {
    auto reader = me(work);
    if (page.language) reader["language"] = std::string(name_of(*page.language));  // what the script says, too
    return finish(work.request, reader,
                  {page.content, page.title, "", page.content, std::move(page.fields), page.status, page.language},
                  nullptr);
}

std::string Pages::fragment(PlainPage page) const {
    const bool en = page.language == domain::Language::en;
    page.fields.truths["en"] = en;
    page.fields.truths["nb"] = !en;
    page.fields.texts["organisation"] = settings_.organisation;
    return templates_.fill(page.content, page.fields);
}

http::Reply Pages::problem(const Problem& problem, const http::Request& request) const {
    return problem_for(problem, request,
                       {{"account", nullptr}, {"language", std::string(name_of(language_of(request)))}});
}

http::Reply Pages::problem(const Problem& problem, Work& work) const {
    return problem_for(problem, work.request, me(work));
}

http::Reply Pages::problem_for(const Problem& problem, const http::Request& request, json::object reader) const {
    const int status = http::status_of(problem.kind);
    const bool ours = status >= 500;
    const char* page = ours ? "unavailable" : "missing";
    const char* words = problem.code == "answer.gone" ? "answer_gone" : page;
    const int shown = ours ? 503 : status == 401 ? 404 : status;
    Fields fields;
    std::optional<domain::Language> language;
    for (const auto& [name, fact] : problem.facts) {
        if (name == "written") fields.lists["written"].push_back({{{"text", fact}}, {}, {}});
        if (name == "language") language = from_name<domain::Language>(fact);
    }
    if (language) reader["language"] = std::string(name_of(*language));  // what the script says, too
    fields.truths["wrote"] = !fields.lists["written"].empty();
    auto reply =
        finish(request, reader, {page, ours ? "503" : "404", {}, words, std::move(fields), shown, language}, nullptr);
    if (ours) reply.headers.emplace_back("retry-after", "2");
    return reply;
}

}  // namespace samrad::features
