// What happened, per topic, numbered without gaps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storage/pool.hpp"

namespace samrad::storage {

struct Event {
    std::string topic;
    std::int64_t number = 0;
    std::string kind;
    std::int64_t subject = 0;
};

// Appends an event in the transaction of the act that causes it; returns its number. The topic's row stays locked until
// the commit: that is what keeps the numbers without gaps. Call it late in the act.
std::int64_t append_event(Transaction& tx, std::string_view topic, std::string_view kind, std::int64_t subject);

// The events of a topic after a number, oldest first, at most `limit`.
std::vector<Event> events_since(Transaction& tx, std::string_view topic, std::int64_t after, int limit);

// The number of the topic's last event; 0 where there was none.
std::int64_t event_head(Transaction& tx, std::string_view topic);

// The heads of several topics, as (topic, head); topics without events are left out.
std::vector<std::pair<std::string, std::int64_t>> event_heads(Transaction& tx, const std::vector<std::string>& topics);

}  // namespace samrad::storage
