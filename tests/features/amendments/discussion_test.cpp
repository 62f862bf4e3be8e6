// Comments on amendments: threads as on any block, which stay with the amendment.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Meeting;

namespace {

struct Discussed : Meeting {
    std::string amendment = submitted(party.member, "b3", "Og mye bedre vei.");

    samrad::testing::Answer say(AccountId who, const std::string& more) {
        return party.world.signed_in(who).post(place + "/comments", R"({"text":"Klokt sagt")" + more + "}");
    }
    samrad::testing::Answer list(const std::string& id) {
        return party.world.browser().get(place + "/comments?amendment=" + id);
    }
};

}  // namespace

TEST_CASE("What is said about an amendment stands in its discussion and not among the comments on the text") {
    Discussed all;
    const auto made = all.say(all.party.second, R"(,"stance":"for","amendment":)" + all.amendment);
    REQUIRE(made.status == 201);
    CHECK(made.at("comment.amendment") == all.amendment);
    REQUIRE(all.say(all.party.member, R"(,"parent":)" + made.at("comment.id")).status == 201);
    REQUIRE(all.say(all.party.member, "").status == 201);
    CHECK(all.list(all.amendment).size("items") == 1);
    CHECK(all.list(all.amendment).at("items.0.replies") == "1");
    CHECK(all.party.world.browser().get(all.place + "/comments").size("items") == 1);
    CHECK(all.shown(all.amendment).at("amendment.comments") == "2");
    CHECK(all.party.world.browser().get(all.place).at("comment_count") == "1");
}

TEST_CASE("A reply stays with its thread's amendment, and a hidden comment is not counted") {
    Discussed all;
    const auto root = all.say(all.party.second, R"(,"amendment":)" + all.amendment).at("comment.id");
    const auto reply = all.say(all.party.member, R"(,"parent":)" + root);
    CHECK(reply.at("comment.amendment") == all.amendment);
    auto moderator = all.party.world.signed_in(all.party.moderator);
    REQUIRE(moderator.post("/api/comments/" + root + "/hiding", R"({"reason":"Utenfor tema"})").status == 200);
    CHECK(all.shown(all.amendment).at("amendment.comments") == "1");
    REQUIRE(moderator.del("/api/comments/" + root + "/hiding").status == 200);
    CHECK(all.shown(all.amendment).at("amendment.comments") == "2");
}

TEST_CASE("Nobody comments on a draft, on another document's amendment, or on two things at once") {
    Discussed all;
    const auto draft = all.draft(all.party.member, R"({"block":"b2","markdown":"x"})").at("amendment.id");
    const auto none = all.say(all.party.member, R"(,"amendment":987654)");
    CHECK(none.status == 422);
    CHECK(none.at("problem.code") == "comment.no_such_amendment");
    CHECK(all.say(all.party.member, R"(,"amendment":)" + draft).body == none.body);
    CHECK(all.list(draft).body == all.list("987654").body);
    CHECK(all.list("1x").status == 422);
    const auto both = all.say(all.party.member, R"(,"anchor":{"version":1,"block":"b2"},"amendment":)" + all.amendment);
    CHECK(both.at("problem.code") == "comment.one_subject");
    const auto elsewhere = all.party.document(all.process, "Noe annet.\n");
    auto member = all.party.world.signed_in(all.party.member);
    CHECK(
        member.post("/api/documents/" + elsewhere + "/comments", R"({"text":"Hei","amendment":)" + all.amendment + "}")
            .body == none.body);
}

TEST_CASE("Whoever reads the amendment hears of what is said about it and of how much is said") {
    Discussed all;
    const auto events = [&] {
        return all.party.world.database.value(
            "select string_agg(kind, ' ' order by number) from events where topic = '" + ("document:" + all.document) +
            "'");
    };
    const auto before = events();
    REQUIRE(all.say(all.party.second, R"(,"amendment":)" + all.amendment).status == 201);
    CHECK(events() == before + " comment amendment");
}
