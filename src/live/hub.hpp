// Who listens to what. Memory only; no database, no sockets, no JSON.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "live/frame.hpp"

namespace samrad::live {

// A topic is what one can listen to: "document:12", "process:3", "account:7".
using Topic = std::string;

// Makes a frame of one text message (UTF-8 JSON). The WebSocket framing is done here, once.
FramePtr make_frame(std::string_view text);

// Who is behind a socket, as far as live/ needs to know. Made by the wiring; features derive from it to add their own.
class Listener {
public:
    virtual ~Listener() = default;
    std::string who;      // "account:12", or "" for somebody who is not signed in
    std::string display;  // the name shown to those who may see names; "" for nobody
};

// A socket, seen from the hub. Implemented by http's WebSocket session and by tests. Always held by a shared_ptr, so
// that whoever is handed a Subscriber& can keep it: hub.subscribe(subscriber.shared_from_this(), topic).
class Subscriber : public std::enable_shared_from_this<Subscriber> {
public:
    virtual ~Subscriber() = default;
    // Queues a frame and returns at once. Thread-safe. Frames arrive in the order of the calls from one thread.
    virtual void send(const FramePtr& frame) = 0;
    // Closes with a WebSocket code and reason. Thread-safe.
    virtual void close(unsigned short code, std::string_view reason) = 0;
    virtual const std::shared_ptr<Listener>& listener() const = 0;
};

// The thread that writes to sockets, as far as the hub needs it. Implemented by http's server.
class Loop {
public:
    virtual ~Loop() = default;
    // From any thread: runs the task on the loop's thread, tasks of one thread in their order.
    virtual void post(std::function<void()> task) = 0;
    // The same, at the earliest after the delay.
    virtual void after(std::chrono::microseconds delay, std::function<void()> task) = 0;
};

// The rooms: which subscriber listens to which topic, who is present, and how far each topic's events have gone.
// All functions are thread-safe and return without blocking on sockets.
class Hub {
public:
    Hub();
    ~Hub();
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    // From now on events go out on this loop's thread, those of a busy topic joined (essay in hub_rounds.cpp). Without
    // a loop publish and broadcast deliver on the caller's thread before they return. nullptr detaches; the loop must
    // then run no task any more. Called by the server, before threads.
    void attach(Loop* loop);
    // A socket is open, in no topic yet; leave() ends it. Called by the socket itself.
    void enter(const std::shared_ptr<Subscriber>& subscriber);

    // Adds a subscriber that has entered (and not left) to a topic (twice is once) and returns the number of the last
    // event published there in this process, or nothing where none was yet. Every later event reaches the subscriber.
    std::optional<std::int64_t> subscribe(const std::shared_ptr<Subscriber>& subscriber, const Topic& topic);
    void unsubscribe(const Subscriber& subscriber, const Topic& topic);
    // The subscriber is gone: leaves every topic.
    void leave(const Subscriber& subscriber);

    // Sends event `number` of a topic to all who listen. Numbers only go up: one at or below the topic's head is
    // dropped, so that two sources of the same event are harmless.
    void publish(const Topic& topic, std::int64_t number, const FramePtr& frame);
    // Sends an unnumbered message (presence, who is typing), to all who listen, or to those the filter accepts. The
    // filter is called later, on the loop's thread: it must own what it needs, return at once and not throw.
    void broadcast(const Topic& topic, const FramePtr& frame, const std::function<bool(const Listener&)>& filter = {});

    // Topics with at least one subscriber, each with its head (-1 where nothing was published yet).
    std::vector<std::pair<Topic, std::int64_t>> topics() const;

    struct Presence {
        std::size_t count = 0;           // sockets' distinct `who`, plus each anonymous socket
        std::vector<std::string> names;  // distinct display names, sorted, at most `most_names`
    };
    Presence presence(const Topic& topic, std::size_t most_names = 50) const;
    // Topics whose presence changed since the last call: the wiring asks on a timer (1 s) and broadcasts one message
    // each.
    std::vector<Topic> take_presence_changes();

    struct Seat {
        std::shared_ptr<Subscriber> subscriber;
        Topic topic;
    };
    // Every subscription, for the regular check whether each may still listen.
    std::vector<Seat> seats() const;
    // Sockets that are in no topic count too.
    std::size_t subscriber_count() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrad::live
