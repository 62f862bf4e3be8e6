// All long-lived objects of a running server, in the order in which they depend on each other.
#pragma once

#include <memory>

#include "app/config.hpp"

namespace samrad::http {
class Server;
}

namespace samrad::app {

// Constructed, the server is bound to its port and everything beside it runs; destroyed, all of it has stopped. Throws
// std::exception with a sentence for people where something is missing.
class ServerParts {
public:
    explicit ServerParts(const Config& config);
    ~ServerParts();
    http::Server& server();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrad::app
