// A moderator's word on an answer that waits can be given, and taken back.
#include "features/reading/reading_world.hpp"

using namespace samrad;
using testing::ReadingWorld;

TEST_CASE("an answer that was kept out is found among those, counted apart, and can be let in after all") {
    ReadingWorld all;
    const auto consultation = all.open(R"(,"holds_answers":true)");
    auto member = all.world.signed_in(all.member);
    const auto link = ReadingWorld::begin(member, consultation);
    CHECK(ReadingWorld::answer(member, link, "Ja").status == 303);
    auto mona = all.world.signed_in(all.moderator);
    const std::string reading = "/api/consultations/" + consultation + "/reading";
    CHECK(mona.get(reading + "/counts").at("held") == "1");
    const auto held = mona.get(reading + "?state=held").at("items.0.id");
    CHECK(mona.get("/api/answers/" + held).at("may.settle") == "true");
    const auto word = [&](const char* body) { return mona.post("/api/answers/" + held + "/settlement", body); };
    CHECK(word(R"({"let_in":false,"edits":0})").status == 200);
    CHECK(word(R"({"let_in":false,"edits":0})").code() == "answer.not_held");
    CHECK(mona.get(reading + "/counts").at("held") == "0");
    CHECK(mona.get(reading + "/counts").at("refused") == "1");
    CHECK(mona.get(reading + "/counts").at("answers") == "0");
    REQUIRE(mona.get(reading + "?state=refused").at("items.0.id") == held);
    CHECK(mona.get(reading + "?state=withdrawn").status == 422);
    CHECK(word(R"({"let_in":true,"edits":1})").code() == "answer.changed");
    CHECK(word(R"({"let_in":true,"edits":0})").at("state") == "submitted");
    CHECK(mona.get(reading).at("items.0.id") == held);
}

TEST_CASE("an answer that was kept out does not come in beside the one that its author sent instead") {
    ReadingWorld all;
    const auto consultation = all.open(R"(,"holds_answers":true)");
    auto member = all.world.signed_in(all.member);
    CHECK(ReadingWorld::answer(member, ReadingWorld::begin(member, consultation), "Ja").status == 303);
    auto mona = all.world.signed_in(all.moderator);
    const std::string held = "/api/consultations/" + consultation + "/reading?state=held";
    const auto first = "/api/answers/" + mona.get(held).at("items.0.id") + "/settlement";
    CHECK(mona.post(first, R"({"let_in":false,"edits":0})").status == 200);
    CHECK(ReadingWorld::answer(member, ReadingWorld::begin(member, consultation), "Nei").status == 303);
    CHECK(mona.post(first, R"({"let_in":true,"edits":0})").code() == "answer.another_stands");
    CHECK(mona.get(held).size("items") == 1);
}
