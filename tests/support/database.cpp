#include "support/database.hpp"

#include <libpq-fe.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <pqxx/pqxx>
#include <stdexcept>

#include "storage/migrate.hpp"

namespace samrad::testing {

namespace {

std::string in_quotes(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    return out + "'";
}

// The address of another database on the same server. An address may be a URL or a list of key=value.
std::string with_database(const std::string& address, const std::string& name) {
    char* failure = nullptr;
    PQconninfoOption* const options = PQconninfoParse(address.c_str(), &failure);
    if (!options)
        throw std::runtime_error("SAMRAD_TEST_DATABASE_URL: " + std::string(failure ? failure : "unreadable"));
    std::string out = "dbname=" + in_quotes(name);
    for (const auto* option = options; option->keyword; ++option) {
        if (!option->val || std::string_view(option->keyword) == "dbname") continue;
        out += " " + std::string(option->keyword) + "=" + in_quotes(option->val);
    }
    PQconninfoFree(options);
    return out;
}

// The template that all databases of this process are copied from, and the connection that copies and drops them.
class Quarry {
public:
    static Quarry& of(const std::string& address) {
        static Quarry quarry(address);
        return quarry;
    }
    ~Quarry() {
        try {
            drop(template_);
        } catch (const std::exception&) {  // the server is gone, and the database with it
        }
    }
    std::string copy() {
        const std::string name = prefix_ + std::to_string(++copies_);
        run("create database " + name + " template " + template_);
        return name;
    }
    void drop(const std::string& name) { run("drop database if exists " + name + " with (force)"); }

private:
    explicit Quarry(const std::string& address)
        : connection_(address),
          prefix_("samrad_test_" + std::to_string(getpid()) + "_"),
          template_(prefix_ + "template") {
        run("set client_min_messages = warning");
        drop(template_);
        run("create database " + template_);
        storage::migrate(with_database(address, template_));
    }
    void run(const std::string& statement) {
        pqxx::nontransaction work{connection_};
        work.exec(statement);
    }

    pqxx::connection connection_;
    std::string prefix_;
    std::string template_;
    int copies_ = 0;
};

const char* server_address() { return std::getenv("SAMRAD_TEST_DATABASE_URL"); }

}  // namespace

Database::Database() {
    if (!server_address()) SKIP("SAMRAD_TEST_DATABASE_URL is not set: this test needs a PostgreSQL");
    name_ = Quarry::of(server_address()).copy();
    address_ = with_database(server_address(), name_);
    pool_ = std::make_unique<storage::Pool>(address_, 8);
    owner_ = std::make_unique<storage::Pool>(address_, 1, storage::As::owner);
}

Database::~Database() {
    pool_.reset();
    owner_.reset();
    try {
        Quarry::of(server_address()).drop(name_);
    } catch (const std::exception& failure) {
        WARN("the test's database could not be dropped: " << failure.what());
    }
}

void Database::sql(std::string_view statements) {
    storage::Transaction tx(*owner_, storage::Mode::write);
    tx.sql().exec(statements).no_rows();
    tx.commit();
}

std::string Database::value(std::string_view query) {
    storage::Transaction tx(*owner_, storage::Mode::write);
    const pqxx::result rows = tx.sql().exec(query);
    const std::string found = rows.empty() || rows[0][0].is_null() ? "" : rows[0][0].as<std::string>();
    tx.commit();
    return found;
}

long long Database::number(std::string_view query) { return std::stoll(value(query)); }

}  // namespace samrad::testing
