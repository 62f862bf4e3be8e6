// Who may listen to what, asked at the start and again while a page is open.
#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <string>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/permission/permission.hpp"
#include "live/hub.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// Who is behind a socket. The hub knows the base; this is what the rights are asked with.
struct LiveListener : live::Listener {
    AccountId account;
    SessionId session;
    std::atomic<bool> sees_names = false;  // has a standing; check_rights() sets it anew
    // How often it may yet begin to listen: each time costs a look at what was missed. Its own messages alone, which
    // come one after the other, touch these.
    double listens_left = most_listens;
    std::chrono::steady_clock::time_point listens_counted = std::chrono::steady_clock::now();
    static constexpr double most_listens = 40;  // at once, and as many again a minute
};

// Topics are "document:5", "process:2", "consultation:4", "account:7". Nothing for any other text.
struct ParsedTopic {
    enum class Noun { document, process, consultation, account } noun;
    std::int64_t id;
};
std::optional<ParsedTopic> parse_topic(std::string_view topic);

// The scope that a document's, process's or consultation's topic stands under; nothing where the thing does not exist.
std::optional<domain::Scope> scope_of_topic(storage::Transaction& tx, const ParsedTopic& topic, Time now);

// Whether the actor may hear a topic of that scope: who may read it; of a consultation, whose news are those of its
// answers, editors and moderators.
bool may_hear(const domain::Actor& actor, const ParsedTopic& topic, const domain::Scope& scope);

bool may_listen(storage::Transaction& tx, const domain::Actor& actor, std::string_view topic, Time now);

// Takes from every open socket what its reader may not hear any more: {"t":"refused"} and the end of the subscription;
// sockets whose session has ended are closed with 4001, and who has no standing any more sees names no longer. One
// query for all sessions, one for all accounts, one for each topic.
void check_rights(storage::Transaction& tx, live::Hub& hub, Time now);

}  // namespace samrad::features
