#include "app/metrics.hpp"

#include <unistd.h>

#include <fstream>

#include "base/problem.hpp"

namespace samrad::app {

namespace {

// Resident memory in bytes; 0 where the system does not tell (proc(5), statm: the second number, in pages).
long long resident_bytes() {
    std::ifstream file("/proc/self/statm");
    long long all = 0, resident = 0;
    file >> all >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

}  // namespace

std::string metrics(const http::Server& server, const live::Hub& hub, const storage::Pool& pool) {
    std::string text;
    const auto add = [&](const std::string& name, const std::string& labels, auto value) {
        text += "samrad_" + name + labels + " " + std::to_string(value) + "\n";
    };
    const auto kind = [&](const std::string& name, const char* type) {
        text += "# TYPE samrad_" + name + " " + type + "\n";
    };
    kind("requests_total", "counter");
    const auto answered = server.answered();
    for (std::size_t i = 0; i < answered.size(); ++i) {
        add("requests_total", "{status=\"" + std::to_string(i + 1) + "xx\"}", answered[i]);
    }
    kind("sockets", "gauge");
    add("sockets", "", hub.subscriber_count());
    kind("topics", "gauge");
    add("topics", "", hub.topics().size());
    const auto use = pool.use();
    kind("database_connections_busy", "gauge");
    add("database_connections_busy", "", use.busy);
    kind("database_connections_max", "gauge");
    add("database_connections_max", "", use.size);
    kind("resident_bytes", "gauge");
    add("resident_bytes", "", resident_bytes());
    return text;
}

http::Reply metrics_reply(const http::Request& request, const std::string& text) {
    const bool is_here = request.remote_address.starts_with("127.") || request.remote_address == "::1";
    if (!is_here || request.header("x-forwarded-for") || request.header("forwarded")) return http::reply_of(missing());
    auto reply = http::Reply::text(text);
    reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
    return reply;
}

}  // namespace samrad::app
