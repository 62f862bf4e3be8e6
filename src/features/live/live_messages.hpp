// What a browser says over the socket, and who is present.
#pragma once

#include <memory>
#include <string>

#include "features/limits.hpp"
#include "features/live/event_frames.hpp"
#include "features/live/relay.hpp"
#include "features/live/rights.hpp"
#include "http/request.hpp"
#include "live/hub.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// The other end of docs/PROTOCOL.md's socket. Thread-safe; its functions run on worker threads.
class LiveMessages {
public:
    LiveMessages(storage::Pool& pool, live::Hub& hub, Relay& relay, EventBodies bodies, Limits& limits,
                 std::string build);

    // Who opens a socket, by its cookie.
    std::shared_ptr<live::Listener> welcome(const http::Request& request) const;
    // The greeting: which build of the pages this server has.
    void greet(live::Subscriber& subscriber) const;
    // One message. What cannot be read is answered with {"t":"problem","code":…}.
    void message(live::Subscriber& subscriber, const std::string& text) const;
    // Once a second: tells each topic whose presence changed. Large crowds hear of it every ten seconds.
    void tell_presence();

private:
    void listen(live::Subscriber& subscriber, const std::string& topic, std::optional<std::int64_t> since) const;
    void typing(live::Subscriber& subscriber, const std::string& topic, const std::string& block) const;

    storage::Pool& pool_;
    live::Hub& hub_;
    Relay& relay_;
    EventBodies bodies_;
    Limits& limits_;
    std::string build_;
    std::vector<live::Topic> crowds_;  // changed, waiting for their ten seconds
    int seconds_ = 0;
};

}  // namespace samrad::features
