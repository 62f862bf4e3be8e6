#include "features/pages/page_routes.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "features/me.hpp"

namespace samrad::features {

namespace json = boost::json;
using http::Verb;

namespace {

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

// Plain text for search engines, from rendered Markdown: no tags, at most 200 bytes at a word's end.
std::string summary_of(std::string_view html) {
    std::string plain;
    bool inside_tag = false;
    for (const char c : html) {
        if (c == '<') inside_tag = true;
        if (!inside_tag) plain.push_back(c == '\n' ? ' ' : c);
        if (c == '>') inside_tag = false;
        if (plain.size() > 200) break;
    }
    if (plain.size() > 200)
        plain.resize(plain.find_last_of(' ', 197) == std::string::npos ? 0 : plain.find_last_of(' ', 197));
    return plain.find('&') == std::string::npos ? plain : std::string();  // entities would be escaped twice
}

// One page being made.
struct Draft {
    std::string page;
    std::string title;
    std::string description;
    std::string content;  // the name of the inner template
    Fields fields;
    json::value data;
    int status = 200;
};

class Pages {
public:
    Pages(const PageTemplates& templates, PageCache& cache, PageSources sources, PageSettings settings)
        : templates_(templates), cache_(cache), sources_(std::move(sources)), settings_(std::move(settings)) {}

    http::Reply finish(const http::Request& request, const json::object& me, Draft draft) const {
        const auto* account = me.if_contains("account");
        const bool signed_in = account && account->is_object();
        const std::string language = signed_in ? text_at(me, "language") : std::string(name_of(language_of(request)));
        for (auto* fields : {&draft.fields}) {
            fields->truths["nb"] = language == "nb";
            fields->truths["en"] = language == "en";
            fields->truths["signed_in"] = signed_in;
            fields->texts["organisation"] = settings_.organisation;
            if (!fields->texts.contains("title")) fields->texts["title"] = draft.title;
        }
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
        frame.lists.clear();
        frame.texts["page_json"] = for_script_element(json::serialize(json::object{
            {"page", draft.page}, {"me", me}, {"data", std::move(draft.data)}, {"build", templates_.build()}}));
        return http::Reply::html(templates_.fill("page", frame), draft.status);
    }

    json::object me(Work& work) const {
        auto me = sources_.me(work);
        if (!work.actor.signed_in()) me["language"] = std::string(name_of(language_of(work.request)));
        return me;
    }

    // Keeps the page for other readers who are not signed in.
    void keep(Work& work, std::uint64_t begun, http::Reply& reply, const std::vector<std::string>& topics,
              const json::value* next_change) const {
        if (work.actor.signed_in() || work.request.cookie(session_cookie)) return;
        Time until = work.now + std::chrono::seconds(10);
        if (next_change && next_change->is_string()) {
            if (const auto change = from_iso(next_change->as_string())) until = std::min(until, *change);
        }
        reply.headers.emplace_back("cache-control", "private, no-cache");
        cache_.put(begun, work.request, reply, topics, until);
    }

    http::Reply front(Work& work) const;
    http::Reply process(Work& work) const;
    http::Reply document(Work& work) const;
    http::Reply ballot(Work& work) const;
    http::Reply comment(Work& work) const {
        const auto comment = work.id<CommentId>("comment");
        const auto document = sources_.document_of_comment(work, comment);
        return http::Reply::redirect("/documents/" + std::to_string(document.value) + "#comment-" +
                                     std::to_string(comment.value));
    }
    http::Reply shell(Work& work, const std::string& page, const std::string& title) const {
        return finish(work.request, me(work), {page, title, {}, "shell", {}, nullptr, 200});
    }
    http::Reply problem(const Problem& problem, const http::Request& request) const {
        const int status = http::status_of(problem.kind);
        const bool ours = status >= 500;
        const json::object nobody{{"account", nullptr}, {"language", std::string(name_of(language_of(request)))}};
        auto reply = finish(request, nobody,
                            {ours ? "unavailable" : "missing",
                             ours ? "503" : "404",
                             {},
                             ours ? "unavailable" : "missing",
                             {},
                             nullptr,
                             ours            ? 503
                             : status == 401 ? 404
                                             : status});
        if (ours) reply.headers.emplace_back("retry-after", "2");
        return reply;
    }

private:
    const PageTemplates& templates_;
    PageCache& cache_;
    PageSources sources_;
    PageSettings settings_;
};

http::Reply Pages::front(Work& work) const {
    const auto begun = cache_.begin();
    auto list = sources_.processes(work);
    const auto me = this->me(work);
    const auto language = text_at(me, "language");
    Draft draft{"front", "", "", "front", {}, nullptr, 200};
    std::vector<std::string> topics{"processes"};
    for (const auto& item : list.at("items").as_array()) {
        const auto& process = item.as_object();
        Fields fields;
        fields.texts = {{"id", text_at(process, "id")},
                        {"title", text_at(process, "title")},
                        {"unit", text_at(process, "unit", "name")},
                        {"stage", text_at(process, "stage", "title")},
                        {"kind", text_at(process, "stage", "kind")},
                        {"until", date_for_people(text_at(process, "next_change"), language)}};
        draft.fields.lists["processes"].push_back(std::move(fields));
        topics.push_back("process:" + text_at(process, "id"));
    }
    draft.data = json::object{{"processes", std::move(list)}};
    auto reply = finish(work.request, me, std::move(draft));
    keep(work, begun, reply, topics, nullptr);
    return reply;
}

http::Reply Pages::process(Work& work) const {
    const auto begun = cache_.begin();
    auto data = sources_.process(work, work.id<ProcessId>("process"));
    const auto me = this->me(work);
    const auto language = text_at(me, "language");
    Draft draft{
        "process", text_at(data, "title"), summary_of(text_at(data, "description_html")), "process", {}, nullptr, 200};
    draft.fields.texts = {{"id", text_at(data, "id")},
                          {"unit", text_at(data, "unit", "name")},
                          {"description_html", text_at(data, "description_html")}};
    const auto present = text_at(data, "stage", "id");
    for (const auto& item : data.at("stages").as_array()) {
        const auto& stage = item.as_object();
        Fields fields;
        fields.texts = {{"title", text_at(stage, "title")},
                        {"starts", date_for_people(text_at(stage, "starts"), language)}};
        fields.truths["now"] = text_at(stage, "id") == present;
        draft.fields.lists["stages"].push_back(std::move(fields));
    }
    for (const auto& item : data.at("documents").as_array()) {
        const auto& document = item.as_object();
        Fields fields;
        fields.texts = {{"id", text_at(document, "id")},
                        {"title", text_at(document, "title")},
                        {"version", text_at(document, "version")}};
        draft.fields.lists["documents"].push_back(std::move(fields));
    }
    for (const auto& item : data.at("ballots").as_array()) {
        Fields fields;
        fields.texts = {{"id", text_at(item.as_object(), "id")}, {"question", text_at(item.as_object(), "question")}};
        draft.fields.lists["ballots"].push_back(std::move(fields));
    }
    const json::value next = data.at("next_change");
    const std::string topic = "process:" + text_at(data, "id");
    draft.data = std::move(data);
    auto reply = finish(work.request, me, std::move(draft));
    keep(work, begun, reply, {topic}, &next);
    return reply;
}

http::Reply Pages::document(Work& work) const {
    const auto begun = cache_.begin();
    const int number =
        work.request.arguments.contains("version") ? int(work.id<Id<struct VersionNoun>>("version").value) : 0;
    auto data = sources_.document(work, work.id<DocumentId>("document"), number);
    const auto me = this->me(work);
    const auto language = text_at(me, "language");
    const auto html = text_at(data, "html");
    data.erase("html");
    Draft draft{
        "document", text_at(data, "title"), summary_of(std::string_view(html).substr(0, 4000)), "document", {}, nullptr,
        200};
    const auto& version = data.at("version").as_object();
    draft.fields.texts = {{"id", text_at(data, "id")},
                          {"process_id", text_at(data, "process", "id")},
                          {"process_title", text_at(data, "process", "title")},
                          {"version", text_at(version, "number")},
                          {"head_version", text_at(data, "head")},
                          {"author", text_at(version, "author", "name")},
                          {"at", date_for_people(text_at(version, "at"), language)},
                          {"note", text_at(version, "note")},
                          {"line_count", text_at(data, "line_count")},
                          {"html", html}};
    draft.fields.truths["old"] = text_at(version, "number") != text_at(data, "head");
    for (const auto& item : data.at("outline").as_array()) {
        const auto& entry = item.as_object();
        Fields fields;
        fields.texts = {{"block", text_at(entry, "block")},
                        {"level", text_at(entry, "level")},
                        {"title", text_at(entry, "title")},
                        {"line", text_at(entry, "line")}};
        draft.fields.lists["outline"].push_back(std::move(fields));
    }
    const json::value next = data.at("process").as_object().contains("next_change")
                                 ? data.at("process").as_object().at("next_change")
                                 : json::value(nullptr);
    const std::vector<std::string> topics{"document:" + text_at(data, "id"),
                                          "process:" + text_at(data, "process", "id")};
    draft.data = std::move(data);
    auto reply = finish(work.request, me, std::move(draft));
    keep(work, begun, reply, topics, &next);
    return reply;
}

http::Reply Pages::ballot(Work& work) const {
    auto data = sources_.ballot(work, work.id<BallotId>("ballot"));
    const auto process = sources_.process(work, ProcessId{data.at("process").as_int64()});
    Draft draft{"ballot", text_at(data, "question"), "", "ballot", {}, nullptr, 200};
    draft.fields.texts = {{"question", text_at(data, "question")},
                          {"description_html", text_at(data, "description_html")},
                          {"process_id", text_at(process, "id")},
                          {"process_title", text_at(process, "title")}};
    draft.data = std::move(data);
    return finish(work.request, me(work), std::move(draft));
}

}  // namespace

std::vector<ActionRoute> page_routes(const PageTemplates& templates, PageCache& cache, PageSources sources,
                                     PageSettings settings) {
    const auto pages = std::make_shared<Pages>(templates, cache, std::move(sources), std::move(settings));
    std::vector<ActionRoute> routes;
    const auto add = [&](const char* pattern, auto action) {
        ActionRoute route{Verb::get, pattern, Needs::anyone, [=](Work& work) { return action(*pages, work); }};
        route.failure = [pages](const Problem& problem, const http::Request& request) {
            return pages->problem(problem, request);
        };
        routes.push_back(std::move(route));
    };
    add("/", [](const Pages& all, Work& work) { return all.front(work); });
    add("/processes/{process}", [](const Pages& all, Work& work) { return all.process(work); });
    add("/documents/{document}", [](const Pages& all, Work& work) { return all.document(work); });
    add("/documents/{document}/versions/{version}", [](const Pages& all, Work& work) { return all.document(work); });
    add("/ballots/{ballot}", [](const Pages& all, Work& work) { return all.ballot(work); });
    add("/comments/{comment}", [](const Pages& all, Work& work) { return all.comment(work); });
    // Pages whose data the frontend fetches: the same shell, told apart by the name of the page.
    struct Shell {
        const char* pattern;
        const char* page;
    };
    for (const Shell shell :
         {Shell{"/documents/{document}/comparison", "comparison"}, Shell{"/documents/{document}/edit", "edit"},
          Shell{"/processes/{process}/edit", "process_edit"}, Shell{"/units/{unit}/processes/new", "process_new"},
          Shell{"/processes/{process}/documents/new", "document_new"},
          Shell{"/processes/{process}/ballots/new", "ballot_new"}, Shell{"/ballots/{ballot}/edit", "ballot_edit"},
          Shell{"/units", "units"}, Shell{"/units/{unit}", "unit"}, Shell{"/sign-in", "sign_in"},
          Shell{"/sign-up", "sign_up"}, Shell{"/forgot", "forgot"}, Shell{"/reset", "reset"},
          Shell{"/confirm", "confirm"}, Shell{"/invitation", "invitation"}, Shell{"/account", "account"}}) {
        add(shell.pattern,
            [page = std::string(shell.page)](const Pages& all, Work& work) { return all.shell(work, page, ""); });
    }
    add("/{rest...}", [](const Pages&, Work&) -> http::Reply { throw missing(); });
    return routes;
}

}  // namespace samrad::features
