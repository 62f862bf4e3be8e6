// The front page and processes, of pages.hpp.
#include <boost/json.hpp>

#include "features/dates.hpp"
#include "features/pages/pages.hpp"
#include "features/pages/summary.hpp"

namespace samrad::features {

namespace json = boost::json;

http::Reply Pages::front(Work& work) const {
    const auto begun = cache_.begin();
    auto list = sources_.processes(work);
    const auto me = this->me(work);
    const auto language = text_at(me, "language");
    Draft draft{"front", "", "", "front", {}, 200};
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
    auto reply = finish(work.request, me, std::move(draft), json::object{{"processes", std::move(list)}});
    keep(work, begun, reply, topics, nullptr);
    return reply;
}

http::Reply Pages::process(Work& work) const {
    const auto begun = cache_.begin();
    auto data = sources_.process(work, work.id<ProcessId>("process"));
    const auto me = this->me(work);
    const auto language = text_at(me, "language");
    Draft draft{"process", text_at(data, "title"), summary_of(text_at(data, "description_html")), "process", {}, 200};
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
    for (const auto& item : data.at("consultations").as_array()) {
        Fields fields;
        fields.texts = {{"id", text_at(item.as_object(), "id")},
                        {"title", text_at(item.as_object(), "title")},
                        {"closes", date_for_people(text_at(item.as_object(), "closes"), language)}};
        draft.fields.lists["consultations"].push_back(std::move(fields));
    }
    const json::value next = data.at("next_change");
    const std::string topic = "process:" + text_at(data, "id");
    auto reply = finish(work.request, me, std::move(draft), std::move(data));
    keep(work, begun, reply, {topic}, &next);
    return reply;
}

}  // namespace samrad::features
