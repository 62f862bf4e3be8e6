// Documents and what stands beside them, of pages.hpp.
#include <boost/json.hpp>

#include "domain/account/account.hpp"
#include "features/dates.hpp"
#include "features/pages/pages.hpp"
#include "features/pages/summary.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// The version in the path; 0, the newest, where there is none.
int version_asked(const Work& work) {
    if (!work.request.arguments.contains("version")) return 0;
    const auto number = work.id<Id<struct VersionNoun>>("version").value;
    if (number > 1'000'000) throw missing();
    return int(number);
}

// From here on a text is laid out where it comes into view only; frontend/src/features/document/document.tsx knows it
// too.
constexpr int lines_of_a_long_text = 500;

// The block by which any screen is full; in a shorter text the element behind it. More of a long text would be waited
// for in vain.
std::string screenful_of(std::string_view html) {
    constexpr int blocks = 40;
    std::size_t at = 0;
    for (int i = 0; i < blocks; ++i) {
        at = html.find(" id=\"b", at);
        if (at == std::string_view::npos) return "margin";
        at += 5;
    }
    return std::string(html.substr(at, html.find('"', at) - at));
}

}  // namespace

http::Reply Pages::document(Work& work) const {
    const auto begun = cache_.begin();
    const int number = version_asked(work);
    auto data = sources_.document(work, work.id<DocumentId>("document"), number);
    const auto me = this->me(work);
    const auto language = text_at(me, "language");
    const auto html = text_at(data, "html");
    data.erase("html");
    Draft draft{"document", text_at(data, "title"), summary_of(std::string_view(html).substr(0, 4000)), "document", {},
                200};
    draft.awaited = screenful_of(html);
    const auto& version = data.at("version").as_object();
    draft.fields.texts = {{"id", text_at(data, "id")},
                          {"process_id", text_at(data, "process", "id")},
                          {"process_title", text_at(data, "process", "title")},
                          {"version", text_at(version, "number")},
                          {"head_version", text_at(data, "head")},
                          {"author", domain::told_name(text_at(version, "author", "name"),
                                                       language == "en" ? domain::Language::en : domain::Language::nb)},
                          {"at", date_for_people(text_at(version, "at"), language)},
                          {"note", text_at(version, "note")},
                          {"line_count", text_at(data, "line_count")},
                          {"html", html}};
    draft.fields.truths["has_text"] = true;
    draft.fields.truths["long"] = data.at("line_count").as_int64() >= lines_of_a_long_text;
    draft.fields.truths["amended"] = data.at("amendment_count").as_int64() > 0;
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
    auto reply = finish(work.request, me, std::move(draft), std::move(data));
    keep(work, begun, reply, topics, &next);
    return reply;
}

http::Reply Pages::ballot(Work& work) const {
    auto data = sources_.ballot(work, work.id<BallotId>("ballot"));
    const auto process = sources_.process(work, ProcessId{data.at("process").as_int64()});
    Draft draft{"ballot", text_at(data, "question"), "", "ballot", {}, 200};
    draft.fields.texts = {{"question", text_at(data, "question")},
                          {"description_html", text_at(data, "description_html")},
                          {"process_id", text_at(process, "id")},
                          {"process_title", text_at(process, "title")}};
    return finish(work.request, me(work), std::move(draft), std::move(data));
}

http::Reply Pages::comment(Work& work) const {
    return http::Reply::redirect(sources_.page_of_comment(work, work.id<CommentId>("comment")));
}

}  // namespace samrad::features
