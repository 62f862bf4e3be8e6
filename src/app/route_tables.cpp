#include "app/route_tables.hpp"

#include <boost/json.hpp>
#include <iterator>

#include "features/accounts/account_routes.hpp"
#include "features/amendments/amendment_routes.hpp"
#include "features/amendments/paper_actions.hpp"
#include "features/ballots/ballot_routes.hpp"
#include "features/comments/comment_routes.hpp"
#include "features/consultations/consultation_actions.hpp"
#include "features/consultations/consultation_routes.hpp"
#include "features/consultees/consultee_routes.hpp"
#include "features/documents/document_routes.hpp"
#include "features/me.hpp"
#include "features/pages/page_routes.hpp"
#include "features/processes/process_routes.hpp"
#include "features/reading/reading_routes.hpp"
#include "features/responses/response_routes.hpp"
#include "features/sessions/session_routes.hpp"
#include "features/tallies/tally_routes.hpp"
#include "features/units/unit_routes.hpp"
#include "storage/events.hpp"

namespace samrad::app {

using features::ActionRoute;
using features::Needs;
using features::Work;
using http::Verb;

namespace {

features::PageSources page_sources(const RouteParts& parts) {
    const features::BallotsOfProcess ballots = features::ballots_for;
    return {
        [site = parts.site](auto& work) { return features::me_json(work.tx, work.actor.account, work.request, site); },
        [](auto& work) { return features::processes_for(work, 0, 50); },
        [ballots](auto& work, auto id) {
            auto process = features::process_for(work, id, ballots);
            process["consultations"] = features::consultations_for(work, id);
            return process;
        },
        [&texts = parts.texts](auto& work, auto id, int version) {
            return features::document_for(work, id, version, texts);
        },
        features::ballot_for,
        [](auto& work, auto id) { return features::page_of_comment(work, id); }};
}

ActionRoute icon_route(const std::string& icon) {
    return {Verb::get, "/favicon.svg", Needs::anyone, [icon](Work&) {
                auto reply = http::Reply::text(icon);
                reply.content_type = "image/svg+xml";
                return reply;
            }};
}

// Asks the database, so that it says whether people are served.
ActionRoute health_route() {
    return {Verb::get, "/api/health", Needs::anyone, [](Work& work) {
                storage::event_head(work.tx, "health");
                return http::Reply::json(R"({"status":"ok","version":")" SAMRAD_VERSION R"("})");
            }};
}

}  // namespace

std::vector<ActionRoute> all_routes(const RouteParts& parts) {
    std::vector<ActionRoute> all;
    const auto add = [&](std::vector<ActionRoute> routes) {
        all.insert(all.end(), std::make_move_iterator(routes.begin()), std::make_move_iterator(routes.end()));
    };
    add(features::account_routes(parts.site, parts.passwords));
    add(features::session_routes(parts.site, parts.passwords));
    add(features::unit_routes(parts.site));
    add(features::process_routes(features::ballots_for));
    add(features::document_routes(parts.texts));
    add(features::comment_routes(parts.texts));
    add(features::amendment_routes(parts.texts));
    add(features::paper_routes(parts.texts, parts.press));
    add(features::ballot_routes());
    const auto plain = features::plain_pages(parts.templates, parts.pages, page_sources(parts),
                                             {parts.site.organisation, parts.site.public_address});
    add(features::consultation_routes(plain, parts.site, parts.texts));
    add(features::consultee_routes(plain, parts.site));
    add(features::reading_routes());
    add(features::response_routes(plain, parts.site, parts.texts, parts.press));
    add(features::tally_routes());
    add(features::page_routes(parts.templates, parts.pages, page_sources(parts),
                              {parts.site.organisation, parts.site.public_address}));
    all.push_back(icon_route(parts.icon));
    all.push_back(health_route());
    all.push_back({Verb::get, "/api/{rest...}", Needs::anyone, [](Work&) -> http::Reply { throw missing(); }});
    return all;
}

}  // namespace samrad::app
