// Brings the schema up to date.
#pragma once

#include <string>
#include <vector>

namespace samrad::storage {

struct Migration {
    std::string name;  // "004_documents"
    std::string sql;
};

// All migrations in their order; they lie in schema/migrations and are built into the program.
const std::vector<Migration>& migrations();

// Applies what is not there yet, each in a transaction of its own, under a lock that lets one process migrate at a
// time. Returns the names of what was applied. Throws std::runtime_error with the migration's name where one fails: the
// schema then stands as the one before left it.
std::vector<std::string> migrate(const std::string& address);

// Whether every migration of this program is applied.
bool is_migrated(const std::string& address);

}  // namespace samrad::storage
