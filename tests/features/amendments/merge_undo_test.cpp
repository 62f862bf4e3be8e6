// The way back in the merge room: what stood there stands again in the name of who decided, said or wrote it.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

struct Room : Meeting {
    std::string cheap = submitted(party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    std::string dear = submitted(party.second, "b2", "Vi vil ha dyr ferge. Maten er god.");
    AccountId mona = party.world.person("Mona Kollega");
    std::string own_name =
        party.world.database.value("select name from accounts where id = " + std::to_string(party.editor.value));

    Room() { party.world.standing(mona, party.unit, "editor"); }

    Answer act(AccountId who, const std::string& what, const std::string& body) {
        return party.world.signed_in(who).post(place + "/merge/" + what, R"({"version":1,)" + body + "}");
    }
    Answer decides(AccountId who, const std::string& decision, const std::string& seen) {
        return act(
            who, "decisions",
            R"("decision":")" + decision + R"(","amendments":[{"id":)" + cheap + R"(,"expected":")" + seen + R"("}])");
    }
    Answer explains(AccountId who, const std::string& reason, const std::string& seen = "") {
        return act(who, "reasons",
                   R"("amendment":)" + cheap + R"(,"expected":)" + quoted(seen) + R"(,"reason":)" + quoted(reason));
    }
    Answer undoes(AccountId who, const std::string& seen, const std::string& again, const std::string& more = "") {
        return act(who, "undo",
                   R"("decisions":[{"id":)" + cheap + R"(,"expected":")" + seen + R"(","again":")" + again + "\"" +
                       more + "}]");
    }
    Answer undoes_reason(AccountId who, const std::string& seen) {
        return act(who, "undo", R"("reason":{"amendment":)" + cheap + R"(,"expected":)" + quoted(seen) + "}");
    }
    // "take Mona Kollega": how the first stands, and in whose name.
    std::string stands() {
        const auto now = room();
        return now.at("amendments.0.decision") + " " + now.at("amendments.0.decided_by.name");
    }
};

}  // namespace

TEST_CASE("Undo of a decision that replaced a colleague's gives it back in the colleague's name") {
    Room all;
    const auto editor = all.party.editor;
    REQUIRE(all.decides(all.mona, "take", "open").status == 200);
    REQUIRE(all.decides(editor, "leave", "take").status == 200);
    const auto back = all.undoes(editor, "leave", "take");
    INFO(back.body);
    REQUIRE(back.status == 200);
    CHECK(all.stands() == "take Mona Kollega");
    SECTION("whose it is again: it is no more the editor's to take back") {
        CHECK(all.undoes(editor, "take", "open").code() == "merge.decided_meanwhile");
        CHECK(all.undoes(all.mona, "take", "open").status == 200);
        CHECK(all.room().at("amendments.0.decision") == "open");
    }
    SECTION("who looked before the undo is told who did it, and not whose decision stands") {
        const auto late = all.decides(all.mona, "open", "leave");
        CHECK(late.code() == "merge.decided_meanwhile");
        CHECK(late.at("problem.facts.by") == all.own_name);
        const auto make =
            all.party.world.signed_in(all.mona).post(all.place + "/merge/version", R"({"version":1,"seen":2})");
        CHECK(make.at("problem.facts.by") == all.own_name);
    }
}

TEST_CASE("Several of one's own decisions are taken back one by one, down to a colleague's") {
    Room all;
    const auto editor = all.party.editor;
    REQUIRE(all.decides(all.mona, "leave", "open").status == 200);
    REQUIRE(all.explains(all.mona, "For dyrt.").status == 200);
    REQUIRE(all.decides(editor, "take", "leave").status == 200);
    REQUIRE(all.decides(editor, "open", "take").status == 200);
    REQUIRE(all.undoes(editor, "open", "take").status == 200);
    CHECK(all.stands() == "take " + all.own_name);
    REQUIRE(all.undoes(editor, "take", "leave").status == 200);
    CHECK(all.stands() == "leave Mona Kollega");
    CHECK(all.room().at("amendments.0.left_because") == "For dyrt.");
    CHECK(all.room().at("amendments.0.left_because_by.name") == "Mona Kollega");
}

TEST_CASE("A name cannot be claimed: nobody brings back what did not stand there before their own decision") {
    Room all;
    const auto editor = all.party.editor;
    REQUIRE(all.decides(all.mona, "take", "open").status == 200);
    SECTION("a colleague's decision is nobody else's to take back") {
        CHECK(all.undoes(editor, "take", "open").code() == "merge.decided_meanwhile");
    }
    SECTION("what a colleague has taken back herself does not come back in her name") {
        REQUIRE(all.decides(all.mona, "open", "take").status == 200);
        REQUIRE(all.decides(editor, "leave", "open").status == 200);
        CHECK(all.undoes(editor, "leave", "take").code() == "merge.decided_meanwhile");
        CHECK(all.stands() == "leave " + all.own_name);
    }
    SECTION("nor does the act take a name") {
        REQUIRE(all.decides(editor, "leave", "take").status == 200);
        CHECK(all.undoes(editor, "leave", "take", R"(,"author":7)").code() == "input.unknown_field");
        CHECK(all.undoes(editor, "leave", "take", R"(,"decided_by":7)").code() == "input.unknown_field");
    }
    SECTION("what nobody has decided is not taken back") {
        const auto none =
            all.act(editor, "undo", R"("decisions":[{"id":)" + all.dear + R"(,"expected":"open","again":"open"}])");
        CHECK(none.code() == "merge.nothing_to_undo");
    }
    CHECK(all.undoes(all.party.member, "take", "open").status == 403);
    CHECK(all.act(editor, "undo", R"("decisions":[])").status == 422);
}

TEST_CASE("Who undoes a decision has read why it was left, and the reason goes with the decision") {
    Room all;
    const auto editor = all.party.editor;
    REQUIRE(all.decides(editor, "leave", "open").status == 200);
    REQUIRE(all.explains(all.mona, "For dyrt.").status == 200);
    CHECK(all.undoes(editor, "leave", "open", R"(,"left_because":"")").code() == "merge.reason_meanwhile");
    REQUIRE(all.undoes(editor, "leave", "open", R"(,"left_because":"For dyrt.")").status == 200);
    CHECK(all.room().at("amendments.0.decision") == "open");
    CHECK(all.room().at("amendments.0.left_because").empty());
}

TEST_CASE("Undo of a reason that replaced a colleague's gives it back in the colleague's name") {
    Room all;
    const auto editor = all.party.editor;
    REQUIRE(all.decides(editor, "leave", "open").status == 200);
    REQUIRE(all.explains(all.mona, "For dyrt.").status == 200);
    CHECK(all.undoes_reason(editor, "For dyrt.").code() == "merge.reason_meanwhile");
    REQUIRE(all.explains(editor, "Uklart.", "For dyrt.").status == 200);
    CHECK(all.undoes_reason(editor, "For dyrt.").code() == "merge.reason_meanwhile");
    REQUIRE(all.undoes_reason(editor, "Uklart.").status == 200);
    const auto now = all.room();
    CHECK(now.at("amendments.0.left_because") == "For dyrt.");
    CHECK(now.at("amendments.0.left_because_by.name") == "Mona Kollega");
    CHECK(now.at("amendments.0.decided_by.name") == all.own_name);
    SECTION("and hers to take back") {
        REQUIRE(all.undoes_reason(all.mona, "For dyrt.").status == 200);
        CHECK(all.room().at("amendments.0.left_because").empty());
        CHECK(all.undoes_reason(all.mona, "").code() == "merge.reason_meanwhile");
    }
}

TEST_CASE("Undo of a text that replaced a colleague's gives it back as hers, for what it was written for") {
    Room all;
    const auto editor = all.party.editor;
    REQUIRE(all.decide(all.cheap + "," + all.dear, "take").status == 200);
    const auto dispute = all.room();
    const auto place = R"("from":)" + dispute.at("disputes.0.from") + R"(,"to":)" + dispute.at("disputes.0.to");
    const auto write = [&](AccountId who, const std::string& text, const std::string& seen) {
        return all.act(who, "texts", place + R"(,"expected":)" + seen + R"(,"text":)" + text);
    };
    const auto undo = [&](AccountId who, const std::string& seen) {
        return all.act(who, "undo", R"("text":{)" + place + R"(,"expected":)" + seen + "}");
    };
    const auto writer = [&] {
        return all.party.world.database.value(
            "select name from merge_texts t join accounts a on a.id = t.author_id order by t.id desc limit 1");
    };
    const auto hers = write(all.mona, R"("rimelig")", "0");
    REQUIRE(hers.status == 200);
    CHECK(undo(editor, hers.at("hand_texts.0.number")).code() == "merge.text_meanwhile");
    const auto own = write(editor, R"("grei")", hers.at("hand_texts.0.number"));
    REQUIRE(own.status == 200);
    CHECK(undo(editor, hers.at("hand_texts.0.number")).code() == "merge.text_meanwhile");
    const auto back = undo(editor, own.at("hand_texts.0.number"));
    INFO(back.body);
    REQUIRE(back.status == 200);
    CHECK(back.at("hand_texts.0.text") == "rimelig");
    CHECK(writer() == "Mona Kollega");
    SECTION("taken back by her nothing stands there, as before she wrote") {
        REQUIRE(undo(all.mona, back.at("hand_texts.0.number")).status == 200);
        CHECK(all.room().size("hand_texts") == 0);
    }
    SECTION("what one took away of hers comes back too") {
        REQUIRE(write(editor, "null", back.at("hand_texts.0.number")).status == 200);
        CHECK(undo(editor, "0").at("hand_texts.0.text") == "rimelig");
        CHECK(writer() == "Mona Kollega");
    }
}

TEST_CASE("Starting over is taken back as one, each decision in the name that it had") {
    Room all;
    const auto editor = all.party.editor;
    REQUIRE(all.decides(all.mona, "take", "open").status == 200);
    REQUIRE(all.decide(all.dear, "leave").status == 200);
    REQUIRE(all.act(editor, "decisions",
                    R"("decision":"open","amendments":[{"id":)" + all.cheap + R"(,"expected":"take"},{"id":)" +
                        all.dear + R"(,"expected":"leave"}])")
                .status == 200);
    const auto undo = [&](const std::string& seen) {
        return all.act(editor, "undo",
                       R"("decisions":[{"id":)" + all.cheap + R"(,"expected":")" + seen +
                           R"(","again":"take"},{"id":)" + all.dear + R"(,"expected":"open","again":"leave"}])");
    };
    CHECK(undo("take").code() == "merge.decided_meanwhile");  // none of them then
    CHECK(all.room().at("amendments.1.decision") == "open");
    REQUIRE(undo("open").status == 200);
    CHECK(all.stands() == "take Mona Kollega");
    CHECK(all.room().at("amendments.1.decision") == "leave");
    CHECK(all.room().at("amendments.1.decided_by.name") == all.own_name);
}
