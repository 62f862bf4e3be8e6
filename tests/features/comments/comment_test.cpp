#include <catch2/catch_test_macros.hpp>

#include "features/comments/comment_actions.hpp"
#include "support/party.hpp"

#include <boost/json.hpp>

using namespace samrad;
using samrad::testing::Party;

namespace {

// A public discussion with one document, and where it is.
struct Discussion {
    Party party;
    std::string process = party.process("public", "discussing", true);
    std::string document = party.document(process, "# Mål\n\nVi vil ha gratis ferge til alle øyer.\n\nOg bedre vei.\n");

    std::string id_of(const testing::Answer& made) {
        INFO(made.body);
        REQUIRE(made.status == 201);
        return made.at("comment.id");
    }
    testing::Answer seen_by(AccountId who, const std::string& comment) {
        return party.world.signed_in(who).get("/api/comments/" + comment);
    }
};

}  // namespace

TEST_CASE("A comment hangs on the marked words and keeps them as its quote") {
    Discussion all;
    const auto made =
        all.party.comment(all.party.member, all.document, "Viktig!", R"({"version":1,"block":"b2","from":10,"to":22})");
    CHECK(made.status == 201);
    CHECK(made.at("comment.anchor.quote") == "gratis ferge");
    CHECK(made.at("comment.anchor.state") == "exact");
}

TEST_CASE("When a new version is saved a comment moves with its words") {
    Discussion all;
    const auto id = all.id_of(all.party.comment(all.party.member, all.document, "Viktig!",
                                                R"({"version":1,"block":"b2","from":10,"to":22})"));
    REQUIRE(
        all.party
            .save(
                all.document, 1,
                "# Mål\n\nEt nytt avsnitt.\n\nHer sier vi at vi vil ha gratis ferge til alle øyer.\n\nOg bedre vei.\n")
            .status == 201);
    const auto now = all.seen_by(all.party.member, id);
    CHECK(now.at("comment.anchor.state") == "exact");
    CHECK(now.at("comment.anchor.block") == "b2");
    CHECK(now.number("comment.anchor.from") == 25);
    CHECK(now.number("comment.anchor.to") == 37);
}

TEST_CASE("When its words are gone a comment is orphaned with its quote, and hangs on nothing else") {
    Discussion all;
    const auto id = all.id_of(all.party.comment(all.party.member, all.document, "Viktig!",
                                                R"({"version":1,"block":"b2","from":10,"to":22})"));
    REQUIRE(all.party.save(all.document, 1, "# Mål\n\nHelt andre tanker om havner.\n\nOg bedre vei.\n").status == 201);
    const auto now = all.seen_by(all.party.member, id);
    CHECK(now.at("comment.anchor.state") == "orphaned");
    CHECK(now.at("comment.anchor.quote") == "gratis ferge");
    CHECK(now.number("comment.anchor.version") == 1);
    CHECK_FALSE(now.has("comment.anchor.from"));
}

TEST_CASE("A comment begun on an older version is carried to the newest when it is sent") {
    Discussion all;
    REQUIRE(all.party.save(all.document, 1, "# Mål\n\nInnledning.\n\nVi vil ha gratis ferge til alle øyer.\n").status ==
            201);
    const auto made =
        all.party.comment(all.party.member, all.document, "Sent", R"({"version":1,"block":"b2","from":10,"to":22})");
    CHECK(made.status == 201);
    CHECK(made.at("comment.anchor.state") == "exact");
    CHECK(made.at("comment.anchor.version") == "1");
}

TEST_CASE("An anchor outside the text is refused by field") {
    Discussion all;
    auto refused = [&](const char* anchor) {
        return all.party.comment(all.party.member, all.document, "x", anchor).field();
    };
    CHECK(refused(R"({"version":9,"block":"b2"})") == "anchor.version");
    CHECK(refused(R"({"version":1,"block":"b99"})") == "anchor.block");
    CHECK(refused(R"({"version":1,"block":"b2","from":5,"to":5000})") == "anchor.from");
    CHECK(refused(R"({"version":1,"block":"b2","from":5})") == "anchor.to");
}

TEST_CASE("The text of a hidden comment reaches its author and the moderators and nobody else, on no route") {
    Discussion all;
    auto& world = all.party.world;
    const auto id =
        all.id_of(all.party.comment(all.party.member, all.document, "KANARIFUGL ord", R"({"version":1,"block":"b2"})"));
    const auto edited = world.signed_in(all.party.member).patch("/api/comments/" + id, R"({"text":"KANARIFUGL to"})");
    CHECK(edited.status == 200);
    const auto hidden =
        world.signed_in(all.party.moderator).post("/api/comments/" + id + "/hiding", R"({"reason":"Grovt"})");
    CHECK(hidden.status == 200);
    for (const auto who : {all.party.second, all.party.editor, all.party.participant, all.party.stranger}) {
        auto browser = world.signed_in(who);
        for (const std::string path :
             {"/api/comments/" + id, "/api/comments/" + id + "/thread", "/api/comments/" + id + "/history",
              "/api/documents/" + all.document + "/comments", "/api/documents/" + all.document + "/comments?block=b2",
              "/api/processes/" + all.process + "/hidden"}) {
            const auto answer = browser.get(path);
            INFO(path);
            CHECK(answer.body.find("KANARIFUGL") == std::string::npos);
            CHECK(answer.body.find("Grovt") == std::string::npos);
        }
    }
    storage::Transaction tx(world.database.pool(), storage::Mode::read);
    const auto event = boost::json::serialize(features::comment_event(tx, CommentId{std::stoll(id)}));
    CHECK(event.find("KANARIFUGL") == std::string::npos);
    CHECK(all.seen_by(all.party.member, id).at("comment.text") == "KANARIFUGL to");
    CHECK(all.seen_by(all.party.member, id).at("comment.reason") == "Grovt");
    CHECK(world.signed_in(all.party.moderator).get("/api/processes/" + all.process + "/hidden").size("items") == 1);
}

TEST_CASE("An author appeals a hiding once, and a moderator may show the comment again") {
    Discussion all;
    auto& world = all.party.world;
    const auto id = all.id_of(all.party.comment(all.party.member, all.document, "Ord"));
    REQUIRE(world.signed_in(all.party.moderator).post("/api/comments/" + id + "/hiding", R"({"reason":"x"})").status ==
            200);
    CHECK(world.signed_in(all.party.second).post("/api/comments/" + id + "/appeal", R"({"text":"y"})").status == 403);
    CHECK(world.signed_in(all.party.member).post("/api/comments/" + id + "/appeal", R"({"text":"y"})").status == 200);
    CHECK(world.signed_in(all.party.member).post("/api/comments/" + id + "/appeal", R"({"text":"z"})").status == 409);
    CHECK(world.signed_in(all.party.moderator).del("/api/comments/" + id + "/hiding").status == 200);
    CHECK(all.seen_by(all.party.second, id).at("comment.text") == "Ord");
    CHECK(world.database.number("select count(*) from audit_trail where act in ('hide', 'unhide')") == 2);
}

TEST_CASE("Only moderators hide, only editors resolve, only authors change and delete") {
    Discussion all;
    auto& world = all.party.world;
    const auto id = all.id_of(all.party.comment(all.party.member, all.document, "Ord"));
    const std::string path = "/api/comments/" + id;
    for (const auto who : {all.party.second, all.party.participant, all.party.stranger, all.party.editor}) {
        auto browser = world.signed_in(who);
        CHECK(browser.post(path + "/hiding", R"({"reason":"x"})").status == 403);
        CHECK(browser.patch(path, R"({"text":"x"})").status == 403);
        CHECK(browser.del(path).status == 403);
    }
    for (const auto who : {all.party.member, all.party.moderator, all.party.stranger}) {
        CHECK(world.signed_in(who).post(path + "/resolution", R"({"answer":"x"})").status == 403);
    }
    CHECK(world.signed_in(all.party.editor).post(path + "/resolution", R"({"answer":"Tatt inn"})").status == 200);
    CHECK(all.seen_by(all.party.second, id).at("comment.resolved.answer") == "Tatt inn");
    CHECK(world.browser().del(path).status == 401);
    CHECK(all.seen_by(all.party.member, id).at("comment.text") == "Ord");
}

TEST_CASE("A deleted comment leaves a tombstone without text or name, and its replies stay") {
    Discussion all;
    auto& world = all.party.world;
    const auto id = all.id_of(all.party.comment(all.party.member, all.document, "Slett meg"));
    const auto reply =
        world.signed_in(all.party.second)
            .post("/api/documents/" + all.document + "/comments", R"({"text":"Svar","parent":)" + id + "}");
    CHECK(reply.status == 201);
    CHECK(world.signed_in(all.party.member).del("/api/comments/" + id).status == 204);
    const auto thread = world.signed_in(all.party.second).get("/api/comments/" + id + "/thread");
    CHECK(thread.at("items.0.state") == "deleted");
    CHECK(thread.at("items.0.text") == "null");
    CHECK(thread.at("items.0.author") == "null");
    CHECK(thread.at("items.1.text") == "Svar");
    CHECK(world.database.number("select count(*) from comments where text like '%Slett%'") == 0);
}

TEST_CASE("After a quarter of an hour an edit leaves the earlier text in the history") {
    Discussion all;
    auto& world = all.party.world;
    const auto id = all.id_of(all.party.comment(all.party.member, all.document, "Forste"));
    auto browser = world.signed_in(all.party.member);
    REQUIRE(browser.patch("/api/comments/" + id, R"({"text":"Andre"})").status == 200);
    CHECK(browser.get("/api/comments/" + id + "/history").size("items") == 0);
    world.database.sql("update comments set created_at = created_at - interval '16 minutes'");
    REQUIRE(browser.patch("/api/comments/" + id, R"({"text":"Tredje"})").status == 200);
    CHECK(browser.get("/api/comments/" + id + "/history").at("items.0.text") == "Andre");
}

TEST_CASE("Support counts once a person, can be taken back, and is not for one's own") {
    Discussion all;
    auto& world = all.party.world;
    const auto id = all.id_of(all.party.comment(all.party.member, all.document, "Ord"));
    const std::string path = "/api/comments/" + id + "/support";
    auto second = world.signed_in(all.party.second);
    CHECK(second.put(path).number("supports") == 1);
    CHECK(second.put(path).number("supports") == 1);
    CHECK(world.signed_in(all.party.participant).put(path).number("supports") == 2);
    CHECK(world.signed_in(all.party.member).put(path).code() == "comment.own_support");
    CHECK(second.del(path).number("supports") == 1);
    CHECK(second.del(path).number("supports") == 1);
}

TEST_CASE("Where the stage does not allow it nobody comments, and says so by code") {
    Party party;
    const auto document = party.document(party.process("public", "reading", true), "En.\n");
    CHECK(party.comment(party.member, document, "x").code() == "comment.stage_closed");
    CHECK(party.comment(party.member, document, "x").status == 409);
}

TEST_CASE("Participants comment only where they are admitted") {
    Party party;
    const auto closed = party.document(party.process("public", "discussing", false), "En.\n");
    const auto open = party.document(party.process("public", "discussing", true), "En.\n");
    CHECK(party.comment(party.participant, closed, "x").code() == "comment.members_only");
    CHECK(party.comment(party.participant, open, "x").status == 201);
    CHECK(party.world.browser().post("/api/documents/" + open + "/comments", R"({"text":"x"})").status == 401);
}

TEST_CASE("Comments page by cursor, and a page tells how many threads hang on each block") {
    Discussion all;
    for (int i = 0; i < 5; ++i) {
        all.id_of(
            all.party.comment(all.party.member, all.document, std::to_string(i), R"({"version":1,"block":"b3"})"));
    }
    auto browser = all.party.world.browser();
    const auto first = browser.get("/api/documents/" + all.document + "/comments?limit=2");
    CHECK(first.at("items.0.text") == "4");
    CHECK(first.number("blocks.b3") == 5);
    const auto next = browser.get("/api/documents/" + all.document + "/comments?limit=2&after=" + first.at("next"));
    CHECK(next.at("items.0.text") == "2");
    const auto oldest = browser.get("/api/documents/" + all.document + "/comments?limit=2&sort=oldest");
    CHECK(oldest.at("items.0.text") == "0");
}

TEST_CASE(
    "The number of threads on a block follows every thread that is opened, resolved, hidden or moved by a new "
    "version") {
    Discussion all;
    const auto path = "/api/documents/" + all.document + "/comments";
    const auto on = [&](const std::string& block) {
        const auto page = all.party.world.browser().get(path);
        return page.body.find('"' + block + "\":") == std::string::npos ? 0 : page.number("blocks." + block);
    };
    const auto one = all.id_of(all.party.comment(all.party.member, all.document, "a", R"({"version":1,"block":"b3"})"));
    CHECK(on("b3") == 1);
    const auto two = all.id_of(all.party.comment(all.party.member, all.document, "b", R"({"version":1,"block":"b3"})"));
    CHECK(on("b3") == 2);
    auto editor = all.party.world.signed_in(all.party.editor);
    REQUIRE(editor.post("/api/comments/" + one + "/resolution", R"({"answer":"Tatt inn"})").status == 200);
    CHECK(on("b3") == 1);
    auto moderator = all.party.world.signed_in(all.party.moderator);
    REQUIRE(moderator.post("/api/comments/" + two + "/hiding", R"({"reason":"Ikke her"})").status == 200);
    CHECK(on("b3") == 0);
    all.id_of(all.party.comment(all.party.member, all.document, "c", R"({"version":1,"block":"b2"})"));
    CHECK(on("b2") == 1);
    REQUIRE(all.party.save(all.document, 1, "# Mål\n\nOg bedre vei.\n").status == 201);
    CHECK(on("b2") == 0);
}

TEST_CASE("Every comment is announced on its document's topic, numbered without gaps") {
    Discussion all;
    all.party.world.announced();
    all.id_of(all.party.comment(all.party.member, all.document, "a"));
    all.id_of(all.party.comment(all.party.member, all.document, "b"));
    CHECK(all.party.world.announced() == std::vector<live::Topic>(2, "document:" + all.document));
    CHECK(all.party.world.database.number(
              "select max(number) - count(*) from events where topic = 'document:" + all.document + "'") == 0);
}
