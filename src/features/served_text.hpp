// The reply with a text in it, kept beside the text.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "http/reply.hpp"

namespace samrad::features {

// A document of 250 kB is 0.4 MB of JSON, of which a few hundred bytes differ between readers and moments. That part
// is the head, and most readers of a moment have the same: they share one body, and from the second one on its
// compressed form. Thread-safe.
class ServedText {
public:
    // The body `{head…,rest…}`. `head` is a JSON object that is not empty; `rest` gives the members that depend on the
    // text alone, such as `"html":"…"`, and is called once.
    std::shared_ptr<const http::Body> body(const std::string& head, const std::function<std::string()>& rest);

private:
    std::mutex mutex_;
    std::string rest_;
    std::string head_;  // of last_
    std::shared_ptr<const http::Body> last_;
};

}  // namespace samrad::features
