// From the event table to the sockets.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "features/live/event_frames.hpp"
#include "live/hub.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// One thread that reads what is newer than it has published and publishes it in order. Local acts wake it after their
// commit; other server processes wake it through NOTIFY; a slow poll is the net below both. There is one path for all
// of them, so a lost wake-up costs time and never an event.
class Relay {
public:
    // `heard` is called on the relay's thread for each topic with news, before it is published (the page cache
    // listens).
    Relay(storage::Pool& pool, live::Hub& hub, EventBodies bodies, std::function<void(const live::Topic&)> heard = {});
    ~Relay();  // stops the thread
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    // Somebody begins to listen to a topic and has everything up to `head`: what comes later is to be published.
    // Thread-safe.
    void follow(const live::Topic& topic, std::int64_t head);
    // These topics have new events, committed. Returns at once; thread-safe.
    void wake(const std::vector<live::Topic>& topics);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrad::features
