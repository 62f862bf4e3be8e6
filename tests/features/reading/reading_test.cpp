// A committee reads: lists, finds, marks, sorts by theme, and two of them compare.
#include "features/reading/reading_world.hpp"

using namespace samrad;
using testing::ReadingWorld;

TEST_CASE("a reader finds answers by stems, half a word, voice, theme, question and what is unread") {
    ReadingWorld all;
    const auto first = all.answered("Fergene+er+dyre"), second = all.answered("Skoleveien+er+utrygg");
    const auto theme = all.theme("Ferger"), below = all.theme("Pris", theme);
    auto reader = all.world.signed_in(all.moderator);
    const auto found = [&](const std::string& query) {
        const auto answer = reader.get(all.list + "/reading?" + query);
        INFO(answer.body);
        REQUIRE(answer.status == 200);
        std::string ids;
        for (std::size_t i = 0; i < answer.size("items"); ++i)
            ids += answer.at("items." + std::to_string(i) + ".id") + " ";
        return ids;
    };
    const auto both = second + " " + first + " ";
    CHECK(found("") == both);
    CHECK(found("q=skolevei") == second + " ");
    CHECK(found("q=ferg") == first + " ");
    CHECK(found("q=%25_%27").empty());
    CHECK(found("voice=members").empty());
    CHECK(found("voice=public&limit=1") == second + " ");
    CHECK(found("after=" + second) == first + " ");
    CHECK(found("question=why") == both);
    CHECK(found("state=held").empty());
    CHECK(found("among=" + first + ",999") == first + " ");
    CHECK(found("among=" + first + "&state=held").empty());
    CHECK(all.mark(all.moderator, first, below, 0, 7).status == 201);
    CHECK(found("theme=" + theme) == first + " ");  // what is below it counts
    CHECK(found("theme=none") == second + " ");
    CHECK(found("unread=1") == second + " ");  // who marks has read
    CHECK(all.world.signed_in(all.editor).get(all.list + "/reading?unread=1").size("items") == 2);
    reader.put("/api/answers/" + second + "/reading");
    CHECK(found("unread=1").empty());
    reader.del("/api/answers/" + second + "/reading");
    CHECK(found("unread=1") == second + " ");
    for (const char* wrong : {"voice=all", "state=draft", "theme=x", "question=nothing", "folded=2", "sample=99",
                              "without=99", "among=1,x", "among=1,,2", "among=-1", "among=99999999999999999999"}) {
        INFO(wrong);
        CHECK(reader.get(all.list + "/reading?" + wrong).status == 422);
    }
}

TEST_CASE("passages get themes, several may overlap, everybody sees whose mark it is, and an editor takes away any") {
    ReadingWorld all;
    const auto id = all.answered("Fergene+er+dyre");
    const auto price = all.theme("Pris"), boats = all.theme("Ferger");
    const auto mine = all.mark(all.moderator, id, price, 0, 15);
    CHECK(mine.status == 201);
    CHECK(all.mark(all.editor, id, boats, 0, 7).status == 201);
    CHECK(all.mark(all.editor, id, boats, 0, 7).at("mark.id") != mine.at("mark.id"));
    const auto shown = all.world.signed_in(all.editor).get("/api/answers/" + id);
    CHECK(shown.size("passages.marks") == 2);  // the same mark twice is one
    CHECK(shown.at("texts.0.text") == "Fergene er dyre");
    for (const auto& [first, past] : {std::pair{0, 16}, {3, 3}, {5, 2}}) {
        CHECK(all.mark(all.editor, id, boats, first, past).code() == "passage.outside");
    }
    CHECK(all.mark(all.editor, id, "987654", 0, 3).code() == "mark.theme_unknown");
    CHECK(all.mark(all.member, id, boats, 0, 3).status == 403);
    auto moderator = all.world.signed_in(all.moderator), editor = all.world.signed_in(all.editor);
    const auto theirs = shown.at("passages.marks.0.reader.name") == mine.at("mark.reader.name") ? "1" : "0";
    CHECK(moderator.del("/api/marks/" + shown.at(std::string("passages.marks.") + theirs + ".id")).status == 403);
    CHECK(editor.del("/api/marks/" + mine.at("mark.id")).status == 200);
    CHECK(editor.del("/api/marks/" + mine.at("mark.id")).status == 404);
    const auto told = all.world.announced();
    CHECK(std::find(told.begin(), told.end(), "consultation:" + all.consultation) != told.end());
}

TEST_CASE("the tree of themes is renamed, moved and merged, and a theme that is used is not just removed") {
    ReadingWorld all;
    const auto id = all.answered("Fergene+er+dyre");
    const auto a = all.theme("A"), b = all.theme("B"), c = all.theme("C", a);
    auto editor = all.world.signed_in(all.editor);
    CHECK(editor.patch("/api/themes/" + a, R"({"parent":)" + c + "}").code() == "theme.circle");
    CHECK(editor.patch("/api/themes/" + b, R"({"title":"Bb","before":)" + a + "}").at("items.0.title") == "Bb");
    CHECK(editor.patch("/api/themes/" + c, R"({"parent":null})").at("items.2.title") == "C");
    CHECK(all.mark(all.editor, id, a, 0, 4).status == 201);
    CHECK(editor.del("/api/themes/" + a).code() == "theme.used");
    CHECK(editor.post("/api/themes/" + a + "/merging", R"({"into":)" + a + "}").code() == "theme.circle");
    const auto merged = editor.post("/api/themes/" + a + "/merging", R"({"into":)" + b + "}");
    CHECK(merged.status == 200);
    CHECK(merged.at("items.0.marks") == "1");
    CHECK(merged.size("items") == 2);
    CHECK(merged.at("merged.0.theme") == a);  // who had it before them finds where its marks are
    CHECK(merged.at("merged.0.into") == b);
    CHECK(editor.del("/api/themes/" + a).code() == "theme.removed");
    CHECK(editor.del("/api/themes/" + c).size("items") == 1);
    CHECK(all.mark(all.editor, id, a, 0, 4).code() == "mark.theme_unknown");
}

TEST_CASE("a theme is suggested with the passage because of which it is, and the mark says so") {
    ReadingWorld all;
    const auto first = all.answered("Fergene+er+altfor+dyre+for+familier"),
               second = all.answered("Altfor+dyre+ferger+for+familiene+her");
    const auto price = all.theme("Pris");
    const auto other = all.answered("Lysene+langs+veien+er+slukket");
    all.mark(all.editor, other, all.theme("Lys"), 0, 20);
    const auto mark = all.mark(all.editor, first, price, 0, 35);
    REQUIRE(mark.status == 201);
    const auto found = all.world.signed_in(all.moderator).get("/api/answers/" + second + "/suggestions");
    INFO(found.body);
    REQUIRE(found.size("items") == 1);
    CHECK(found.at("items.0.themes.0.theme") == price);
    CHECK(found.at("items.0.themes.0.because_of.mark") == mark.at("mark.id"));
    CHECK(found.at("items.0.themes.0.because_of.text") == "Fergene er altfor dyre for familier");
    const auto confirmed = all.mark(all.moderator, second, price, 0, 20, R"(,"because_of":)" + mark.at("mark.id"));
    CHECK(confirmed.at("mark.source") == "suggestion");
    CHECK(all.mark(all.moderator, second, price, 0, 20, R"(,"because_of":987654)").status == 422);
    CHECK(all.world.signed_in(all.moderator)
              .get("/api/answers/" + second + "/suggestions?field=why&first=0&past=500")
              .status == 422);
}

TEST_CASE("two readers of a sample mark on their own, and are told how far they agree when both are done") {
    ReadingWorld all;
    for (int i = 0; i < 4; ++i) all.answered("Fergene+er+dyre+" + std::to_string(i));
    const auto theme = all.theme("Pris");
    auto editor = all.world.signed_in(all.editor), moderator = all.world.signed_in(all.moderator);
    const auto readers = [&](AccountId a, AccountId b) {
        return R"({"answers":3,"readers":[)" + std::to_string(a.value) + "," + std::to_string(b.value) + "]}";
    };
    CHECK(editor.post(all.list + "/samples", readers(all.editor, all.editor)).code() == "sample.two_readers");
    CHECK(editor.post(all.list + "/samples", readers(all.editor, all.member)).code() == "sample.reads_no_answers");
    CHECK(moderator.post(all.list + "/samples", readers(all.editor, all.moderator)).status == 403);
    const auto drawn = editor.post(all.list + "/samples", readers(all.editor, all.moderator));
    INFO(drawn.body);
    REQUIRE(drawn.status == 201);
    CHECK(drawn.at("answers") == "3");
    const auto sample = drawn.at("id");
    const auto listed = editor.get(all.list + "/reading?sample=" + sample);
    REQUIRE(listed.size("items") == 3);
    const auto one = listed.at("items.0.id"), two = listed.at("items.1.id");
    all.mark(all.editor, one, theme, 0, 7);
    all.mark(all.moderator, one, theme, 0, 15);
    all.mark(all.moderator, two, theme, 0, 15);
    CHECK(editor.get("/api/answers/" + two).size("passages.marks") == 0);
    CHECK(editor.get("/api/answers/" + one).size("passages.marks") == 1);
    CHECK(editor.get(all.list + "/themes").at("items.0.marks") == "1");
    CHECK(editor.get(all.list + "/reading?theme=none&sample=" + sample).size("items") == 2);
    CHECK(editor.get(all.list + "/reading/counts").at("marked") == "1");
    CHECK(all.world.signed_in(all.member).post("/api/samples/" + sample + "/completion").status == 403);
    CHECK(!editor.post("/api/samples/" + sample + "/completion").has("agreement"));
    CHECK(editor.get("/api/answers/" + two).size("passages.marks") == 0);
    const auto done = moderator.post("/api/samples/" + sample + "/completion");
    CHECK(done.at("agreement.themes.0.both") == "1");
    CHECK(done.at("agreement.themes.0.second_only") == "1");
    CHECK(done.at("agreement.themes.0.neither") == "1");
    CHECK(editor.get("/api/answers/" + two).size("passages.marks") == 1);
    CHECK(editor.post(all.list + "/samples", readers(all.editor, all.moderator)).at("answers") == "2");
    CHECK(editor.post(all.list + "/samples", readers(all.editor, all.moderator)).code() == "sample.nothing_to_draw");
}

TEST_CASE("a blind reader of a sample is not told of its marks by those that were made because of them elsewhere") {
    ReadingWorld all;
    for (int i = 0; i < 3; ++i) all.answered("Fergene+er+dyre+" + std::to_string(i));
    const auto theme = all.theme("Pris");
    auto editor = all.world.signed_in(all.editor), moderator = all.world.signed_in(all.moderator);
    const auto drawn =
        editor.post(all.list + "/samples", R"({"answers":2,"readers":[)" + std::to_string(all.editor.value) + "," +
                                               std::to_string(all.moderator.value) + "]}");
    REQUIRE(drawn.status == 201);
    const auto sample = "(select answer_id from sample_answers)";
    const auto inside = all.world.database.value(std::string("select min(answer_id) from ") + sample + " s");
    const auto outside = all.world.database.value(std::string("select id from answers where id not in ") + sample);
    const auto witness = all.mark(all.moderator, inside, theme, 0, 15).at("mark.id");
    const auto because = R"(,"because_of":)" + witness;
    REQUIRE(all.mark(all.moderator, outside, theme, 0, 15, because).at("mark.because_of") == witness);
    CHECK(moderator.get("/api/answers/" + outside).at("passages.marks.0.because_of") == witness);
    CHECK(editor.get("/api/answers/" + outside).at("passages.marks.0.because_of") == "null");
    CHECK(moderator.get("/api/answers/" + outside).at("passages.marks.0.source") == "suggestion");
    CHECK(editor.get("/api/answers/" + outside).at("passages.marks.0.source") == "hand");
    const auto refused = all.mark(all.editor, outside, theme, 0, 7, because);
    CHECK(refused.field() == "because_of");
    CHECK(refused.body == all.mark(all.editor, outside, theme, 0, 7, R"(,"because_of":98765)").body);
    for (auto* reader : {&editor, &moderator}) reader->post("/api/samples/" + drawn.at("id") + "/completion");
    CHECK(editor.get("/api/answers/" + outside).at("passages.marks.0.because_of") == witness);
    CHECK(editor.get("/api/answers/" + outside).at("passages.marks.0.source") == "suggestion");
}
