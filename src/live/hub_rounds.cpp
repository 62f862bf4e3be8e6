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
#include <algorithm>

#include "live/hub_rooms.hpp"

namespace samrad::live {
namespace {

constexpr std::chrono::microseconds pause_between_rounds{5000};

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

}  // namespace samrad::live
