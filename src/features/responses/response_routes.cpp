#include "features/responses/response_routes.hpp"

#include "features/responses/report_pages.hpp"
#include "features/responses/response_actions.hpp"

namespace samrad::features {

using http::Verb;

std::vector<ActionRoute> response_routes(PlainPages pages, const Site& site, Texts& texts, paper::Press& press) {
    const auto with = [&texts](auto act) { return [&texts, act](Work& work) { return act(work, texts); }; };
    std::vector<ActionRoute> routes{
        {Verb::get, "/api/consultations/{consultation}/responses", Needs::moderator, with(list_responses)},
        {Verb::get, "/api/consultations/{consultation}/responses/{theme}/passages", Needs::moderator, list_passages},
        {Verb::get, "/api/consultations/{consultation}/responses/{theme}/revisions", Needs::moderator,
         with(list_revisions)},
        {Verb::put, "/api/consultations/{consultation}/responses/{theme}", Needs::editor, with(store_response),
         256 * 1024},
        {Verb::get, "/api/consultations/{consultation}/report", Needs::reader, with(show_report)},
        {Verb::post, "/api/consultations/{consultation}/report", Needs::editor, publish_report},
        {Verb::get, "/api/consultations/{consultation}/report/export", Needs::reader,
         [&texts, &press, site](Work& work) { return export_report(work, texts, press, site); }},
        {Verb::get, "/api/documents/{document}/heard", Needs::reader, with(show_heard)},
        {Verb::get, "/api/documents/{document}/heard-blocks", Needs::reader, list_heard_blocks},
    };
    const auto add = [&](const char* pattern, auto act) {
        ActionRoute route{Verb::get, pattern, Needs::anyone,
                          [&texts, pages, act](Work& work) { return act(work, pages, texts); }};
        route.failure = pages.failure;
        routes.push_back(std::move(route));
    };
    add("/consultations/{consultation}/report", report_page);
    add("/answers/{link}/outcome", outcome_page);
    return routes;
}

}  // namespace samrad::features
