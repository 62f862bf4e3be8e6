// Routes that say what they were asked, and requests as they stand on the wire.
#pragma once

#include <stdexcept>
#include <string>

#include "http/router.hpp"

namespace samrad::test {

using http::Reply;
using http::Request;
using http::Router;
using http::Verb;

inline Router echo() {
    Router router;
    router.add({Verb::get, "/path/{rest...}", [](const Request& r) { return Reply::text(r.path); }});
    router.add({Verb::get, "/n/{n}", [](const Request& r) { return Reply::text(r.arguments.at("n")); }});
    router.add({Verb::post, "/body", [](const Request& r) { return Reply::text(r.body); }, http::Lane::work, 100});
    router.add({Verb::post, "/trailer",
                [](const Request& r) { return Reply::text(r.header("x-late") ? "header" : "dropped"); }});
    router.add({Verb::get, "/address", [](const Request& r) { return Reply::text(r.remote_address); }});
    router.add({Verb::get, "/throws", [](const Request&) -> Reply { throw std::runtime_error("the inside"); }});
    router.add({Verb::get, "/refuses", [](const Request&) -> Reply { throw missing("document.missing"); }});
    router.add({Verb::get, "/big", [](const Request&) { return Reply::text(std::string(4 << 20, 'b')); }});
    router.add({Verb::get, "/file", [](const Request&) {
                    auto file = std::make_shared<ScratchFile>();
                    for (char c = 'a'; c <= 'h'; ++c) file->append(std::string(1 << 20, c));
                    Reply reply;
                    reply.content_type = "text/csv";
                    reply.file = std::move(file);
                    return reply;
                }});
    return router;
}

inline std::string get(const std::string& path, const std::string& lines = "") {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
}
inline std::string post(const std::string& path, const std::string& body) {
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           body;
}
inline std::string chunked(const std::string& path, const std::string& chunks) {
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
}

}  // namespace samrad::test
