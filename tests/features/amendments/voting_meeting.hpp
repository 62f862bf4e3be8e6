// A meeting that votes on amendments to a document.
#pragma once

#include "features/amendments/meeting.hpp"

namespace samrad::testing {

// A meeting with alternatives on the ferry, a wish for the road and a principle.
struct VotingMeeting : Meeting {
    std::string cheap = submitted(party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    std::string gone = submitted(party.second, "b2", "Maten er god.");
    std::string road = submitted(party.member, "b3", "Og mye bedre vei.");
    std::string principle = submitted_principle();

    std::string submitted_principle() {
        auto member = party.world.signed_in(party.member);
        const auto made =
            member.post(place + "/amendments", R"({"version":1,"kind":"principle","instruction":"Nevn klima først."})");
        REQUIRE(made.status == 201);
        REQUIRE(member.post("/api/amendments/" + made.at("amendment.id") + "/submission").status == 200);
        return made.at("amendment.id");
    }
    Answer list(const std::string& more = "") { return party.world.browser().get(place + "/voting-list" + more); }
    std::string order() {
        const auto answer = list();
        std::string ids;
        for (std::size_t i = 0; i < answer.size("items"); ++i) {
            ids += " " + answer.at("items." + std::to_string(i) + ".amendment");
        }
        return ids;
    }
    std::string order_number() { return list().at("order"); }
    std::string in_order(const std::vector<std::string>& ids) {
        std::string text;
        for (const auto& id : ids) text += " " + id;
        return text;
    }
    Answer put(const std::string& body) {
        return party.world.signed_in(party.editor).post(place + "/voting-list/order", body);
    }
    Answer move(const std::string& id, const std::string& before) {
        return put(R"({"version":1,"order":)" + order_number() + R"(,"amendment":)" + id + R"(,"before":)" + before +
                   "}");
    }
    Answer enter(const std::string& id, const std::string& result, const std::string& more = "",
                 const std::string& expected = "open") {
        return party.world.signed_in(party.editor)
            .post(place + "/voting-list/results", R"({"version":1,"amendment":)" + id + R"(,"expected":")" + expected +
                                                      R"(","result":")" + result + "\"" + more + "}");
    }
    // The unit recommends, published at once.
    void recommend(const std::string& id, const std::string& verdict) {
        const auto sent = party.world.signed_in(party.editor)
                              .post(place + "/recommendations",
                                    R"({"unit":)" + std::to_string(party.unit.value) + R"(,"amendments":[)" + id +
                                        R"(],"publish":true,)" + R"("replaces":)" + said_of(id) + "," + verdict + "}");
        INFO(sent.body);
        REQUIRE(sent.status == 201);
    }
    // The road is adopted as the unit words it, and the ferry taken away, for which its other amendment falls.
    void adopt_in_other_words() {
        recommend(road, R"("verdict":"adopt_changed","changes":[{"block":"b3","markdown":"Og litt bedre vei."}])");
        REQUIRE(enter(road, "adopted_changed", R"(,"votes":{"for":40,"against":3})").status == 200);
        REQUIRE(enter(gone, "adopted", R"(,"votes":{"for":30,"against":13,"abstain":1})").status == 200);
        REQUIRE(make_version().status == 201);
    }
    // What the amendment's last result is; "" where it never had one.
    std::string result_of(const std::string& id) {
        return party.world.database.value("select coalesce((select result from voting_results where amendment_id = " +
                                          id + " order by id desc limit 1), '')");
    }
    std::string decision_on(const std::string& id) {
        return party.world.database.value(
            "select coalesce((select decision from merge_decisions where amendment_id = " + id +
            " order by id desc limit 1), '')");
    }
};

}  // namespace samrad::testing
