#include "storage/failure.hpp"

#include <pqxx/pqxx>

#include "base/log.hpp"

namespace samrad::storage {

namespace {

// Classes of SQLSTATE after appendix A of PostgreSQL's manual: 08 connection, 53 resources, 57P operator's
// intervention, 58 system error (a full or failing disk).
bool is_outage(std::string_view sqlstate) {
    return sqlstate.starts_with("08") || sqlstate.starts_with("53") || sqlstate.starts_with("57P") ||
           sqlstate.starts_with("58") || sqlstate == "55P03" || sqlstate == "57014";
}

}  // namespace

Problem unavailable() { return {Kind::unavailable, "database.unavailable", {}, {}, 2}; }

Problem current_problem() {
    try {
        throw;
    } catch (const Problem& problem) {
        return problem;
    } catch (const pqxx::broken_connection&) {
        return unavailable();
    } catch (const pqxx::in_doubt_error&) {
        return unavailable();
    } catch (const pqxx::sql_error& failure) {
        log::error("database.error", {{"sqlstate", failure.sqlstate()}, {"reason", failure.what()}});
        if (is_outage(failure.sqlstate())) return unavailable();
        return {Kind::broken, "broken", {}, {}, 0};
    } catch (const std::exception& failure) {
        log::error("failure", {{"reason", failure.what()}});
        return {Kind::broken, "broken", {}, {}, 0};
    }
}

bool worth_another_try() {
    try {
        throw;
    } catch (const pqxx::broken_connection&) {
        return true;  // lost before the commit: nothing was stored (a loss during the commit is an in_doubt_error)
    } catch (const pqxx::sql_error& failure) {
        return failure.sqlstate() == "40001" || failure.sqlstate() == "40P01";
    } catch (...) {
        return false;
    }
}

}  // namespace samrad::storage
