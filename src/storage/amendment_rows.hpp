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

}  // namespace samrad::storage
