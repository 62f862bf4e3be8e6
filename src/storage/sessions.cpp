#include "storage/sessions.hpp"

#include <map>
#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

pqxx::bytes_view bytes_of(const std::string& text) { return pqxx::binary_cast(text); }

}  // namespace

std::optional<SessionActor> find_actor(Transaction& tx, const std::string& token_hash) {
    const auto rows = tx.sql().exec(
        pqxx::prepped{tx.prepared("select id, account_id, seen_at < now() - interval '1 hour' from sessions "
                                  "where token_hash = $1 and ended_at is null and expires_at > now()")},
        pqxx::params{bytes_of(token_hash)});
    if (rows.empty()) return std::nullopt;
    const auto [session, account, stale] = rows[0].as<std::int64_t, std::int64_t, bool>();
    if (stale) tx.sql().exec("update sessions set seen_at = now() where id = $1", pqxx::params{session});
    auto actors = find_actors(tx, {AccountId{account}});
    if (actors.empty()) return std::nullopt;
    return SessionActor{SessionId{session}, std::move(actors.front())};
}

std::vector<domain::Actor> find_actors(Transaction& tx, const std::vector<AccountId>& accounts) {
    std::map<std::int64_t, domain::Actor> actors;
    using std::int64_t;
    using std::optional;
    using std::string;
    for (auto [id, name, language, standing, unit, path, role, starts, ends, root] :
         tx.sql()
             .query<int64_t, string, string, optional<int64_t>, optional<int64_t>, optional<string>, optional<string>,
                    optional<int64_t>, optional<int64_t>, optional<string>>(
                 pqxx::prepped{tx.prepared(
                     "select a.id, a.name, a.language, s.id, s.unit_id, u.path::text, s.role, micros(s.starts_at), "
                     "micros(s.ends_at), r.kind from accounts a "
                     "left join standings s on s.account_id = a.id and s.starts_at <= now() "
                     "and (s.ends_at is null or s.ends_at > now()) "
                     "left join units u on u.id = s.unit_id left join units r on r.id = u.path[1] "
                     "where a.id = any($1::bigint[]) and a.erased_at is null order by a.id, s.id")},
                 pqxx::params{array_of(accounts)})) {
        auto& actor = actors[id];
        actor.account = AccountId{id};
        actor.name = name;
        actor.language = from_name<domain::Language>(language).value_or(domain::Language::nb);
        if (!standing) continue;
        actor.standings.push_back({StandingId{*standing}, AccountId{id}, UnitId{*unit}, ids_of<UnitId>(*path),
                                   from_name<domain::Role>(*role).value_or(domain::Role::member), from_micros(*starts),
                                   from_micros(ends),
                                   from_name<domain::UnitKind>(*root).value_or(domain::UnitKind::central)});
    }
    std::vector<domain::Actor> out;
    out.reserve(actors.size());
    for (auto& [id, actor] : actors) out.push_back(std::move(actor));
    return out;
}

std::vector<SessionId> alive_sessions(Transaction& tx, const std::vector<SessionId>& sessions) {
    std::vector<SessionId> alive;
    for (auto [id] : tx.sql().query<std::int64_t>(
             "select id from sessions where id = any($1::bigint[]) and ended_at is null and expires_at > now()",
             pqxx::params{array_of(sessions)})) {
        alive.push_back(SessionId{id});
    }
    return alive;
}

SessionId add_session(Transaction& tx, AccountId account, const std::string& token_hash, Time expires) {
    return SessionId{tx.sql().query_value<std::int64_t>(
        "insert into sessions (token_hash, account_id, expires_at) values ($1, $2, at_micros($3)) returning id",
        pqxx::params{bytes_of(token_hash), account.value, to_micros(expires)})};
}

void end_session(Transaction& tx, SessionId session) {
    tx.sql().exec("update sessions set ended_at = now() where id = $1 and ended_at is null",
                  pqxx::params{session.value});
}

void end_sessions(Transaction& tx, AccountId account) {
    tx.sql().exec("update sessions set ended_at = now() where account_id = $1 and ended_at is null",
                  pqxx::params{account.value});
}

}  // namespace samrad::storage
