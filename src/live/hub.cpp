// How one event reaches thousands of sockets.
//
// A send to one socket costs about 6 microseconds of kernel time, whatever the language, so 5,000 sockets cost 30 ms;
// the only way below is to send less often, several events in one write. But a lone comment must not wait. Hence:
//
//   - an event of a quiet topic goes out at once;
//   - an event that comes within 5 ms after the END of the topic's last round waits until those 5 ms are over, and then
//     goes out joined with all others that came meanwhile, as one shared piece of bytes for every socket.
//
// Counting from the end matters: with many sockets a round itself outlasts 5 ms, and counted from its start the next
// round would always be due at once, with a single event in it. Example: 5,000 sockets, a round of 30 ms; 20 events
// that come during it and in the 5 ms behind it cost one round of 30 ms instead of twenty.
//
// Rounds run on the loop's thread; publish and broadcast only take a number, put the event on the topic's list and ask
// the loop once. So a caller never waits for sockets, and the order of events is the order of their numbers.
//
// What a subscriber gets is decided by when it sat down: its chair remembers how many messages the topic had had by
// then, and none of those is sent to it, though some may still lie on the list. Together with the caller, who reads the
// events up to that head from the store, this gives each event exactly once.
#include "live/hub.hpp"

#include <algorithm>
#include <atomic>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace samrad::live {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::microseconds pause_between_rounds{5000};
constexpr std::int64_t no_number = -1;

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

// Sends what waited to everybody in the row. Runs of messages that are for everybody are joined once and shared.
void walk(const Chairs& row, const std::vector<Waiting>& waiting) {
    struct Run {
        std::size_t begin, end;
        FramePtr joined;  // null for a single message with a filter
    };
    std::vector<Run> runs;
    for (std::size_t i = 0; i < waiting.size();) {
        std::size_t end = i + 1;
        if (waiting[i].filter) {
            runs.push_back({i, end, nullptr});
        } else {
            std::vector<FramePtr> frames{waiting[i].frame};
            for (; end < waiting.size() && !waiting[end].filter; ++end) frames.push_back(waiting[end].frame);
            runs.push_back({i, end, join_frames(frames)});
        }
        i = end;
    }
    constexpr std::size_t ahead = 6;  // chairs; what is asked for now is there when its turn comes
    for (std::size_t at = 0; at < row.size(); ++at) {
        const ChairPtr& chair = row[at];
        if (at + 2 * ahead < row.size()) __builtin_prefetch(row[at + 2 * ahead].get());
        if (at + ahead < row.size()) __builtin_prefetch(row[at + ahead]->subscriber.get());
        for (const Run& run : runs) {
            if (chair->left.load(std::memory_order_relaxed)) break;
            if (run.joined && waiting[run.begin].order >= chair->since) {
                chair->subscriber->send(run.joined);
                continue;
            }
            for (std::size_t i = run.begin; i < run.end; ++i) {
                if (waiting[i].is_for(*chair)) chair->subscriber->send(waiting[i].frame);
            }
        }
    }
}

}  // namespace

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

// Takes the chair away. The caller holds the mutex.
void Hub::Inside::get_up(const Subscriber& subscriber, const Topic& topic) {
    const auto room = rooms.find(topic);
    if (room == rooms.end()) return;
    const auto chair = room->second.chairs.find(&subscriber);
    if (chair == room->second.chairs.end()) return;
    chair->second->left.store(true, std::memory_order_relaxed);
    room->second.chairs.erase(chair);
    room->second.row.reset();
    presence_changed(topic, room->second);
}

// Puts a message on the list and sees to it that a round comes. The lock is given back.
void Hub::Inside::put(const Topic& topic, Room& room, Waiting message, std::unique_lock<std::mutex>& lock) {
    message.order = room.orders++;
    if (room.chairs.empty()) return;
    room.waiting.push_back(std::move(message));
    if (loop == nullptr) {
        lock.unlock();
        round(topic);
        return;
    }
    if (std::exchange(room.round_is_due, true)) return;
    const auto due = room.last_round + pause_between_rounds;
    const auto now = Clock::now();
    // Under the lock: who takes the loop away waits for it.
    if (due <= now) {
        loop->post([this, topic] { round(topic); });
    } else {
        loop->after(std::chrono::duration_cast<std::chrono::microseconds>(due - now), [this, topic] { round(topic); });
    }
    lock.unlock();
}

void Hub::Inside::round(const Topic& topic) {
    std::vector<Waiting> waiting;
    std::shared_ptr<const Chairs> row;
    {
        const std::lock_guard lock(mutex);
        Room& room = rooms[topic];
        waiting.swap(room.waiting);
        if (!room.row) {
            auto chairs = std::make_shared<Chairs>();
            chairs->reserve(room.chairs.size());
            for (const auto& [subscriber, chair] : room.chairs) chairs->push_back(chair);
            std::sort(chairs->begin(), chairs->end(),
                      [](const ChairPtr& a, const ChairPtr& b) { return a->arrival < b->arrival; });
            room.row = std::move(chairs);
        }
        row = room.row;
    }
    walk(*row, waiting);
    // round_is_due stays set while this round runs, so that whatever came meanwhile goes into the next one.
    const std::lock_guard lock(mutex);
    Room& room = rooms[topic];
    room.last_round = Clock::now();
    room.round_is_due = !room.waiting.empty() && loop != nullptr;
    if (room.round_is_due) loop->after(pause_between_rounds, [this, topic] { round(topic); });
}

Hub::Hub() : inside_(std::make_unique<Inside>()) {}
Hub::~Hub() = default;

void Hub::attach(Loop* loop) {
    const std::lock_guard lock(inside_->mutex);
    inside_->loop = loop;
    for (auto& [topic, room] : inside_->rooms) {
        room.round_is_due = false;
        room.waiting.clear();
    }
}

void Hub::enter(const std::shared_ptr<Subscriber>& subscriber) {
    const std::lock_guard lock(inside_->mutex);
    inside_->inside.try_emplace(subscriber.get());
}

std::optional<std::int64_t> Hub::subscribe(const std::shared_ptr<Subscriber>& subscriber, const Topic& topic) {
    const std::lock_guard lock(inside_->mutex);
    Room& room = inside_->rooms[topic];
    // A socket may end while a worker still handles its last message: then it is not let in again.
    const auto known = inside_->inside.find(subscriber.get());
    if (known != inside_->inside.end() && !room.chairs.contains(subscriber.get())) {
        auto chair = std::make_shared<Chair>(subscriber, room.orders, room.arrivals++);
        room.chairs.emplace(subscriber.get(), std::move(chair));
        room.row.reset();
        known->second.push_back(topic);
        inside_->presence_changed(topic, room);
    }
    if (room.head == no_number) return std::nullopt;
    return room.head;
}

void Hub::unsubscribe(const Subscriber& subscriber, const Topic& topic) {
    const std::lock_guard lock(inside_->mutex);
    const auto found = inside_->inside.find(&subscriber);
    if (found == inside_->inside.end()) return;
    if (std::erase(found->second, topic) != 0) inside_->get_up(subscriber, topic);
}

void Hub::leave(const Subscriber& subscriber) {
    const std::lock_guard lock(inside_->mutex);
    const auto found = inside_->inside.find(&subscriber);
    if (found == inside_->inside.end()) return;
    for (const Topic& topic : found->second) inside_->get_up(subscriber, topic);
    inside_->inside.erase(found);
}

void Hub::publish(const Topic& topic, std::int64_t number, const FramePtr& frame) {
    std::unique_lock lock(inside_->mutex);
    Room& room = inside_->rooms[topic];
    if (number <= room.head) return;
    room.head = number;
    inside_->put(topic, room, Waiting{frame, 0, {}}, lock);
}

void Hub::broadcast(const Topic& topic, const FramePtr& frame, const std::function<bool(const Listener&)>& filter) {
    std::unique_lock lock(inside_->mutex);
    const auto room = inside_->rooms.find(topic);
    if (room == inside_->rooms.end()) return;
    inside_->put(topic, room->second, Waiting{frame, 0, filter}, lock);
}

std::vector<std::pair<Topic, std::int64_t>> Hub::topics() const {
    const std::lock_guard lock(inside_->mutex);
    std::vector<std::pair<Topic, std::int64_t>> found;
    for (const auto& [topic, room] : inside_->rooms) {
        if (!room.chairs.empty()) found.emplace_back(topic, room.head);
    }
    return found;
}

Hub::Presence Hub::presence(const Topic& topic, std::size_t most_names) const {
    const std::lock_guard lock(inside_->mutex);
    Presence presence;
    const auto room = inside_->rooms.find(topic);
    if (room == inside_->rooms.end()) return presence;
    std::unordered_set<std::string_view> people;
    std::set<std::string_view> names;
    for (const auto& [subscriber, chair] : room->second.chairs) {
        const auto& listener = subscriber->listener();
        if (!listener || listener->who.empty()) {
            ++presence.count;
            continue;
        }
        people.insert(listener->who);
        if (!listener->display.empty()) names.insert(listener->display);
    }
    presence.count += people.size();
    for (const auto name : names) {
        if (presence.names.size() >= most_names) break;
        presence.names.emplace_back(name);
    }
    return presence;
}

std::vector<Topic> Hub::take_presence_changes() {
    const std::lock_guard lock(inside_->mutex);
    for (const Topic& topic : inside_->changed) inside_->rooms[topic].presence_changed = false;
    return std::exchange(inside_->changed, {});
}

std::vector<Hub::Seat> Hub::seats() const {
    const std::lock_guard lock(inside_->mutex);
    std::vector<Seat> found;
    for (const auto& [topic, room] : inside_->rooms) {
        for (const auto& [subscriber, chair] : room.chairs) found.push_back({chair->subscriber, topic});
    }
    return found;
}

std::size_t Hub::subscriber_count() const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->inside.size();
}

}  // namespace samrad::live
