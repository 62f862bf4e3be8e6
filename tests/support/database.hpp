// A fresh database with the whole schema for each test that wants one.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "storage/pool.hpp"

namespace samrad::testing {

// Made on the server that SAMRAD_TEST_DATABASE_URL names and dropped at the end. Without that variable the test is
// skipped. The schema is built once for each test binary, as a template that is copied (about 50 ms).
class Database {
public:
    Database();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // Connections under the server's own role, as in production: what is append only is so here too.
    storage::Pool& pool() { return *pool_; }
    // Of this database, as the owner of the tables.
    const std::string& address() const { return address_; }

    // Runs statements as the owner, outside any transaction under test.
    void sql(std::string_view statements);
    // The first column of the first row as a text; "" where it is null or there is no row.
    std::string value(std::string_view query);
    // The same, as a whole number.
    long long number(std::string_view query);

private:
    std::string name_;
    std::string address_;
    std::unique_ptr<storage::Pool> pool_;
    std::unique_ptr<storage::Pool> owner_;
};

}  // namespace samrad::testing
