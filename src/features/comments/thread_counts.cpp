#include "features/comments/thread_counts.hpp"

#include "features/texts.hpp"

namespace samrad::features {

namespace {
// A count takes about 100 kB for 2,000 blocks. Documents beyond this many are few and counted anew.
constexpr std::size_t most_documents = 64;

std::string written(const std::map<int, int>& threads) {
    std::string json = "{";
    for (const auto& [block, count] : threads) {
        if (json.size() > 1) json += ',';
        json += '"' + block_name(block) + "\":" + std::to_string(count);
    }
    return json + '}';
}

}  // namespace

std::shared_ptr<const std::string> ThreadCounts::get(storage::Transaction& tx, DocumentId document, int head,
                                                     std::int64_t event) {
    {
        const std::lock_guard lock(mutex_);
        const auto known = documents_.find(document);
        if (known != documents_.end() && known->second.head == head && known->second.event == event) {
            return known->second.counts;
        }
    }
    auto counts = std::make_shared<const std::string>(written(storage::threads_by_block(tx, document)));
    const std::lock_guard lock(mutex_);
    if (documents_.size() >= most_documents && !documents_.contains(document)) documents_.clear();
    documents_.insert_or_assign(document, Counted{head, event, counts});
    return counts;
}

}  // namespace samrad::features
