// Sessions, and who acts through them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/permission/permission.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct SessionActor {
    SessionId session;
    domain::Actor actor;
};

// Who acts through a session, with the standings in force now. Nothing where the session is unknown, ended or expired.
// `token_hash` is 32 raw bytes.
std::optional<SessionActor> find_actor(Transaction& tx, const std::string& token_hash);

// The standings in force now, for each of the accounts (the live check asks for many at once); unknown accounts are
// left out.
std::vector<domain::Actor> find_actors(Transaction& tx, const std::vector<AccountId>& accounts);

// Of the given sessions, those that are still alive.
std::vector<SessionId> alive_sessions(Transaction& tx, const std::vector<SessionId>& sessions);

SessionId add_session(Transaction& tx, AccountId account, const std::string& token_hash, Time expires);
void end_session(Transaction& tx, SessionId session);
// Ends every session of the account.
void end_sessions(Transaction& tx, AccountId account);

}  // namespace samrad::storage
