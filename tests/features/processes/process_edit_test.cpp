// What editors of a process write, several of them at a time.
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <thread>
#include <vector>

#include "support/party.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Party;

namespace {

struct Office {
    Party party;
    std::string process = party.process("public", "voting");
    std::string place = "/api/processes/" + process;
    testing::Browser editor = party.world.signed_in(party.editor);

    // Its one stage, begun or not yet.
    std::string stages(const Answer& seen, const std::string& starts) {
        return R"("stages":[{"id":)" + seen.at("stages.0.id") + R"(,"title":"Votering","kind":"voting","starts":)" +
               starts + "}]";
    }
    Answer save(const Answer& seen, const std::string& body) {
        return editor.patch(place, R"({"seen":")" + seen.at("fingerprint") + "\"," + body + "}");
    }
};

}  // namespace

TEST_CASE("A form that was opened before a colleague began a stage does not undo that stage") {
    Office all;
    REQUIRE(all.save(all.editor.get(all.place), all.stages(all.editor.get(all.place), "null")).status == 200);
    const auto seen = all.editor.get(all.place);
    REQUIRE(all.editor.post(all.place + "/stage", R"({"stage":)" + seen.at("stages.0.id") + "}").status == 200);
    const auto refused = all.save(seen, R"("title":"Ferge",)" + all.stages(seen, "null"));
    CHECK(refused.status == 409);
    CHECK(refused.code() == "process.changed");
    CHECK(refused.at("current.stages.0.starts") != "null");
    const auto now = all.editor.get(all.place);
    CHECK(now.at("stages.0.starts") != "null");
    CHECK(now.at("title") != "Ferge");
    CHECK(refused.at("current.fingerprint") == now.at("fingerprint"));
    CHECK(all.save(now, R"("title":"Ferge")").at("title") == "Ferge");
}

TEST_CASE("Stages replace all that there are, so nobody sends them without saying what they saw") {
    Office all;
    const auto refused = all.editor.patch(all.place, "{" + all.stages(all.editor.get(all.place), "null") + "}");
    CHECK(refused.status == 422);
    CHECK(refused.field() == "seen");
}

TEST_CASE("What a process is seen by is another one for each thing that its editors write, and for nothing else") {
    Office all;
    auto seen = all.editor.get(all.place);
    for (const std::string change :
         {R"("title":"Ny")", R"("description":"Ny")", R"("admits_participants":true)", R"("audience":"members")",
          R"("amendments":{"each":4})", R"("amendments":{"supporters_needed":2})",
          R"("amendments":{"participants":true})", R"("amendments":{"supporters_from":"members"})",
          R"("amendments":{"until":"2036-01-01T00:00:00Z"})"}) {
        INFO(change);
        const auto now = all.save(seen, change);
        REQUIRE(now.status == 200);
        CHECK(now.at("fingerprint") != seen.at("fingerprint"));
        CHECK(all.save(seen, change).code() == "process.changed");
        seen = now;
    }
    all.party.document(all.process, "# Ferge\n");
    CHECK(all.editor.get(all.place).at("fingerprint") == seen.at("fingerprint"));
    CHECK(all.party.world.signed_in(all.party.member).get(all.place).at("fingerprint") == seen.at("fingerprint"));
}

TEST_CASE("Of two editors who save one process in the same moment one is told what the other did") {
    Office all;
    const auto seen = all.editor.get(all.place);
    std::atomic<int> saved = 0;
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> editors;
        for (const char* change : {R"("title":"Ferge")", R"("description":"Om ferge.")"}) {
            editors.emplace_back([&, change] {
                auto editor = all.party.world.signed_in(all.party.editor);
                const auto answer =
                    editor.patch(all.place, R"({"seen":")" + seen.at("fingerprint") + "\"," + change + "}");
                if (answer.status == 200) ++saved;
                if (answer.code() == "process.changed") ++refused;
            });
        }
    }
    CHECK(saved == 1);
    CHECK(refused == 1);
}

TEST_CASE("Two editors who write different things without looking lose neither") {
    Office all;
    std::atomic<int> saved = 0;
    {
        std::vector<std::jthread> editors;
        for (const char* change : {R"({"title":"Ferge"})", R"({"description":"Om ferge."})"}) {
            editors.emplace_back([&, change] {
                auto editor = all.party.world.signed_in(all.party.editor);
                if (editor.patch(all.place, change).status == 200) ++saved;
            });
        }
    }
    CHECK(saved == 2);
    const auto now = all.editor.get(all.place);
    CHECK(now.at("title") == "Ferge");
    CHECK(now.at("description") == "Om ferge.");
}
