#include "support/world.hpp"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <charconv>
#include <span>
#include <stdexcept>

#include "features/tokens.hpp"

namespace samrad::testing {

namespace json = boost::json;

namespace {

// The value at a path; null where there is none. Object keys win over list positions.
const json::value* find(const json::value& root, std::string_view path) {
    const json::value* at = &root;
    while (!path.empty()) {
        const auto dot = path.find('.');
        const std::string_view step = path.substr(0, dot);
        path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
        if (const auto* object = at->if_object()) {
            at = object->if_contains(step);
        } else if (const auto* list = at->if_array()) {
            std::size_t place = list->size();
            std::from_chars(step.data(), step.data() + step.size(), place);
            at = place < list->size() ? &(*list)[place] : nullptr;
        } else {
            at = nullptr;
        }
        if (!at) return nullptr;
    }
    return at;
}

json::value parsed(const std::string& body) {
    boost::system::error_code failure;
    auto value = json::parse(body, failure);
    return failure ? json::value{} : value;
}

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int byte = 0;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16).ec == std::errc{}) {
            out.push_back(char(byte));
            i += 2;
        } else {
            out.push_back(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return out;
}

std::map<std::string, std::string> query_of(std::string_view text) {
    std::map<std::string, std::string> query;
    while (!text.empty()) {
        const auto end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        const auto equals = std::min(pair.find('='), pair.size());
        query.emplace(decoded(pair.substr(0, equals)), decoded(pair.substr(std::min(equals + 1, pair.size()))));
    }
    return query;
}

}  // namespace

std::string Answer::at(std::string_view path) const {
    const auto root = parsed(body);
    const auto* value = find(root, path);
    if (!value) return {};
    if (const auto* text = value->if_string()) return std::string(*text);
    return json::serialize(*value);
}

std::int64_t Answer::number(std::string_view path) const {
    const auto root = parsed(body);
    const auto* value = find(root, path);
    if (!value || !value->is_int64()) throw std::runtime_error("no number at " + std::string(path) + " in " + body);
    return value->as_int64();
}

bool Answer::has(std::string_view path) const {
    const auto root = parsed(body);
    return find(root, path) != nullptr;
}

std::size_t Answer::size(std::string_view path) const {
    const auto root = parsed(body);
    const auto* value = find(root, path);
    if (!value) return 0;
    if (const auto* list = value->if_array()) return list->size();
    if (const auto* object = value->if_object()) return object->size();
    return 0;
}

std::string Answer::header(std::string_view name) const {
    for (const auto& [known, value] : headers) {
        if (known == name) return value;
    }
    return {};
}

namespace {

std::string bytes_of(const http::Reply& reply) {
    if (!reply.file) return reply.body ? reply.body->plain : std::string();
    std::string bytes(reply.file->size(), '\0');
    for (std::size_t at = 0; at < bytes.size();) at += reply.file->read(at, std::span(bytes).subspan(at));
    return bytes;
}

}  // namespace

Answer Browser::ask(http::Verb verb, std::string_view target, std::string_view body, std::string_view key) const {
    http::Request request;
    request.verb = verb;
    const auto mark = target.find('?');
    request.path = decoded(target.substr(0, mark));
    if (mark != std::string_view::npos) request.query = query_of(target.substr(mark + 1));
    request.body = body;
    request.remote_address = address;
    std::map<std::string, std::string> sent{{"host", "samrad.example"}};
    if (verb != http::Verb::get && verb != http::Verb::head) {
        sent["content-type"] = "application/json";
        sent["x-samrad"] = "1";
        sent["origin"] = origin;
    }
    if (!key.empty()) sent["idempotency-key"] = key;
    if (!cookie.empty()) sent["cookie"] = std::string(features::session_cookie) + "=" + cookie;
    for (const auto& [name, value] : headers) sent[name] = value;
    request.headers.assign(sent.begin(), sent.end());

    const auto match = world_->router().find(verb, request.path);
    if (!match) return {world_->router().verbs(request.path).empty() ? 404 : 405, {}, {}};
    if (body.size() > match->route->body_limit) return {413, {}, {}};
    request.arguments = match->arguments;
    const http::Reply reply = match->route->handler(request);
    return {reply.status, bytes_of(reply), reply.headers};
}

Answer Browser::send(http::Verb verb, std::string_view target, std::string_view body, std::string_view key) {
    Answer answer = ask(verb, target, body, key);
    for (const auto& [name, value] : answer.headers) {
        const std::string prefix = std::string(features::session_cookie) + "=";
        if (name == "set-cookie" && value.starts_with(prefix)) {
            cookie = value.substr(prefix.size(), value.find(';') - prefix.size());
        }
    }
    return answer;
}

Answer Browser::get(std::string_view target) const { return ask(http::Verb::get, target, {}, {}); }
Answer Browser::post(std::string_view target, std::string_view json, std::string_view key) {
    return send(http::Verb::post, target, json, key);
}
Answer Browser::put(std::string_view target, std::string_view json) { return send(http::Verb::put, target, json); }
Answer Browser::patch(std::string_view target, std::string_view json) { return send(http::Verb::patch, target, json); }
Answer Browser::del(std::string_view target) { return send(http::Verb::del, target, "{}"); }

World::World(double limit_scale)
    : limits_(limit_scale),
      performer_({{std::string(origin)}}, database.pool(), limits_, [this](const std::vector<live::Topic>& topics) {
          const std::lock_guard lock(mutex_);
          announced_.insert(announced_.end(), topics.begin(), topics.end());
      }) {}

void World::add(std::vector<features::ActionRoute> routes) {
    for (auto& route : routes) {
        routes_.push_back(route);
        router_.add(performer_.bind(std::move(route)));
    }
}

std::vector<live::Topic> World::announced() {
    const std::lock_guard lock(mutex_);
    return std::exchange(announced_, {});
}

AccountId World::person(std::string_view name, std::string_view email, std::string_view language) {
    const std::string made_up = "person" + std::to_string(++made_) + "@example.org";
    return AccountId{database.number("insert into accounts (name, email, language, confirmed_at) values (" +
                                     literal(name) + ", " + literal(email.empty() ? made_up : email) + ", " +
                                     literal(language) + ", now()) returning id")};
}

UnitId World::unit(std::string_view name, std::optional<UnitId> parent, std::string_view kind) {
    const std::string above = parent ? std::to_string(parent->value) : "null";
    if (kind.empty()) kind = parent ? "branch" : "central";
    return UnitId{database.number(
        "insert into units (id, parent_id, name, kind, path) overriding system value "
        "select n, " +
        above + ", " + literal(name) + ", " + literal(kind) + ", coalesce((select path from units where id = " + above +
        "), '{}') || n from (select nextval(pg_get_serial_sequence('units', 'id')) as n) as next returning id")};
}

StandingId World::standing(AccountId account, UnitId unit, std::string_view role) {
    return StandingId{database.number("insert into standings (account_id, unit_id, role, starts_at) values (" +
                                      std::to_string(account.value) + ", " + std::to_string(unit.value) + ", " +
                                      literal(role) + ", now() - interval '1 day') returning id")};
}

Browser World::signed_in(AccountId account) {
    Browser browser(*this);
    browser.cookie = features::new_token();
    database.sql("insert into sessions (token_hash, account_id, expires_at) values (sha256(" + literal(browser.cookie) +
                 "::bytea), " + std::to_string(account.value) + ", now() + interval '30 days')");
    return browser;
}

std::string literal(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') out.push_back('\'');
        out.push_back(c);
    }
    return out + "'";
}

std::string json_text(std::string_view text) { return json::serialize(json::value(text)); }

}  // namespace samrad::testing
