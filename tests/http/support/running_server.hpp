// A real server on a free port, in a thread of its own, for as long as the object lives.
#pragma once

#include <string>
#include <thread>
#include <utility>

#include "http/server.hpp"
#include "live/hub.hpp"

namespace samrad::test {

inline http::ServerSettings quick_settings() {
    http::ServerSettings settings;
    settings.port = 0;
    settings.workers = 2;
    settings.origins = {"https://ours.example"};
    return settings;
}

struct RunningServer {
    explicit RunningServer(http::Router router = {}, http::ServerSettings settings = quick_settings(),
                           http::LiveCallbacks live = {}, http::Shortcut shortcut = {})
        : server(std::move(settings), std::move(router), hub, std::move(live), std::move(shortcut)),
          thread([this] { server.run(); }) {}
    ~RunningServer() {
        server.stop(std::chrono::milliseconds(100));
        thread.join();
    }
    unsigned short port() const { return server.port(); }

    live::Hub hub;
    http::Server server;
    std::thread thread;
};

}  // namespace samrad::test
