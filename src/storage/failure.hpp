// What the database's failures mean to those above, who know no libpqxx.
#pragma once

#include "base/problem.hpp"

namespace samrad::storage {

// The database cannot be asked now.
Problem unavailable();

// To be called inside a catch block: turns the exception in flight into a problem. A Problem stays what it is; a lost
// or refused connection and a full disk are `unavailable`; anything else is logged (without values) and is `broken`.
Problem current_problem();

// To be called inside a catch block: whether doing the same work again may succeed and stores nothing twice
// (serialization failure, deadlock, a connection that was lost before the commit).
bool worth_another_try();

}  // namespace samrad::storage
