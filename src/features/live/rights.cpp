#include "features/live/rights.hpp"

#include <charconv>
#include <map>
#include <set>

#include "storage/consultations.hpp"
#include "storage/documents.hpp"
#include "storage/processes.hpp"
#include "storage/sessions.hpp"

namespace samrad::features {

std::optional<ParsedTopic> parse_topic(std::string_view topic) {
    const auto colon = topic.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto noun = topic.substr(0, colon);
    const auto digits = topic.substr(colon + 1);
    std::int64_t id = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || id <= 0) return std::nullopt;
    if (digits.front() == '0') return std::nullopt;  // one name for one topic
    using Noun = ParsedTopic::Noun;
    if (noun == "document") return ParsedTopic{Noun::document, id};
    if (noun == "process") return ParsedTopic{Noun::process, id};
    if (noun == "consultation") return ParsedTopic{Noun::consultation, id};
    if (noun == "account") return ParsedTopic{Noun::account, id};
    return std::nullopt;
}

std::optional<domain::Scope> scope_of_topic(storage::Transaction& tx, const ParsedTopic& topic, Time now) {
    ProcessId process{topic.id};
    if (topic.noun == ParsedTopic::Noun::account) return std::nullopt;
    if (topic.noun == ParsedTopic::Noun::document) {
        const auto document = storage::find_document(tx, DocumentId{topic.id});
        if (!document) return std::nullopt;
        process = document->process;
    }
    if (topic.noun == ParsedTopic::Noun::consultation) {
        const auto consultation = storage::find_consultation(tx, ConsultationId{topic.id});
        if (!consultation) return std::nullopt;
        process = consultation->process;
    }
    const auto found = storage::find_process(tx, process);
    if (!found) return std::nullopt;
    return domain::scope_of(*found, now);
}

bool may_hear(const domain::Actor& actor, const ParsedTopic& topic, const domain::Scope& scope) {
    const bool answers = topic.noun == ParsedTopic::Noun::consultation;
    return domain::may(actor, answers ? domain::Act::read_answers : domain::Act::read, scope);
}

bool may_listen(storage::Transaction& tx, const domain::Actor& actor, std::string_view topic, Time now) {
    const auto parsed = parse_topic(topic);
    if (!parsed) return false;
    if (parsed->noun == ParsedTopic::Noun::account) return actor.signed_in() && actor.account.value == parsed->id;
    const auto scope = scope_of_topic(tx, *parsed, now);
    return scope && may_hear(actor, *parsed, *scope);
}

namespace {

LiveListener& listener_of(const live::Hub::Seat& seat) {
    return static_cast<LiveListener&>(*seat.subscriber->listener());
}

}  // namespace

void check_rights(storage::Transaction& tx, live::Hub& hub, Time now) {
    const auto seats = hub.seats();
    std::set<SessionId> sessions;
    std::set<AccountId> accounts;
    for (const auto& seat : seats) {
        const auto& listener = listener_of(seat);
        if (listener.session) sessions.insert(listener.session);
        if (listener.account) accounts.insert(listener.account);
    }
    const auto alive_list = storage::alive_sessions(tx, {sessions.begin(), sessions.end()});
    const std::set<SessionId> alive(alive_list.begin(), alive_list.end());
    std::map<AccountId, domain::Actor> actors;
    for (auto& actor : storage::find_actors(tx, {accounts.begin(), accounts.end()})) actors[actor.account] = actor;

    std::map<live::Topic, std::optional<domain::Scope>> scopes;
    std::map<std::pair<AccountId, live::Topic>, bool> answers;
    const domain::Actor nobody;
    for (const auto& seat : seats) {
        auto& listener = listener_of(seat);
        if (listener.session && !alive.contains(listener.session)) {
            seat.subscriber->close(4001, "signed out");
            continue;
        }
        const auto known = actors.find(listener.account);
        listener.sees_names = known != actors.end() && domain::group_of(known->second) != domain::Group::participant;
        auto [answer, fresh] = answers.try_emplace({listener.account, seat.topic}, false);
        if (fresh) {
            const auto topic = parse_topic(seat.topic);
            const auto& actor = known == actors.end() ? nobody : known->second;
            if (topic && topic->noun == ParsedTopic::Noun::account) {
                answer->second = actor.signed_in() && actor.account.value == topic->id;
            } else if (topic) {
                auto [scope, unknown] = scopes.try_emplace(seat.topic);
                if (unknown) scope->second = scope_of_topic(tx, *topic, now);
                answer->second = scope->second && may_hear(actor, *topic, *scope->second);
            }
        }
        if (answer->second) continue;
        hub.unsubscribe(*seat.subscriber, seat.topic);
        seat.subscriber->send(live::make_frame(R"({"t":"refused","topic":")" + seat.topic + R"("})"));
    }
}

}  // namespace samrad::features
