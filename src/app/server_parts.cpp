#include "app/server_parts.hpp"

#include <boost/json.hpp>
#include <optional>

#include "app/clock.hpp"
#include "app/files.hpp"
#include "app/mail_loop.hpp"
#include "app/metrics.hpp"
#include "app/route_tables.hpp"
#include "base/log.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/ballots/ballot_clock.hpp"
#include "features/ballots/ballot_json.hpp"
#include "features/comments/comment_routes.hpp"
#include "features/documents/document_routes.hpp"
#include "features/live/live_messages.hpp"
#include "features/live/relay.hpp"
#include "features/live/rights.hpp"
#include "features/passwords.hpp"
#include "features/reading/family_sorter.hpp"
#include "features/responses/outcome_mails.hpp"
#include "features/tallies/tally_actions.hpp"
#include "http/server.hpp"
#include "storage/address_counts.hpp"
#include "storage/answered_requests.hpp"
#include "storage/answers.hpp"
#include "storage/documents.hpp"
#include "storage/events.hpp"
#include "storage/heartbeat.hpp"
#include "storage/outbox.hpp"
#include "storage/processes.hpp"
#include "storage/proofs.hpp"

namespace samrad::app {

using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

features::EventBodies event_bodies(features::Texts& texts) {
    return {
        {"comment", [](auto& tx, auto id) { return features::comment_event(tx, CommentId{id}); }},
        {"version", [](auto& tx, auto id) { return features::version_event(tx, DocumentId{id}); }},
        {"document", [](auto& tx, auto id) { return features::document_event(tx, DocumentId{id}); }},
        {"ballot", [](auto& tx, auto id) { return features::ballot_event(tx, BallotId{id}); }},
        {"amendment", [&texts](auto& tx, auto id) { return features::amendment_event(tx, AmendmentId{id}, texts); }},
        {"merge", [](auto&, auto id) { return json::object{{"document", id}}; }},
        {"voting_list", [](auto& tx, auto id) { return features::voting_list_event(tx, DocumentId{id}); }},
        {"voting_result", [](auto& tx, auto id) { return features::voting_result_event(tx, AmendmentId{id}); }},
        {"process", [](auto&, auto id) { return json::object{{"id", id}}; }},
        {"answers", [](auto&, auto id) { return json::object{{"consultation", id}}; }},
        {"themes", [](auto&, auto id) { return json::object{{"consultation", id}}; }},
        {"samples", [](auto&, auto id) { return json::object{{"consultation", id}}; }},
        {"marks", [](auto&, auto id) { return json::object{{"answer", id}}; }},
        {"responses", [](auto&, auto id) { return json::object{{"consultation", id}}; }},
        {"account", [](auto&, auto) { return json::object{}; }},
    };
}

http::ServerSettings server_settings(const Config& config) {
    http::ServerSettings settings;
    settings.address = config.address;
    settings.port = config.port;
    settings.workers = config.workers;
    settings.connections_per_address = config.connections_per_address;
    settings.trusted_proxies = config.trusted_proxies;
    settings.origins = config.origins();
    settings.static_folder = config.frontend + "/dist/assets";
    return settings;
}

Deliver way_of_mail(const Config& config) {
    if (config.smtp_url.empty()) return to_folder(config.mail_folder);
    return by_smtp({config.smtp_url, config.smtp_user, config.smtp_password}, config.mail_from);
}

}  // namespace

struct ServerParts::Inside {
    features::Site site;
    storage::Pool pool;
    storage::Heartbeat heartbeat;
    features::Limits limits;
    live::Hub hub;
    features::Texts texts;
    features::Passwords passwords;
    features::PageTemplates templates;
    features::PageCache pages;
    paper::Press press;
    features::Relay relay;
    features::LiveMessages messages;
    features::Performer performer;
    std::string icon;
    // What began while no server ran is told as well; told twice it does no harm.
    Time stages_checked = now() - 1h;
    std::optional<http::Server> server;
    features::FamilySorter families;
    std::optional<Clock> pulse;  // a thread of its own: it frees the others
    std::optional<Clock> clock;
    std::optional<Clock> sorting;  // a thread of its own: fifty thousand answers at once take a while
    std::optional<MailLoop> mail;

    explicit Inside(const Config& config)
        : site{config.origin(), config.organisation, config.open_sign_up},
          pool(config.database, config.connections),
          heartbeat(pool, std::chrono::milliseconds(long(config.database_patience * 1000))),
          limits(config.limit_scale),
          templates(config.frontend),
          press({config.pandoc, config.weasyprint}),
          relay(pool, hub, event_bodies(texts), [this](const live::Topic& topic) { pages.drop(topic); }),
          messages(pool, hub, relay, event_bodies(texts), limits, templates.build()),
          performer({config.origins()}, pool, limits, [this](const auto& topics) { announce(topics); }),
          families(pool, [this](const auto& topics) { announce(topics); }) {
        icon = read_file(config.frontend + "/public/favicon.svg");
        server.emplace(server_settings(config), router(), hub, callbacks(),
                       [this](const http::Request& request) { return pages.find(request); });
        pulse.emplace(std::vector<Clock::Task>{{"heartbeat", 1s, [this] { heartbeat.beat(); }}});
        clock.emplace(tasks());
        sorting.emplace(std::vector<Clock::Task>{{"families", 500ms, [this] { families.sort(); }}});
        mail.emplace(pool, config.mail_from, way_of_mail(config));
    }

    ~Inside() {
        mail.reset();
        sorting.reset();
        clock.reset();
        server.reset();
        pulse.reset();
    }

    void announce(const std::vector<live::Topic>& topics) {
        for (const auto& topic : topics) pages.drop(topic);
        relay.wake(topics);
    }

    http::LiveCallbacks callbacks() {
        return {[this](const auto& request) { return messages.welcome(request); },
                [this](auto& subscriber, const auto& text) { messages.message(subscriber, text); },
                [this](auto& subscriber) { messages.greet(subscriber); }};
    }

    http::Router router() {
        http::Router router;
        for (auto& route : all_routes({site, passwords, texts, templates, pages, icon, press})) {
            router.add(performer.bind(std::move(route)));
        }
        router.add({http::Verb::get, "/api/metrics", [this](const http::Request& request) {
                        return metrics_reply(request, metrics(*server, hub, pool));
                    }});
        return router;
    }

    std::vector<Clock::Task> tasks() {
        return {{"presence", 1s, [this] { messages.tell_presence(); }},
                {"rights", 3s,
                 [this] {
                     storage::Transaction tx(pool, storage::Mode::read);
                     features::check_rights(tx, hub, now());
                 }},
                {"ballots", 1s,
                 [this] { features::open_and_close_due(pool, [this](const auto& topics) { announce(topics); }); }},
                {"stages", 1s, [this] { tell_new_stages(); }},
                {"tallies", 5s, [this] { features::renew_tallies(pool, now()); }},
                {"outcomes", 1s, [this] { features::tell_outcomes(pool, site, 250); }},
                {"answers", 1h, [this] {
                     storage::Transaction tx(pool, storage::Mode::write);
                     storage::forget_old_answers(tx);
                     storage::forget_old_mail(tx);
                     storage::forget_addresses(tx);
                     storage::erase_due_answers(tx);
                     storage::renew_proof_keys(tx);
                     tx.commit();
                 }}};
    }

    // A stage that began by the clock: the pages of its process and documents hear of it.
    void tell_new_stages() {
        const Time until = now();
        storage::Transaction tx(pool, storage::Mode::write);
        std::vector<live::Topic> told;
        const auto tell = [&](std::string topic, const char* kind, std::int64_t subject) {
            storage::append_event(tx, topic, kind, subject);
            told.push_back(std::move(topic));
        };
        for (const auto process : storage::processes_with_new_stage(tx, stages_checked, until)) {
            tell("process:" + std::to_string(process.value), "process", process.value);
            for (const auto& document : storage::documents_of(tx, {process})) {
                tell("document:" + std::to_string(document.id.value), "document", document.id.value);
            }
        }
        tx.commit();
        stages_checked = until;
        if (!told.empty()) announce(told);
    }
};

ServerParts::ServerParts(const Config& config) : inside_(std::make_unique<Inside>(config)) {}
ServerParts::~ServerParts() = default;
http::Server& ServerParts::server() { return *inside_->server; }

}  // namespace samrad::app
