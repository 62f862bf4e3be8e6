// How many open threads hang on each block of a document, counted once per state of the document: the first page of
// comments shows them all, and counting goes through every anchor.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/id.hpp"
#include "storage/comments.hpp"

namespace samrad::features {

// Every act that changes a count appends an event to the document's topic or makes a version, so what was counted under
// an event's number and a head holds as long as these two do. Thread-safe.
class ThreadCounts {
public:
    // {"b17":3,…}, as JSON: open threads by block. Counts by `tx` where `head` or `event` differ from those of the last
    // time. The caller has read them before, so that a count can only be newer than they say.
    std::shared_ptr<const std::string> get(storage::Transaction& tx, DocumentId document, int head, std::int64_t event);

private:
    struct Counted {
        int head;
        std::int64_t event;
        std::shared_ptr<const std::string> counts;
    };
    std::mutex mutex_;
    std::map<DocumentId, Counted> documents_;
};

}  // namespace samrad::features
