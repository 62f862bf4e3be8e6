#include "features/perform.hpp"

#include <charconv>

#include "features/request_guard.hpp"
#include "features/tokens.hpp"
#include "http/client_address.hpp"
#include "storage/answered_requests.hpp"
#include "storage/audit_trail.hpp"
#include "storage/events.hpp"
#include "storage/failure.hpp"
#include "storage/sessions.hpp"

namespace samrad::features {

void Work::tell(const live::Topic& topic, std::string_view kind, std::int64_t subject) {
    storage::append_event(tx, topic, kind, subject);
    told.push_back(topic);
}

std::int64_t Work::number(const std::string& argument) const {
    const auto found = request.arguments.find(argument);
    if (found == request.arguments.end()) throw missing();
    const std::string& text = found->second;
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || value <= 0) throw missing();
    return value;
}

void Work::require_sign_in() const {
    if (!actor.signed_in()) throw Problem{Kind::unauthenticated, "session.required", {}, {}, 0};
}

std::string Work::asker() const {
    return actor.signed_in() ? "account:" + std::to_string(actor.account.value)
                             : "address:" + http::network_of(request.remote_address);
}

void Work::record(std::string_view act, std::string_view object, std::string_view details) {
    storage::add_to_audit_trail(tx, actor.account, act, object, details);
}

void require(const std::optional<Problem>& problem) {
    if (problem) throw *problem;
}

namespace {

bool changes_state(http::Verb verb) { return verb != http::Verb::get && verb != http::Verb::head; }

std::optional<std::string> idempotency_key(const http::Request& request) {
    const auto key = request.header("idempotency-key");
    if (!key) return std::nullopt;
    const bool good = key->size() >= 8 && key->size() <= 64 &&
                      key->find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
                          std::string_view::npos;
    if (!good) throw invalid("request.key_invalid", "Idempotency-Key");
    return std::string(*key);
}

// Runs the action, or gives the answer that the same request got before.
http::Reply act_once(const ActionRoute& route, Work& work) {
    const auto key =
        route.verb == http::Verb::post && work.actor.signed_in() ? idempotency_key(work.request) : std::nullopt;
    if (!key) return route.action(work);
    const std::string scope = "account:" + std::to_string(work.actor.account.value);
    const std::string fingerprint = fingerprint_of(work.request.path + "\n" + work.request.body);
    if (const auto before = storage::claim_key(work.tx, scope, *key, fingerprint)) {
        if (before->fingerprint != fingerprint) throw invalid("request.key_reused", "Idempotency-Key");
        return http::Reply::json(before->reply, before->status);
    }
    http::Reply reply = route.action(work);
    storage::store_answer(work.tx, scope, *key, reply.status, reply.body ? reply.body->plain : "");
    return reply;
}

}  // namespace

Performer::Performer(Settings settings, storage::Pool& pool, Limits& limits,
                     std::function<void(const std::vector<live::Topic>&)> announce)
    : settings_(std::move(settings)), pool_(pool), limits_(limits), announce_(std::move(announce)) {}

http::Reply Performer::attempt(const ActionRoute& route, const http::Request& request) const {
    const bool writes = changes_state(route.verb);
    storage::Transaction tx(pool_, writes ? storage::Mode::write : storage::Mode::read);
    storage::SessionActor who;
    if (const auto cookie = request.cookie(session_cookie)) {
        if (auto found = storage::find_actor(tx, hash_token(*cookie))) who = *std::move(found);
    }
    Work work{tx, request, who.actor, who.session, now(), limits_, {}, {}};
    if (route.needs != Needs::anyone && writes) work.require_sign_in();
    http::Reply reply = act_once(route, work);
    if (writes) tx.commit();
    if (!work.told.empty()) announce_(work.told);
    for (const auto& step : work.after_commit) step();
    return reply;
}

http::Reply Performer::perform(const ActionRoute& route, const http::Request& request) const {
    constexpr int most_tries = 4;
    if (changes_state(route.verb)) {
        const auto problem = route.plain_form ? check_own_form(request, settings_.origins, route.takes_files)
                                              : check_own_page(request, settings_.origins);
        if (problem) return route.failure ? route.failure(*problem, request) : http::reply_of(*problem);
    }
    for (int tries = 1;; ++tries) {
        try {
            return attempt(route, request);
        } catch (...) {
            if (tries < most_tries && storage::worth_another_try()) continue;
            const auto problem = storage::current_problem();
            return route.failure ? route.failure(problem, request) : http::reply_of(problem);
        }
    }
}

http::Route Performer::bind(ActionRoute route) const {
    http::Route bound{route.verb, route.pattern, {}, route.lane, route.body_limit};
    bound.handler = [this, route = std::move(route)](const http::Request& request) { return perform(route, request); };
    return bound;
}

}  // namespace samrad::features
