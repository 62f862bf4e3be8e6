#include "storage/events.hpp"

#include <pqxx/pqxx>

namespace samrad::storage {

std::int64_t append_event(Transaction& tx, std::string_view topic, std::string_view kind, std::int64_t subject) {
    return tx.sql().query_value<std::int64_t>(
        "with next as (insert into topics as t (topic, head) values ($1, 1) "
        "on conflict (topic) do update set head = t.head + 1 returning head) "
        "insert into events (topic, number, kind, subject) select $1, head, $2, $3 from next returning number",
        pqxx::params{topic, kind, subject});
}

std::vector<Event> events_since(Transaction& tx, std::string_view topic, std::int64_t after, int limit) {
    std::vector<Event> events;
    for (auto [number, kind, subject] : tx.sql().query<std::int64_t, std::string, std::int64_t>(
             pqxx::prepped{tx.prepared("select number, kind, subject from events where topic = $1 and number > $2 "
                                       "order by number limit $3")},
             pqxx::params{topic, after, limit})) {
        events.push_back({std::string(topic), number, kind, subject});
    }
    return events;
}

std::int64_t event_head(Transaction& tx, std::string_view topic) {
    return tx.sql().query_value<std::int64_t>(
        pqxx::prepped{tx.prepared("select coalesce((select head from topics where topic = $1), 0)")},
        pqxx::params{topic});
}

std::vector<std::pair<std::string, std::int64_t>> event_heads(Transaction& tx, const std::vector<std::string>& topics) {
    std::vector<std::pair<std::string, std::int64_t>> heads;
    for (auto [topic, head] : tx.sql().query<std::string, std::int64_t>(
             "select topic, head from topics where topic = any($1)", pqxx::params{topics})) {
        heads.emplace_back(topic, head);
    }
    return heads;
}

}  // namespace samrad::storage
