// What the schema itself refuses, whoever asks.
#include <catch2/catch_test_macros.hpp>
#include <pqxx/pqxx>

#include "storage/ballots.hpp"
#include "storage/votes.hpp"
#include "support/database.hpp"

using namespace samrad;

namespace {

struct Room {
    Room() {
        database.sql(
            "insert into accounts (name, email, confirmed_at) values ('Kari', 'kari@example.org', now()), "
            "('Ola', 'ola@example.org', now()), ('Ubekreftet', 'u@example.org', null);"
            "insert into units (name, kind, path) values ('Partiet', 'central', '{1}');"
            "insert into standings (account_id, unit_id, role) values (1, 1, 'member'), (2, 1, 'member'), "
            "(3, 1, 'member');"
            "insert into processes (unit_id, title, audience, created_by) values (1, 'P', 'public', 1)");
        storage::Transaction tx(database.pool(), storage::Mode::write);
        domain::BallotRules rules;
        rules.question = "Vedtas?";
        rules.units = {UnitId{1}};
        ballot = storage::add_ballot(tx, ProcessId{1}, rules, AccountId{1});
        tx.commit();
    }
    void open() {
        storage::Transaction tx(database.pool(), storage::Mode::write);
        storage::open_ballot(tx, ballot);
        tx.commit();
    }
    void close() {
        storage::Transaction tx(database.pool(), storage::Mode::write);
        storage::close_ballot(tx, storage::lock_ballot(tx, ballot).value());
        tx.commit();
    }
    // Whether the server's own role is refused.
    bool refused(const std::string& statement) {
        storage::Transaction tx(database.pool(), storage::Mode::write);
        try {
            tx.sql().exec(statement);
        } catch (const pqxx::sql_error&) {
            return true;
        }
        return false;
    }

    testing::Database database;
    BallotId ballot;
};

}  // namespace

TEST_CASE("Not one rule of an open ballot can be written, even by a server that tries") {
    Room room;
    room.open();
    for (const char* setting :
         {"question = 'Annet?'", "description = 'Mer'", "kind = 'options'", "disclosure = 'named'",
          "results_visible = 'always'", "admits_participants = true", "opens_at = now()",
          "closes_at = now() + interval '1 day'", "opened_at = now() - interval '1 day'", "electorate_size = 7",
          "created_by = 2", "state = 'draft', opened_at = null"}) {
        INFO(setting);
        CHECK(room.refused(std::string("update ballots set ") + setting));
    }
    CHECK(room.refused("insert into choices (ballot_id, ordinal, label) values (1, 4, 'Kanskje')"));
    CHECK(room.refused("update choices set label = 'for all'"));
    CHECK(room.refused("delete from choices"));
    CHECK(room.refused("delete from ballot_units"));
    CHECK(room.refused("insert into electorate values (1, 3)"));
    CHECK(room.refused("delete from electorate"));
    CHECK(room.refused("delete from ballots"));
}

TEST_CASE("A vote can be neither changed nor taken away, and comes only while the ballot is open") {
    Room room;
    const char* vote =
        "insert into votes (ballot_id, account_id, turn, electorate, choice_id) values (1, 1, 1, 'members', 1)";
    CHECK(room.refused(vote));
    room.open();
    CHECK_FALSE(room.refused(vote));
    room.database.sql(vote);
    CHECK(room.refused("update votes set choice_id = 2"));
    CHECK(room.refused("delete from votes"));
    room.close();
    CHECK(
        room.refused("insert into votes (ballot_id, account_id, turn, electorate, choice_id) "
                     "values (1, 2, 1, 'members', 1)"));
}

TEST_CASE("A closed ballot and its result stay as they are") {
    Room room;
    room.open();
    room.close();
    CHECK(room.database.number("select count(*) from tallies") == 6);
    CHECK(room.refused("update ballots set state = 'open', closed_at = null"));
    CHECK(room.refused("update ballots set voted_members = voted_members + 1"));
    CHECK(room.refused("update tallies set votes = votes + 1"));
    CHECK(room.refused("delete from tallies"));
    CHECK(room.refused("insert into tallies values (1, 'members', 1, 5)"));
}

TEST_CASE("The electorate is every confirmed member once, of units below as well, also of 100,000") {
    Room room;
    room.database.sql(
        "insert into units (name, kind, parent_id, path) values ('Bydelen', 'branch', 1, '{1,2}');"
        "insert into accounts (name, email, confirmed_at) select 'N', 'n' || i || '@example.org', now() "
        "from generate_series(1, 100000) i;"
        "insert into standings (account_id, unit_id, role) select id, 2, 'member' from accounts;"
        "insert into standings (account_id, unit_id, role, starts_at, ends_at) "
        "select id, 1, 'member', now() - interval '2 days', now() - interval '1 day' from accounts");
    room.open();
    storage::Transaction tx(room.database.pool(), storage::Mode::read);
    CHECK(storage::find_ballot(tx, room.ballot)->electorate_size == 100002);
    CHECK(room.database.number("select count(distinct account_id) from electorate") == 100002);
}
