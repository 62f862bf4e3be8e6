#include "features/served_text.hpp"

#include "http/gzip.hpp"

namespace samrad::features {

namespace {

// As when a reply is compressed for one reader: most of the gain for little of the time.
constexpr int level = 4;

std::string joined(const std::string& head, const std::string& rest) {
    std::string bytes;
    bytes.reserve(head.size() + rest.size() + 1);
    bytes.append(head, 0, head.size() - 1);
    bytes += ',';
    bytes += rest;
    bytes += '}';
    return bytes;
}

}  // namespace

std::shared_ptr<const http::Body> ServedText::body(const std::string& head, const std::function<std::string()>& rest) {
    const std::lock_guard lock(mutex_);
    if (rest_.empty()) rest_ = rest();
    if (!last_ || head != head_) {
        last_ = std::make_shared<const http::Body>(http::Body{joined(head, rest_), {}});
        head_ = head;
    } else if (last_->gzip.empty()) {
        last_ = std::make_shared<const http::Body>(http::Body{last_->plain, http::gzip(last_->plain, level)});
    }
    return last_;
}

}  // namespace samrad::features
