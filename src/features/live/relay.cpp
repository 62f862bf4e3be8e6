#include "features/live/relay.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "base/log.hpp"
#include "storage/failure.hpp"
#include "storage/wake_calls.hpp"

namespace samrad::features {

namespace {

constexpr auto poll_every = std::chrono::seconds(3);
// How long news of other processes may wait while none of our own acts wakes the thread.
constexpr auto listen_every = std::chrono::milliseconds(100);
constexpr int batch = 200;
// How long a failing database is left alone.
constexpr auto pause_after_failure = std::chrono::milliseconds(500);
// A topic that has news before anybody said how much of it is known starts this far back: browsers drop what they have.
constexpr std::int64_t unknown_reach = 50;

}  // namespace

struct Relay::Inside {
    storage::Pool& pool;
    live::Hub& hub;
    EventBodies bodies;
    std::function<void(const live::Topic&)> heard;
    storage::WakeCalls calls;

    std::mutex mutex;
    std::condition_variable woken;
    std::set<live::Topic> waiting;
    bool stopping = false;
    std::chrono::steady_clock::time_point not_before;  // the database failed; under the mutex

    std::map<live::Topic, std::int64_t> published;  // how far each topic has gone; under the mutex
    std::jthread thread;

    Inside(storage::Pool& p, live::Hub& h, EventBodies b, std::function<void(const live::Topic&)> f)
        : pool(p), hub(h), bodies(std::move(b)), heard(std::move(f)), calls(p) {}

    void run() {
        auto next_poll = std::chrono::steady_clock::now();
        auto next_listen = next_poll;
        while (true) {
            std::set<live::Topic> topics;
            {
                std::unique_lock lock(mutex);
                const auto rested = [&] { return std::chrono::steady_clock::now() >= not_before; };
                woken.wait_for(lock, listen_every, [&] { return stopping || (!waiting.empty() && rested()); });
                if (stopping) return;
                if (rested()) topics.swap(waiting);
            }
            const std::vector<live::Topic> own(topics.begin(), topics.end());
            if (relay_all(topics) && !own.empty()) calls.send(own);
            const auto now = std::chrono::steady_clock::now();
            if (now < next_listen) continue;
            next_listen = now + listen_every;
            std::set<live::Topic> others;
            for (auto& topic : calls.wait(std::chrono::milliseconds(0))) others.insert(std::move(topic));
            if (now >= next_poll) {
                next_poll = now + poll_every;
                for (auto& [topic, head] : hub.topics()) others.insert(topic);
                forget_unheard();
            }
            relay_all(others);
        }
    }

    // False where the database failed.
    bool relay_all(const std::set<live::Topic>& topics) {
        if (topics.empty()) return true;
        try {
            storage::Transaction tx(pool, storage::Mode::read);
            const std::vector<std::string> names(topics.begin(), topics.end());
            for (const auto& [topic, head] : storage::event_heads(tx, names)) relay_topic(tx, topic, head);
            return true;
        } catch (...) {
            // Nothing is lost: the topics are asked about again, at the latest by the poll.
            log::warning("events.relay_failed", {{"code", storage::current_problem().code}});
            const std::lock_guard lock(mutex);
            waiting.insert(topics.begin(), topics.end());
            not_before = std::chrono::steady_clock::now() + pause_after_failure;
            return false;
        }
    }

    void relay_topic(storage::Transaction& tx, const live::Topic& topic, std::int64_t head) {
        std::int64_t known = known_of(topic, head);
        if (known >= head) return;
        if (heard) heard(topic);
        while (known < head) {
            const auto events = storage::events_since(tx, topic, known, batch);
            if (events.empty()) return;
            const auto messages = event_messages(tx, bodies, events);
            for (std::size_t i = 0; i < events.size(); ++i) {
                hub.publish(topic, events[i].number, live::make_frame(messages[i]));
            }
            known = events.back().number;
            const std::lock_guard lock(mutex);
            published[topic] = known;
        }
    }

    std::int64_t known_of(const live::Topic& topic, std::int64_t head) {
        const std::lock_guard lock(mutex);
        return published.try_emplace(topic, std::max<std::int64_t>(0, head - unknown_reach)).first->second;
    }

    // Topics nobody listens to any more need no memory; one that is heard again starts at its head.
    void forget_unheard() {
        std::set<live::Topic> heard_topics;
        for (auto& [topic, head] : hub.topics()) heard_topics.insert(topic);
        const std::lock_guard lock(mutex);
        std::erase_if(published, [&](const auto& entry) { return !heard_topics.contains(entry.first); });
    }
};

Relay::Relay(storage::Pool& pool, live::Hub& hub, EventBodies bodies, std::function<void(const live::Topic&)> heard)
    : inside_(std::make_unique<Inside>(pool, hub, std::move(bodies), std::move(heard))) {
    inside_->thread = std::jthread([inside = inside_.get()] { inside->run(); });
}

Relay::~Relay() {
    {
        const std::lock_guard lock(inside_->mutex);
        inside_->stopping = true;
    }
    inside_->woken.notify_all();
}

void Relay::follow(const live::Topic& topic, std::int64_t head) {
    const std::lock_guard lock(inside_->mutex);
    inside_->published.try_emplace(topic, head);
}

void Relay::wake(const std::vector<live::Topic>& topics) {
    {
        const std::lock_guard lock(inside_->mutex);
        inside_->waiting.insert(topics.begin(), topics.end());
    }
    inside_->woken.notify_one();
}

}  // namespace samrad::features
