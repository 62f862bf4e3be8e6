// Sockets that talk with one another, as they do in the server, without a feature behind them.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>

#include "http/support/client.hpp"
#include "http/support/running_server.hpp"

namespace samrad::test {

using namespace http;

// Every socket listens to "room"; it gets back what it says, and "all:x" goes to the whole room.
struct Room {
    explicit Room(ServerSettings settings = quick_settings()) : server({}, std::move(settings), callbacks()) {}
    LiveCallbacks callbacks() {
        LiveCallbacks live;
        live.welcome = [](const Request& request) {
            if (request.query.contains("refuse")) throw Problem{Kind::unauthenticated, "session.missing", {}, {}, 0};
            return std::make_shared<live::Listener>();
        };
        live.opened = [this](live::Subscriber& subscriber) {
            server.hub.subscribe(subscriber.shared_from_this(), "room");
            subscriber.send(live::make_frame("hello"));
        };
        live.message = [this](live::Subscriber& subscriber, const std::string& text) {
            if (text == "throw") throw std::runtime_error("the inside");
            if (text.starts_with("all:")) return server.hub.broadcast("room", live::make_frame(text));
            subscriber.send(live::make_frame(text));
        };
        return live;
    }
    RunningServer server;
    unsigned short port() const { return server.port(); }
};

inline ServerSettings generous() {
    auto settings = quick_settings();
    settings.socket_messages_per_second = 1000000;
    return settings;
}

inline bool open_in(Client& client, const Room& room) {
    return client.open_socket(room.port()) && client.message().payload == "hello";
}

}  // namespace samrad::test
