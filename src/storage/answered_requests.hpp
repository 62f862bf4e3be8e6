// Idempotency: a create that comes again gets its first answer again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "storage/pool.hpp"

namespace samrad::storage {

struct AnsweredRequest {
    std::string fingerprint;
    int status = 0;
    std::string reply;
};

// Claims a key in the transaction of the act. Nothing: the key is new, go on and call answer(). Otherwise: the answer
// that the request got before. Two requests with one key at once: the second waits for the first one's commit.
std::optional<AnsweredRequest> claim_key(Transaction& tx, std::string_view scope, std::string_view key,
                                         std::string_view fingerprint);
void store_answer(Transaction& tx, std::string_view scope, std::string_view key, int status, std::string_view reply);

// Forgets answers that are older than a day; returns how many.
long forget_old_answers(Transaction& tx);

}  // namespace samrad::storage
