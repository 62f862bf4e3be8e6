#include "storage/migrate.hpp"

#include <pqxx/pqxx>
#include <stdexcept>

namespace samrad::storage {

namespace {

// Any number will do, so long as every process takes the same.
constexpr const char* lock = "select pg_advisory_lock(7200100)";

bool applied(pqxx::transaction_base& work, const std::string& name) {
    return work.query_value<bool>("select exists (select from migrations where name = $1)", pqxx::params{name});
}

}  // namespace

std::vector<std::string> migrate(const std::string& address) {
    pqxx::connection connection{address};
    {
        pqxx::nontransaction setup{connection};
        setup.exec("set client_min_messages = warning");
        setup.exec(lock);
        setup.exec(
            "create table if not exists migrations (name text primary key, at timestamptz not null default now())");
    }
    std::vector<std::string> done;
    for (const Migration& migration : migrations()) {
        pqxx::work work{connection};
        if (applied(work, migration.name)) continue;
        try {
            work.exec(migration.sql);
            work.exec("insert into migrations (name) values ($1)", pqxx::params{migration.name});
            work.commit();
        } catch (const pqxx::sql_error& failure) {
            throw std::runtime_error("migration " + migration.name + ": " + failure.what());
        }
        done.push_back(migration.name);
    }
    return done;
}

bool is_migrated(const std::string& address) {
    pqxx::connection connection{address};
    pqxx::nontransaction work{connection};
    if (!work.query_value<bool>("select to_regclass('migrations') is not null")) return false;
    for (const Migration& migration : migrations()) {
        if (!applied(work, migration.name)) return false;
    }
    return true;
}

}  // namespace samrad::storage
