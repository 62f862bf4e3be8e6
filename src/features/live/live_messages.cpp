#include "features/live/live_messages.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "base/problem.hpp"
#include "features/perform.hpp"
#include "features/tokens.hpp"
#include "storage/failure.hpp"
#include "storage/sessions.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

constexpr int most_missed = 500;      // events; who missed more fetches afresh
constexpr std::size_t a_crowd = 200;  // watchers

void send(live::Subscriber& subscriber, const json::object& message) {
    subscriber.send(live::make_frame(json::serialize(message)));
}

const LiveListener& listener_of(const live::Subscriber& subscriber) {
    return static_cast<const LiveListener&>(*subscriber.listener());
}

// Takes one of the times that a socket may begin to listen; Problem too_many_attempts where none is left.
void take_listen(const live::Subscriber& subscriber) {
    auto& listener = static_cast<LiveListener&>(*subscriber.listener());
    const auto at = std::chrono::steady_clock::now();
    const auto passed = std::chrono::duration<double>(at - std::exchange(listener.listens_counted, at)).count();
    listener.listens_left =
        std::min(LiveListener::most_listens, listener.listens_left + passed * LiveListener::most_listens / 60);
    if (listener.listens_left < 1) throw Problem{Kind::limited, "too_many_attempts", {}, {}, 1};
    listener.listens_left -= 1;
}

std::string text_of(const json::object& object, const char* field) {
    const auto* value = object.if_contains(field);
    return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

// Who speaks; nothing where the session of that socket has ended.
std::optional<domain::Actor> actor_of(storage::Transaction& tx, const LiveListener& listener) {
    if (!listener.account) return domain::Actor{};
    if (storage::alive_sessions(tx, {listener.session}).empty()) return std::nullopt;
    auto actors = storage::find_actors(tx, {listener.account});
    if (actors.empty()) return std::nullopt;
    return std::move(actors.front());
}

// "b17" and nothing else: what is relayed to others is not a place for text.
bool is_block(const std::string& block) {
    return block.empty() ||
           (block.size() <= 10 && block[0] == 'b' && block.find_first_not_of("0123456789", 1) == std::string::npos);
}

}  // namespace

LiveMessages::LiveMessages(storage::Pool& pool, live::Hub& hub, Relay& relay, EventBodies bodies, Limits& limits,
                           std::string build)
    : pool_(pool), hub_(hub), relay_(relay), bodies_(std::move(bodies)), limits_(limits), build_(std::move(build)) {}

std::shared_ptr<live::Listener> LiveMessages::welcome(const http::Request& request) const {
    auto listener = std::make_shared<LiveListener>();
    const auto cookie = request.cookie(session_cookie);
    if (!cookie) return listener;
    try {
        storage::Transaction tx(pool_, storage::Mode::read);
        if (const auto who = storage::find_actor(tx, hash_token(*cookie))) {
            listener->account = who->actor.account;
            listener->session = who->session;
            listener->who = "account:" + std::to_string(who->actor.account.value);
            listener->display = who->actor.name;
            listener->sees_names = domain::group_of(who->actor) != domain::Group::participant;
        }
    } catch (...) {
        throw storage::current_problem();
    }
    return listener;
}

void LiveMessages::greet(live::Subscriber& subscriber) const { send(subscriber, {{"t", "hello"}, {"build", build_}}); }

void LiveMessages::message(live::Subscriber& subscriber, const std::string& text) const {
    try {
        boost::system::error_code failure;
        json::parse_options options;
        options.max_depth = 4;
        const auto value = json::parse(text, failure, {}, options);
        if (failure || !value.is_object()) throw Problem{Kind::malformed, "request.not_json", {}, {}, 0};
        const auto& object = value.as_object();
        const auto type = text_of(object, "t");
        const auto topic = text_of(object, "topic");
        if (type == "ping") return send(subscriber, {{"t", "pong"}});
        if (type == "leave") return hub_.unsubscribe(subscriber, topic);
        if (type == "typing") return typing(subscriber, topic, text_of(object, "block"));
        if (type != "listen") throw invalid("request.unknown_message", "t");
        const auto* since = object.if_contains("since");
        listen(subscriber, topic, since && since->is_int64() ? std::optional(since->as_int64()) : std::nullopt);
    } catch (...) {
        const auto problem = storage::current_problem();
        send(subscriber, {{"t", "problem"}, {"code", problem.code}});
    }
}

void LiveMessages::listen(live::Subscriber& subscriber, const std::string& topic,
                          std::optional<std::int64_t> since) const {
    take_listen(subscriber);
    storage::Transaction tx(pool_, storage::Mode::read);
    const auto actor = actor_of(tx, listener_of(subscriber));
    if (!actor) return subscriber.close(4001, "signed out");
    if (!may_listen(tx, *actor, topic, now())) return send(subscriber, {{"t", "refused"}, {"topic", topic}});
    // First into the room, then the look at what was missed: an event in between comes twice rather than never, and the
    // browser drops a number that it has.
    hub_.subscribe(subscriber.shared_from_this(), topic);
    const auto head = storage::event_head(tx, topic);
    relay_.follow(topic, head);
    // A page that is ahead has heard of what a restored database does not have.
    if (since && (*since > head || *since < head - most_missed)) {
        return send(subscriber, {{"t", "resync"}, {"topic", topic}, {"head", head}});
    }
    std::vector<storage::Event> events;
    if (since && *since < head) events = storage::events_since(tx, topic, *since, most_missed);
    const auto known = events.empty() ? head : std::max(head, events.back().number);
    subscriber.send(live::make_frame(listening_message(tx, bodies_, topic, known, events)));
}

void LiveMessages::typing(live::Subscriber& subscriber, const std::string& topic, const std::string& block) const {
    const auto& listener = listener_of(subscriber);
    const auto parsed = parse_topic(topic);
    if (!listener.account || !parsed || !is_block(block)) throw forbidden();
    limits_.take("typing:" + listener.who, 30, 5);
    storage::Transaction tx(pool_, storage::Mode::read);
    const auto scope = scope_of_topic(tx, *parsed, now());
    const auto actor = actor_of(tx, listener);
    if (!scope || !actor || !domain::may(*actor, domain::Act::comment, *scope)) throw forbidden();
    json::object message{{"t", "typing"}, {"topic", topic}, {"block", block}};
    // Nobody is told of their own typing, in another window neither.
    const auto hears = [typist = listener.account](const live::Listener& one, bool with_name) {
        const auto& other = static_cast<const LiveListener&>(one);
        return other.account != typist && other.sees_names == with_name;
    };
    hub_.broadcast(topic, live::make_frame(json::serialize(message)),
                   [=](const auto& other) { return hears(other, false); });
    message["name"] = listener.display;
    hub_.broadcast(topic, live::make_frame(json::serialize(message)),
                   [=](const auto& other) { return hears(other, true); });
}

void LiveMessages::tell_presence() {
    ++seconds_;
    for (auto& topic : hub_.take_presence_changes()) {
        if (std::find(crowds_.begin(), crowds_.end(), topic) == crowds_.end()) crowds_.push_back(std::move(topic));
    }
    std::erase_if(crowds_, [&](const live::Topic& topic) {
        const auto presence = hub_.presence(topic);
        if (presence.count > a_crowd && seconds_ % 10 != 0) return false;
        json::object message{{"t", "presence"}, {"topic", topic}, {"count", presence.count}, {"names", json::array{}}};
        const auto sees = [](const live::Listener& other) -> bool {
            return static_cast<const LiveListener&>(other).sees_names;
        };
        hub_.broadcast(topic, live::make_frame(json::serialize(message)),
                       [=](const auto& other) { return !sees(other); });
        message["names"] = json::array(presence.names.begin(), presence.names.end());
        hub_.broadcast(topic, live::make_frame(json::serialize(message)), sees);
        return true;
    });
}

}  // namespace samrad::features
