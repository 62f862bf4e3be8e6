// What a browser knows about who uses it.
#pragma once

#include <optional>

#include "domain/account/account.hpp"
#include "features/json.hpp"
#include "features/perform.hpp"
#include "features/site.hpp"
#include "storage/standings.hpp"

namespace samrad::features {

// The `me` of the protocol for an account, or for nobody (a default id). Works inside any transaction.
boost::json::object me_json(storage::Transaction& tx, AccountId account, const http::Request& request,
                            const Site& site);

boost::json::object standing_json(const storage::NamedStanding& standing, const domain::Person& person);

// The language for somebody who is not signed in: the cookie `language` that our pages set, else the first of the
// browser's languages that we have, else Bokmål.
domain::Language language_of(const http::Request& request);

}  // namespace samrad::features
