// Rows of amendments as values: what the files of amendments.hpp share.
#pragma once

#include <string>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "storage/pool.hpp"

namespace pqxx {
class params;
}

namespace samrad::storage {

// `condition` follows the tables: a is the amendment, p its process, u the unit that sponsors it, w its last wording
// where it was said anew, k its supporters as its process counts them.
std::vector<domain::Amendment> load_amendments(Transaction& tx, const std::string& condition,
                                               const pqxx::params& params);

// Amendments a that are an account's own, or of a unit for which it speaks: "$1" names the account, "$2" the units that
// it speaks for. What it wrote for a unit is its own while it speaks for that or one above.
std::string own_amendments(const std::string& account, const std::string& units);

}  // namespace samrad::storage
