#include "features/consultees/consultee_routes.hpp"

#include <memory>

#include "features/consultees/consultee_actions.hpp"
#include "features/consultees/hearing_pages.hpp"

namespace samrad::features {

using http::Verb;

std::vector<ActionRoute> consultee_routes(PlainPages pages, Site site) {
    std::vector<ActionRoute> routes{
        {Verb::get, "/api/consultations/{consultation}/consultees", Needs::reader, list_consultees},
        {Verb::post, "/api/consultations/{consultation}/consultees", Needs::editor, add_consultees, 256 * 1024},
        {Verb::post, "/api/consultations/{consultation}/sending", Needs::editor,
         [site](Work& work) { return send_consultation(work, site); }},
        {Verb::post, "/api/consultations/{consultation}/reminding", Needs::editor,
         [site](Work& work) { return remind_consultees(work, site); }},
        {Verb::patch, "/api/consultees/{consultee}", Needs::editor, change_consultee},
        {Verb::del, "/api/consultees/{consultee}", Needs::editor, remove_consultee},
        {Verb::post, "/api/consultees/{consultee}/waiver", Needs::editor, waive_consultee},
        {Verb::del, "/api/consultees/{consultee}/waiver", Needs::editor, take_waiver_back},
        {Verb::post, "/api/consultees/{consultee}/declining", Needs::account, decline_for_unit},
    };
    const auto hearing = std::make_shared<HearingPages>(std::move(pages));
    const auto add = [&](Verb verb, const char* pattern, auto act) {
        ActionRoute route{verb, pattern, Needs::anyone, [=](Work& work) { return ((*hearing).*act)(work); }};
        route.failure = [hearing](const Problem& problem, const http::Request& request) {
            return hearing->pages().failure(problem, request);
        };
        route.plain_form = verb != Verb::get;
        routes.push_back(std::move(route));
    };
    add(Verb::get, "/hearing/{link}", &HearingPages::show);
    add(Verb::post, "/hearing/{link}/opening", &HearingPages::open);
    add(Verb::post, "/hearing/{link}/answers", &HearingPages::begin);
    add(Verb::post, "/hearing/{link}/declining", &HearingPages::decline);
    return routes;
}

}  // namespace samrad::features
