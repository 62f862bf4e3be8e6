// The frontend's built files, served from memory.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/reply.hpp"
#include "http/request.hpp"

namespace samrad::http {

// Reads every file below a folder once, at start, and zips it. Only names found then are served, so no path of a
// request ever reaches the file system. After construction it is read by many threads without locks.
class StaticFiles {
public:
    // An empty folder name serves nothing; a folder that is missing is logged and serves nothing.
    explicit StaticFiles(const std::string& folder);

    // The file for "/assets/<name>", in Brotli where <name>.br lay beside it and the client takes it.
    std::optional<Reply> find(const Request& request) const;

private:
    struct File {
        Reply reply;
        std::shared_ptr<const Body> brotli;  // null where there is none
    };
    std::unordered_map<std::string, File> files_;  // by path: "/assets/app-3f9c2b1a.js"
};

}  // namespace samrad::http
