#include "features/pages/page_cache.hpp"

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "features/me.hpp"
#include "features/perform.hpp"
#include "features/tokens.hpp"
#include "http/gzip.hpp"

namespace samrad::features {

namespace {

struct Page {
    http::Reply reply;
    std::vector<std::string> topics;
    Time until;
};

constexpr std::size_t most_pages = 500;
constexpr std::size_t most_bytes = 128 << 20;

// What a page depends on, apart from its data. No page that is kept reads the query: one that did would be kept once
// for everything that somebody thinks of.
std::string key_of(const http::Request& request) {
    return std::string(name_of(language_of(request))) + " " + request.path;
}

}  // namespace

struct PageCache::Inside {
    mutable std::shared_mutex mutex;
    std::unordered_map<std::string, Page> pages;
    std::size_t bytes = 0;                                  // of all since it was last emptied
    std::uint64_t news = 1;                                 // counts every drop
    std::unordered_map<std::string, std::uint64_t> latest;  // the count at a topic's last drop
};

PageCache::PageCache() : inside_(std::make_unique<Inside>()) {}
PageCache::~PageCache() = default;

std::optional<http::Reply> PageCache::find(const http::Request& request) const {
    if (request.cookie(session_cookie)) return std::nullopt;
    const std::shared_lock lock(inside_->mutex);
    const auto page = inside_->pages.find(key_of(request));
    if (page == inside_->pages.end() || page->second.until <= now()) return std::nullopt;
    return page->second.reply;
}

std::uint64_t PageCache::begin() const {
    const std::shared_lock lock(inside_->mutex);
    return inside_->news;
}

void PageCache::put(std::uint64_t begun, const http::Request& request, http::Reply& reply,
                    const std::vector<std::string>& topics, Time until) {
    auto body = std::make_shared<http::Body>(*reply.body);
    if (body->gzip.empty()) body->gzip = http::gzip(body->plain, 6);
    reply.body = std::move(body);
    reply.headers.emplace_back("etag", "\"" + fingerprint_of(reply.body->plain).substr(0, 32) + "\"");
    const std::unique_lock lock(inside_->mutex);
    for (const auto& topic : topics) {
        const auto found = inside_->latest.find(topic);
        if (found != inside_->latest.end() && found->second > begun) return;
    }
    const auto size = reply.body->plain.size() + reply.body->gzip.size();
    if (inside_->pages.size() >= most_pages || inside_->bytes + size > most_bytes) {
        inside_->pages.clear();
        inside_->bytes = 0;
    }
    inside_->bytes += size;
    inside_->pages[key_of(request)] = {reply, topics, until};
}

void PageCache::drop(const std::string& topic) {
    const std::unique_lock lock(inside_->mutex);
    if (inside_->latest.size() > 100'000) inside_->latest.clear();
    inside_->latest[topic] = ++inside_->news;
    std::erase_if(inside_->pages, [&](const auto& entry) {
        const auto& topics = entry.second.topics;
        return std::find(topics.begin(), topics.end(), topic) != topics.end();
    });
}

}  // namespace samrad::features
