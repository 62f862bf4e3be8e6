// Searching among more answers than are walked through from the newest on.
#include <catch2/catch_test_macros.hpp>

#include "storage/reading.hpp"
#include "support/database.hpp"

using namespace samrad;

namespace {

struct Thousands {
    Thousands() {
        database.sql(
            "insert into accounts (name, email, confirmed_at) values ('Kari', 'kari@example.org', now());"
            "insert into units (name, kind, path) values ('Partiet', 'central', '{1}');"
            "insert into processes (unit_id, title, audience, created_by) values (1, 'P', 'public', 1);"
            "insert into consultations (process_id, title, opens_at, closes_at, purpose, erases_at, created_by) values "
            "(1, 'H', now(), now() + interval '1 day', 'P', now() + interval '2 days', 1);"
            "insert into form_revisions values (1, 1, '{}', 1);"
            // The first five have a word of their own, the first four are of two families, the last one is not sorted;
            // all that come after are one family of others.
            "insert into answers (consultation_id, revision, token_hash, state, receipt, search) select 1, 1, "
            "sha256(i::text::bytea), 'submitted', i, to_tsvector('norwegian', case when i <= 5 then 'undergangen' else "
            "'fergen' end) from generate_series(1, 3500) i;"
            "insert into answer_families (answer_id, consultation_id, family_id) select id, 1, case when id <= 2 then "
            "1 when id <= 4 then 3 else 6 end from answers where id <> 5;"
            "analyze");
    }
    std::vector<std::int64_t> list(const char* words, bool folded, std::int64_t after = 0, int limit = 40) {
        storage::Transaction tx(database.pool(), storage::Mode::read);
        storage::ReadingFilter filter;
        filter.search = words;
        filter.folded = folded;
        std::vector<std::int64_t> ids;
        for (const auto& item :
             storage::list_reading(tx, ConsultationId{1}, AccountId{1}, filter, AnswerId{after}, limit)) {
            ids.push_back(item.id.value);
        }
        return ids;
    }
    testing::Database database;
};

using Ids = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("What only the oldest of thousands say is found, half typed too, newest first and page by page") {
    Thousands all;
    CHECK(all.list("undergang", false) == Ids{5, 4, 3, 2, 1});
    CHECK(all.list("underg", false, 0, 2) == Ids{5, 4});
    CHECK(all.list("underg", false, 4, 2) == Ids{3, 2});
    CHECK(all.list("tunnel", false).empty());
    const auto many = all.list("ferge", false, 0, 3);
    CHECK(many == Ids{3500, 3499, 3498});
}

TEST_CASE(
    "Folded, each family is there by the first of it that matches, whether the newest are walked through or not") {
    Thousands all;
    CHECK(all.list("undergang", true) == Ids{5, 3, 1});
    CHECK(all.list("undergang", true, 5, 1) == Ids{3});
    CHECK(all.list("ferge", true) == Ids{6});
    CHECK(all.list("ferge", true, 3000) == Ids{6});
    CHECK(all.list("", true) == Ids{6, 5, 3, 1});
}
