// What a body keeps back is before those who speak for it, and before nobody else.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;

namespace {

struct Body : Meeting {
    std::string road = submitted(party.member, "b3", "Og mye bedre vei.");
    std::string ferry = submitted(party.second, "b2", "Vi vil ha billig ferge. Maten er god.");

    std::string keep(const std::string& ids, const std::string& verdict, bool publish = false) {
        const auto sent =
            party.world.signed_in(party.editor)
                .post(place + "/recommendations", R"({"unit":)" + unit() + R"(,"amendments":[)" + ids +
                                                      R"(],"reason":"Kanarifugl.","verdict":")" + verdict +
                                                      R"(","publish":)" + (publish ? "true" : "false") + "}");
        INFO(sent.body);
        REQUIRE(sent.status == 201);
        return sent.at("recommendations.0");
    }
    std::string unit() { return std::to_string(party.unit.value); }
    Answer publish(const std::string& more = "") {
        return party.world.signed_in(party.editor)
            .post(place + "/recommendations/publication",
                  R"({"unit":)" + unit() + R"(,"replaces":)" + said_of(road + "," + ferry) + more + "}");
    }
    Answer kept() { return party.world.signed_in(party.editor).get(place + "/recommendations?unit=" + unit()); }
};

}  // namespace

TEST_CASE("Those who speak for a body see in list, card, own list and merge room what it has kept, marked as such") {
    Body all;
    const auto id = all.keep(all.road, "reject");
    auto editor = all.party.world.signed_in(all.party.editor);
    const auto list = editor.get(all.place + "/amendments");
    CHECK(list.at("mine." + all.road + ".kept.0.id") == id);
    CHECK(list.at("mine." + all.road + ".kept.0.published") == "null");
    CHECK(list.at("mine." + all.road + ".kept.0.reason") == "Kanarifugl.");
    CHECK(list.at("mine." + all.road + ".author") == "false");
    const auto card = editor.get("/api/amendments/" + all.road);
    CHECK(card.at("mine.kept.0.verdict") == "reject");
    CHECK(card.size("amendment.recommendations") == 0);
    const auto room = editor.get(all.place + "/merge");
    CHECK(room.at("amendments.0.kept.0.id") == id);
    CHECK(room.size("amendments.1.kept") == 0);
    CHECK(all.kept().at("items.0.number") == "1");
}

TEST_CASE("Nobody else is given what a body keeps back, by any way of reading") {
    Body all;
    all.keep(all.road, "reject");
    // An editor of another body that takes part, the sponsor, a member, a moderator, a participant, a stranger, nobody.
    const auto branch_editor = all.party.world.person("Berit");
    all.party.world.standing(branch_editor, all.party.branch, "editor");
    for (const auto who : {branch_editor, all.party.member, all.party.second, all.party.moderator,
                           all.party.participant, all.party.stranger, AccountId{}}) {
        auto browser = who ? all.party.world.signed_in(who) : all.party.world.browser();
        for (const auto& path :
             {all.place + "/amendments", "/api/amendments/" + all.road, std::string("/api/me/amendments"),
              all.place + "/merge", all.place + "/voting-list", all.place + "/recommendations?unit=" + all.unit(),
              all.place + "/amendments/export?form=json", all.place + "/origin?block=b3",
              all.place + "/amendments/clusters"}) {
            const auto answer = browser.get(path);
            INFO(path << " " << answer.body);
            CHECK(answer.body.find("Kanarifugl") == std::string::npos);
            CHECK(answer.body.find("\"kept\":[{") == std::string::npos);
        }
    }
    REQUIRE(all.party.world.signed_in(all.party.editor)
                .patch("/api/documents/" + all.document, R"({"merge_followed":true})")
                .status == 200);
    CHECK(all.party.world.browser().get(all.place + "/merge").body.find("Kanarifugl") == std::string::npos);
}

TEST_CASE("What is published is what was shown before it was asked for, and no more") {
    Body all;
    const auto seen = all.keep(all.road, "reject");
    all.keep(all.ferry, "adopt");
    CHECK(all.publish(R"(,"recommendations":[)" + seen + "]").number("published") == 1);
    CHECK(all.shown(all.road).size("amendment.recommendations") == 1);
    CHECK(all.shown(all.ferry).size("amendment.recommendations") == 0);
    CHECK(all.publish(R"(,"recommendations":[)" + seen + "]").number("published") == 0);
    CHECK(all.publish(R"(,"recommendations":["x"])").status == 422);
    CHECK(all.publish().number("published") == 1);
}

TEST_CASE("What a body has said something since is not kept any more: publishing all never goes back to it") {
    Body all;
    all.keep(all.road, "reject");
    all.keep(all.road, "adopt", true);
    CHECK(all.kept().size("items") == 0);
    CHECK(all.publish().number("published") == 0);
    CHECK(all.shown(all.road).at("amendment.recommendations.0.verdict") == "adopt");
    all.keep(all.road, "none");
    all.keep(all.road, "reject");
    CHECK(all.kept().size("items") == 1);
    CHECK(all.publish().number("published") == 1);
    CHECK(all.shown(all.road).at("amendment.recommendations.0.verdict") == "reject");
}
