// A document with very many comments.
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "support/party.hpp"

using namespace samrad;
using testing::Party;

TEST_CASE("Ten thousand comments page to the end by cursor, each once, in either order") {
    Party party;
    const auto document = party.document(party.process("public", "discussing"), "Første avsnitt.\n\nAndre avsnitt.\n");
    party.comment(party.member, document, "Den første", R"({"version":1,"block":"b1"})");
    party.world.database.sql("insert into comments (document_id, author_id, text) select " + document + ", " +
                             std::to_string(party.member.value) +
                             ", 'nummer ' || n from generate_series(1, 9999) n; analyze comments");
    const auto reader = party.world.browser();
    for (const char* sort : {"newest", "oldest"}) {
        std::set<std::string> seen;
        std::size_t listed = 0;
        std::string after;
        while (after != "null") {
            const auto page = reader.get("/api/documents/" + document + "/comments?limit=100&sort=" + sort +
                                         (after.empty() ? "" : "&after=" + after));
            REQUIRE(page.status == 200);
            REQUIRE(listed <= 10'000);
            for (std::size_t i = 0; i < page.size("items"); i += 33)
                seen.insert(page.at("items." + std::to_string(i) + ".id"));
            listed += page.size("items");
            after = page.at("next");
        }
        CHECK(listed == 10'000);
        CHECK(seen.size() == 400);
    }
    // Saving a version moves what hangs on the text and leaves the rest alone.
    CHECK(party.save(document, 1, "Nytt først.\n\nFørste avsnitt.\n\nAndre avsnitt.\n").status == 201);
    CHECK(reader.get("/api/documents/" + document + "/comments?block=b1").at("items.0.anchor.state") == "exact");
}
