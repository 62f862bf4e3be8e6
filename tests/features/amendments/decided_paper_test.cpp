// What became of amendments, in the files that are carried away: what the page tells, papers tell.
#include <unistd.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>

#include "features/amendments/voting_meeting.hpp"
#include "paper/outside_program.hpp"

using namespace samrad;
using samrad::testing::Meeting;
using samrad::testing::VotingMeeting;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string exported(Meeting& all, const std::string& query) {
    const auto answer = all.party.world.browser().get(all.place + "/amendments/export?" + query);
    INFO(answer.body.substr(0, 300));
    REQUIRE(answer.status == 200);
    return answer.body;
}

// A file that pandoc reads, as plain words on one line.
std::string words_of(const std::string& bytes, const std::string& form) {
    const auto name = "decided-" + std::to_string(::getpid()) + "." + form;
    const auto path = std::filesystem::temp_directory_path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    const auto words = paper::OutsidePrograms().run({"pandoc", "--wrap=none", "-t", "plain", path.string()}, "");
    std::filesystem::remove(path);
    REQUIRE(words);
    return *words;
}

boost::json::value item(Meeting& all, int number) {
    const auto told = boost::json::parse(exported(all, "form=json"));
    for (const auto& one : told.at("items").as_array()) {
        if (one.at("number") == number) return one;
    }
    FAIL("no number " << number);
    return nullptr;
}

void leave(Meeting& all, const std::string& id, const std::string& reason) {
    REQUIRE(all.decide(id, "leave").status == 200);
    REQUIRE(all.party.world.signed_in(all.party.editor)
                .post(all.place + "/merge/reasons",
                      R"({"version":1,"amendment":)" + id + R"(,"expected":"","reason":")" + reason + "\"}")
                .status == 200);
}

}  // namespace

TEST_CASE("Every file tells by whom, with which version and why an amendment was rejected") {
    Meeting all;
    const auto cheap = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto road = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    const auto pending = all.submitted(all.party.second, "b4", "buss");
    REQUIRE(all.decide(cheap, "take").status == 200);
    leave(all, road, "Alt for dyrt, =nå.");
    REQUIRE(all.make_version().status == 201);

    const auto csv = exported(all, "form=csv&language=nb&sort=number");
    CHECK(has(csv, "avgjort i versjon,avgjort av,avgjørelse,hvorfor avgjort slik"));
    CHECK(has(csv, ",2,Partiet,vedtatt,\r\n"));
    CHECK(has(csv, ",2,Partiet,avvist,\"Alt for dyrt, =nå.\"\r\n"));
    CHECK(has(csv, ",,,,\r\n"));  // nobody has decided the third
    const auto rejected = item(all, 2).at("decided");
    CHECK(rejected.at("version") == 2);
    CHECK(rejected.at("by") == "Partiet");
    CHECK(rejected.at("reason") == "Alt for dyrt, =nå.");
    CHECK(rejected.at("taken") == false);
    CHECK(item(all, 1).at("decided").at("taken") == true);
    CHECK(item(all, 3).at("decided").is_null());
    for (const std::string form : {"docx", "odt"}) {
        const auto words = words_of(exported(all, "form=" + form + "&language=nb"), form);
        INFO(words);
        CHECK(has(words, "vedtatt av Partiet, står i versjon 2"));
        CHECK(has(words, "avvist av Partiet, avgjort med versjon 2"));
        CHECK(has(words, "Avgjørelse: Alt for dyrt, =nå."));
    }
    const auto english = words_of(exported(all, "form=docx&language=en"), "docx");
    CHECK(has(english, "rejected by Partiet, decided with version 2"));
    CHECK(has(english, "Decision: Alt for dyrt"));
    CHECK(exported(all, "form=xlsx").starts_with("PK"));
    CHECK(exported(all, "form=pdf").starts_with("%PDF-"));
}

TEST_CASE("Every file tells how a meeting voted, what was adopted in other words, and for which other one one fell") {
    VotingMeeting all;
    all.adopt_in_other_words();
    const auto csv = exported(all, "form=csv&language=nb");
    INFO(csv);
    CHECK(has(csv, "2,Partiet,\"vedtatt i endret form\nVotering: 40–3.\","));
    CHECK(has(csv, "2,Partiet,\"vedtatt\nVotering: 30–13–1.\","));
    CHECK(has(csv, "2,Partiet,\"falt\nFalt fordi E 2 ble vedtatt.\","));
    CHECK(item(all, 1).at("decided").at("because_of") == 2);
    CHECK(item(all, 1).at("decided").at("result") == "fallen");
    CHECK(item(all, 3).at("decided").at("changed") == true);
    const auto words = words_of(exported(all, "form=docx&language=en"), "docx");
    CHECK(has(words, "adopted as changed by Partiet, is in version 2"));
    CHECK(has(words, "fallen by Partiet"));
    CHECK(has(words, "Decision: Fell because A 2 was adopted."));
}

TEST_CASE("Every file tells whose words were chosen where one was left out") {
    Meeting all;
    const auto cheap = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto dear = all.submitted(all.party.second, "b2", "Vi vil ha dyr ferge. Maten er god.");
    REQUIRE(all.decide(cheap + "," + dear, "take").status == 200);
    auto editor = all.party.world.signed_in(all.party.editor);
    const auto room = editor.get(all.place + "/merge");
    REQUIRE(editor
                .post(all.place + "/merge/texts", R"({"version":1,"from":)" + room.at("disputes.0.from") + R"(,"to":)" +
                                                      room.at("disputes.0.to") + R"(,"expected":0,"text":"dyr"})")
                .status == 200);
    REQUIRE(all.make_version().status == 201);
    CHECK(has(exported(all, "form=csv&language=nb"), "avvist\nDet kolliderte med E 2, og den ordlyden ble valgt."));
    CHECK(item(all, 1).at("decided").at("left_out") == true);
    CHECK(item(all, 1).at("decided").at("lost_to") == 2);
}
