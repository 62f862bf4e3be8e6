// Themes and marks, as they are kept.
#include "storage/marks.hpp"

#include <catch2/catch_test_macros.hpp>

#include "storage/themes.hpp"
#include "support/database.hpp"

using namespace samrad;

namespace {

struct Room {
    Room() {
        database.sql(
            "insert into accounts (name, email, confirmed_at) values ('Kari', 'kari@example.org', now()), "
            "('Ola', 'ola@example.org', now()), ('Anne', 'anne@example.org', now());"
            "insert into units (name, kind, path) values ('Partiet', 'central', '{1}');"
            "insert into processes (unit_id, title, audience, created_by) values (1, 'P', 'public', 1);"
            "insert into consultations (process_id, title, opens_at, closes_at, purpose, erases_at, created_by) values "
            "(1, 'H', now(), now() + interval '1 day', 'P', now() + interval '2 days', 1);"
            "insert into form_revisions values (1, 1, '{}', 1);"
            "insert into answers (consultation_id, revision, token_hash, state, receipt) values (1, 1, '1', "
            "'submitted', 1), (1, 1, '2', 'submitted', 2)");
    }
    storage::Transaction begin() { return {database.pool(), storage::Mode::write}; }
    ThemeId theme(storage::Transaction& tx, const char* title, std::optional<ThemeId> parent = std::nullopt) {
        return storage::add_theme(tx, ConsultationId{1}, parent, title, AccountId{1});
    }
    static MarkId mark(storage::Transaction& tx, int answer, int reader, ThemeId theme, int first,
                       const char* text = "skoleveien er utrygg") {
        domain::Mark one;
        one.answer = AnswerId{answer};
        one.passage = {"tekst", first, first + 10};
        one.theme = theme;
        one.reader = AccountId{reader};
        return storage::add_mark(tx, one, text);
    }
    testing::Database database;
};

}  // namespace

TEST_CASE("A theme that is merged leaves its marks and the themes below it to the other") {
    Room room;
    auto tx = room.begin();
    const auto roads = room.theme(tx, "Veier"), light = room.theme(tx, "Lys"), lamps = room.theme(tx, "Lamper", light);
    Room::mark(tx, 1, 1, light, 0);
    Room::mark(tx, 1, 1, roads, 0);  // the same passage by the same reader: stays once
    Room::mark(tx, 1, 2, light, 0);
    Room::mark(tx, 2, 1, light, 5);
    storage::merge_theme(tx, light, roads);
    const auto counts = storage::count_themes(tx, ConsultationId{1}, AccountId{3});
    CHECK(counts.at(roads).answers == 2);
    CHECK(counts.at(roads).marks == 3);
    CHECK(!counts.contains(light));
    CHECK(storage::find_theme(tx, lamps)->parent == roads);
    CHECK(storage::find_theme(tx, light)->merged_into == roads);
    CHECK(storage::themes_of(tx, ConsultationId{1}).size() == 2);
}

TEST_CASE("A theme moves in front of another, or last under another one") {
    Room room;
    auto tx = room.begin();
    const auto a = room.theme(tx, "A"), b = room.theme(tx, "B"), c = room.theme(tx, "C");
    const auto order = [&] {
        std::string titles;
        for (const auto& one : domain::in_tree_order(storage::themes_of(tx, ConsultationId{1}))) titles += one.title;
        return titles;
    };
    CHECK(order() == "ABC");
    storage::move_theme(tx, *storage::find_theme(tx, c), std::nullopt, a);
    CHECK(order() == "CAB");
    storage::move_theme(tx, *storage::find_theme(tx, c), std::nullopt, std::nullopt);
    CHECK(order() == "ABC");
    storage::move_theme(tx, *storage::find_theme(tx, a), b, std::nullopt);
    CHECK(order() == "BAC");
    CHECK(storage::find_theme(tx, a)->parent == b);
}

TEST_CASE("Two readers of a sample are not shown each other's marks before both are done; all others are") {
    Room room;
    room.database.sql(
        "insert into samples (consultation_id, first_reader, second_reader, created_by) values (1, 1, 2, 3);"
        "insert into sample_answers values (1, 1)");
    auto tx = room.begin();
    const auto theme = room.theme(tx, "Veier");
    Room::mark(tx, 1, 1, theme, 0);
    Room::mark(tx, 1, 2, theme, 0);
    Room::mark(tx, 2, 2, theme, 0);
    const auto seen = [&](int answer, int viewer) {
        return storage::marks_of(tx, AnswerId{answer}, AccountId{viewer}).size();
    };
    const auto like = [&](int viewer) {
        return storage::marks_like(tx, ConsultationId{1}, AccountId{viewer}, {"skolevei"}, AnswerId{2}, 10).size();
    };
    CHECK(seen(1, 1) == 1);
    CHECK(seen(1, 2) == 1);
    CHECK(seen(1, 3) == 2);
    CHECK(seen(2, 1) == 1);  // was not drawn
    CHECK(like(1) == 1);
    CHECK(like(3) == 2);
    CHECK(storage::count_themes(tx, ConsultationId{1}, AccountId{1}).at(theme).marks == 2);
    tx.commit();
    room.database.sql("update samples set first_done_at = now()");
    auto after = room.begin();
    CHECK(storage::marks_of(after, AnswerId{1}, AccountId{1}).size() == 1);
    room.database.sql("update samples set second_done_at = now()");
    CHECK(storage::marks_of(after, AnswerId{1}, AccountId{1}).size() == 2);
}

TEST_CASE("Who takes an answer back takes every word of it back, marked or redacted; erasure keeps marks as numbers") {
    Room room;
    {
        auto tx = room.begin();
        Room::mark(tx, 1, 1, room.theme(tx, "Veier"), 0);
        Room::mark(tx, 2, 1, ThemeId{1}, 0);
        tx.commit();
    }
    room.database.sql(
        "insert into redactions (answer_id, field, first, past, reason, author_id) select id, 'q', 0, 1, 'Navn', 1 "
        "from answers; update answers set shown = '{}';"
        "insert into answer_families values (1, 1, 1, true, '\\x01'), (2, 1, 2, true, '\\x01');"
        "update answers set state = 'withdrawn' where id = 1; update answers set state = 'erased' where id = 2");
    CHECK(room.database.number("select count(*) from redactions") == 0);
    CHECK(room.database.number("select count(*) from answer_families") == 0);
    CHECK(room.database.number("select count(*) from answers where shown is not null") == 0);
    CHECK(room.database.value("select string_agg(answer_id::text, ',') from marks where stems is null") == "2");
    CHECK(room.database.number("select count(*) from marks") == 1);
}

TEST_CASE("What one types into the search box is asked by stems, with the last word perhaps half typed") {
    Room room;
    const auto finds = [&](const char* words, const char* text) {
        return room.database.value(std::string("select (to_tsvector('norwegian', '") + text +
                                   "') || to_tsvector('english', '" + text + "')) @@ answer_query('" + words + "')") ==
               "t";
    };
    CHECK(finds("skolevei", "På skoleveien"));
    CHECK(finds("skoleve", "På skoleveien"));
    CHECK(!finds("skol bussen", "På skoleveien med buss"));  // only the last word may be half typed
    CHECK(finds("skol* bussen", "På skoleveien med buss"));
    CHECK(finds("schools", "Every school"));
    CHECK(!finds("ferge -buss", "ferge og buss"));
    CHECK(finds("ferge -buss", "ferge og bil"));
    CHECK(finds("\"lavere fart\"", "Gi oss lavere fart"));
    CHECK(!finds("\"lavere fart\"", "En fart som er lavere enn nå"));
    for (const char* odd : {"", "\"", "-", "%_%", ":*&|!()<->", "\\", "((((", "-\"\"", "* * *"}) {
        INFO(odd);
        CHECK(!finds(odd, "tekst"));
    }
    CHECK(!finds(std::string(5000, 'a').c_str(), "tekst"));
}
