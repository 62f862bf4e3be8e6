// What the hub keeps of each topic: who sits there and what waits to be sent. For hub.cpp and hub_rounds.cpp alone.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "live/hub.hpp"

namespace samrad::live {

using Clock = std::chrono::steady_clock;
inline constexpr std::int64_t no_number = -1;

// One subscription. Shared with rounds that are under way, which skip it once it is left.
struct Chair {
    Chair(std::shared_ptr<Subscriber> who, std::uint64_t first, std::uint64_t arrival)
        : subscriber(std::move(who)), since(first), arrival(arrival) {}
    const std::shared_ptr<Subscriber> subscriber;
    const std::uint64_t since;    // the first message of the topic that is meant for it
    const std::uint64_t arrival;  // how many had sat down before
    std::atomic<bool> left{false};
};
using ChairPtr = std::shared_ptr<Chair>;

// In the order in which they sat down, which is about the order in which they, and the kernel's parts of their sockets,
// lie in memory: a round after a quiet while finds none of it in the caches, and a walk through memory in order costs a
// sixth less than one across it.
using Chairs = std::vector<ChairPtr>;

struct Waiting {
    FramePtr frame;
    std::uint64_t order = 0;  // counts the topic's messages, numbered or not
    std::function<bool(const Listener&)> filter;

    bool is_for(const Chair& chair) const {
        return order >= chair.since && (!filter || filter(*chair.subscriber->listener()));
    }
};

struct Room {
    std::int64_t head = no_number;
    std::uint64_t orders = 0;    // how many messages were put on the list so far
    std::uint64_t arrivals = 0;  // how many have sat down so far
    std::unordered_map<const Subscriber*, ChairPtr> chairs;
    std::shared_ptr<const Chairs> row;  // the same chairs for rounds to walk along; null when it is out of date
    std::vector<Waiting> waiting;
    bool round_is_due = false;  // the loop was asked and has not come yet
    Clock::time_point last_round{};
    bool presence_changed = false;
};

struct Hub::Inside {
    mutable std::mutex mutex;
    Loop* loop = nullptr;
    std::unordered_map<Topic, Room> rooms;  // a room is never removed: its head is what drops repeated numbers
    std::unordered_map<const Subscriber*, std::vector<Topic>> inside;
    std::vector<Topic> changed;

    void presence_changed(const Topic& topic, Room& room) {
        if (!std::exchange(room.presence_changed, true)) changed.push_back(topic);
    }
    void get_up(const Subscriber& subscriber, const Topic& topic);
    void put(const Topic& topic, Room& room, Waiting message, std::unique_lock<std::mutex>& lock);
    void round(const Topic& topic);
};

}  // namespace samrad::live
