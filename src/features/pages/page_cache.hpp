// Public pages as they were last made, for readers who are not signed in.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "http/reply.hpp"
#include "http/request.hpp"

namespace samrad::features {

// Thread-safe. A page is served from here until something it shows has news, or its time is over.
class PageCache {
public:
    PageCache();
    ~PageCache();

    // The page for a request of somebody who is not signed in, or nothing. Never blocks for long: called on the
    // sockets' thread.
    std::optional<http::Reply> find(const http::Request& request) const;

    // To be taken before the page's data are read, and handed to put() with the page: if any of its topics had news in
    // between, the page is not kept.
    std::uint64_t begin() const;
    // Keeps a page until a topic it shows has news, and at most until `until`. The reply gets an ETag and a gzip form.
    void put(std::uint64_t begun, const http::Request& request, http::Reply& reply,
             const std::vector<std::string>& topics, Time until);
    // Something under this topic changed.
    void drop(const std::string& topic);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrad::features
