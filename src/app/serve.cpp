#include "app/serve.hpp"

#include <sodium.h>

#include <csignal>
#include <iostream>
#include <thread>

#include "app/server_parts.hpp"
#include "base/log.hpp"
#include "http/server.hpp"
#include "storage/migrate.hpp"

namespace samrad::app {

namespace {

// The signals that end the server; blocked in every thread and waited for in one of its own.
sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGINT, SIGTERM}) sigaddset(&signals, number);
    return signals;
}

}  // namespace

int serve(const Config& config) {
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    try {
        if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
        if (!storage::is_migrated(config.database)) {
            throw std::runtime_error("the database is not up to date: run `samrad migrate` first");
        }
        ServerParts parts(config);
        log::info("serving", {{"address", config.address}, {"port", std::to_string(parts.server().port())}});
        std::jthread ending([&] {
            int number = 0;
            sigwait(&signals, &number);
            parts.server().stop();
        });
        parts.server().run();
        // Where run() returned by itself, the waiting thread is let go in the same way as by a signal.
        pthread_kill(ending.native_handle(), SIGTERM);
        ending.join();
        log::info("stopped");
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << "samrad: " << failure.what() << "\n";
        return 1;
    }
}

}  // namespace samrad::app
