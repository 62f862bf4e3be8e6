#include "features/responses/response_json.hpp"

#include <boost/json.hpp>

namespace samrad::features {

namespace json = boost::json;

namespace {

json::array blocks_json(const std::vector<ToldBlock>& blocks) {
    json::array all;
    for (const auto& one : blocks) {
        all.push_back(json::object{{"block", one.name},
                                   {"version", one.version},
                                   {"line", one.line},
                                   {"words", one.words},
                                   {"gone", one.gone}});
    }
    return all;
}

}  // namespace

json::object response_json(const domain::Response& response, const std::vector<ToldBlock>& blocks,
                           const std::vector<MarkId>& quotes) {
    json::array marks;
    for (const auto mark : quotes) marks.push_back(mark.value);
    return {{"revision", response.revision},
            {"status", name_of(response.status)},
            {"heard", response.heard},
            {"decided", response.decided},
            {"why", response.why},
            {"version", response.version},
            {"blocks", blocks_json(blocks)},
            {"quotes", std::move(marks)},
            {"complete", domain::is_complete(response)},
            {"author", person_json(response.author)},
            {"at", to_iso(response.at)}};
}

json::object counts_json(const domain::ShownByVoice& counts) {
    json::object all;
    for (std::size_t i = 0; i < domain::voice_count; ++i) {
        all[name_of(domain::Voice(i))] = counts[i] ? json::value(*counts[i]) : json::value(nullptr);
    }
    return all;
}

json::object told_theme_json(const ToldTheme& told) {
    json::object object{{"id", told.theme.theme.value},
                        {"title", told.theme.title},
                        {"level", told.theme.level},
                        {"open", told.theme.open},
                        {"answers", counts_json(told.theme.counts)},
                        {"response", nullptr}};
    if (!told.response) return object;
    json::array quotes;
    for (const auto& quote : told.quotes) {
        quotes.push_back(json::object{{"words", quote.words}, {"voice", name_of(quote.voice)}});
    }
    object["response"] = json::object{{"status", name_of(told.response->status)}, {"heard", told.response->heard},
                                      {"decided", told.response->decided},        {"why", told.response->why},
                                      {"blocks", blocks_json(told.blocks)},       {"quotes", std::move(quotes)}};
    return object;
}

json::object report_json(const ToldReport& report) {
    json::array editions;
    for (const auto& one : report.editions) {
        editions.push_back(json::object{{"edition", one.number}, {"at", to_iso(one.at)}});
    }
    json::array themes;
    for (const auto& one : report.themes) themes.push_back(told_theme_json(one));
    return {{"consultation",
             json::object{{"id", report.consultation.id.value}, {"title", report.consultation.rules.title}}},
            {"document", report.document ? json::value(json::object{{"id", report.document->id.value},
                                                                    {"title", report.document->title},
                                                                    {"head", report.document->head}})
                                         : json::value(nullptr)},
            {"edition", report.edition.number},
            {"at", to_iso(report.edition.at)},
            {"editions", std::move(editions)},
            {"themes", std::move(themes)}};
}

}  // namespace samrad::features
