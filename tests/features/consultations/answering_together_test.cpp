// Several who write on one answer, or one in several windows: nothing is sent that its sender has not seen, and nothing
// that another stored is replaced untold.
#include <thread>

#include "features/consultations/consultation_world.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

// A unit's answer that Anna and Bo write on, each by a link of their own.
struct Together : ConsultationWorld {
    Together() : consultation(open()), anna(writer("Anna")), bo(writer("Bo")) {
        const auto as = "as=unit:" + std::to_string(branch.value);
        annas = begin(anna, consultation, as);
        bos = begin(bo, consultation, as);
        form(anna, annas, "page=1&act=next&q.boat=yes&q.why=Vi+pendler");
    }

    testing::Browser writer(const char* name) {
        const auto person = world.person(name);
        world.standing(person, branch, "editor");
        return world.signed_in(person);
    }
    // Sends what stands on Anna's page, which showed what `review` shows, with what she typed there.
    testing::Answer anna_sends(const testing::Answer& review, const std::string& typed) {
        return form(anna, annas + "/submission", "consent=yes&base=" + base_in(review.body) + typed);
    }
    testing::Answer bo_saves(const std::string& fields) {
        return bo.put("/api/answers-by-link/" + bos.substr(9) + "/draft",
                      R"({"base":")" + base_in(bo.get(bos + "/review").body) + R"(","fields":)" + fields + "}");
    }

    std::string consultation, annas, bos;
    testing::Browser anna, bo;
};

bool has(const testing::Answer& page, std::string_view words) { return page.body.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("who sends a unit's answer sends what she saw: what a colleague wrote meanwhile is shown to her first") {
    Together all;
    const auto seen = all.anna.get(all.annas + "/review");
    Together::form(all.bo, all.bos, "page=1&act=next&q.boat=yes&q.why=Bo+mener+noe+annet");
    REQUIRE(all.bo_saves(R"({"meeting":["Styret 12. mai"],"in_favour":["7"],"against":["2"]})").status == 200);
    const auto told = all.anna_sends(seen, "&meeting=&sponsors=S%C3%B8rlaget");
    CHECK(told.status == 409);
    CHECK(has(told, "Ikke sendt: svaret er endret et annet sted"));
    CHECK(has(told, "Bo mener noe annet"));
    CHECK(has(told, "Styret 12. mai</textarea>"));  // she had typed nothing there
    CHECK(has(told, "Sørlaget</textarea>"));        // and loses nothing of what she typed
    CHECK(has(told, "name=\"consent\" value=\"yes\">"));
    CHECK(all.world.database.value("select state || (typed::json->'#meeting'->>0) from answers") ==
          "draftStyret 12. mai");
    const auto typed = "&meeting=Styret+12.+mai&in_favour=7&against=2&sponsors=S%C3%B8rlaget";
    CHECK(all.anna_sends(told, typed).status == 303);
    CHECK(all.world.database.value("select meeting || votes_for || sponsors[1] || (content::json->'why'->>0) from "
                                   "answers") == "Styret 12. mai7SørlagetBo mener noe annet");
}

TEST_CASE("where both wrote in one field, hers stays in it and his stands beside, in each language") {
    Together all;
    const auto seen = all.anna.get(all.annas + "/review");
    all.bo_saves(R"({"meeting":["Fra Bo"],"outcome":["yes"]})");
    const auto told = all.anna_sends(seen, "&meeting=Fra+Anna");
    CHECK(told.status == 409);
    CHECK(has(told, "Fra Anna</textarea>"));
    CHECK(has(told, "<dt>Hva protokollen sier</dt><dd>Fra Bo</dd>"));
    CHECK(has(told, "svart på høringen</dt><dd>Ja</dd>"));
    CHECK(!has(told, "name=\"outcome\" value=\"yes\" checked"));
    CHECK(all.anna_sends(told, "&meeting=Fra+Anna").status == 303);
    CHECK(all.world.database.value("select meeting from answers") == "Fra Anna");
}

TEST_CASE("a field that was cleared stays cleared, and one that was left as it was shows what a colleague made of it") {
    Together all;
    all.bo_saves(R"({"meeting":["Styret"],"sponsors":["Lyngen"],"outcome":["yes"]})");
    const auto seen = all.anna.get(all.annas + "/review");
    REQUIRE(has(seen, "Styret</textarea>"));
    all.bo_saves(R"({"meeting":["Årsmøtet"],"sponsors":["Nordlia"],"in_favour":["7"],"against":["2"]})");
    // She cleared the meeting and touched nothing else.
    const auto told = all.anna_sends(seen, "&meeting=&sponsors=Lyngen");
    CHECK(told.status == 409);
    CHECK(!has(told, "Årsmøtet</textarea>"));
    CHECK(has(told, "<dd>Årsmøtet</dd>"));
    CHECK(has(told, "Nordlia</textarea>"));
    CHECK(has(told, "value=\"7\""));
    CHECK(all.anna_sends(told, "&meeting=&sponsors=Nordlia&in_favour=7&against=2").status == 303);
    CHECK(all.world.database.value("select coalesce(meeting, '') || sponsors[1] || votes_for from answers") ==
          "Nordlia7");
}

TEST_CASE("a page that does not say what it showed replaces nothing: not what a colleague sent, nor what she typed") {
    Together all;
    all.bo_saves(R"({"meeting":["Fra Bo"]})");
    const auto sends = [&](const std::string& typed) {
        return Together::form(all.anna, all.annas + "/submission", "consent=yes" + typed);
    };
    const auto told = sends("&meeting=Fra+Anna");
    CHECK(told.status == 409);
    CHECK(has(told, "Fra Anna</textarea>"));
    CHECK(has(told, "<dd>Fra Bo</dd>"));
    CHECK(sends("&meeting=Fra+Bo").status == 303);
    CHECK(sends("&meeting=Fra+Bo").status == 303);  // sent just so already
    CHECK(sends("&meeting=Fra+Anna").status == 409);
    CHECK(all.world.database.value("select meeting || edits from answers") == "Fra Bo0");
}

TEST_CASE("who sends an answer that a colleague has withdrawn is told so in words and given back what was written") {
    Together all;
    const auto seen = all.anna.get(all.annas + "/review");
    Together::answer(all.bo, all.bos, "Vi+pendler");
    REQUIRE(Together::form(all.bo, all.bos + "/withdrawal", "").status == 200);
    const auto told = all.anna_sends(seen, "&typed=meeting&meeting=Styret+12.+mai&in_favour=7");
    CHECK(told.status == 404);
    CHECK(has(told, "answer.gone"));
    CHECK(has(told, "Styret 12. mai"));
    CHECK(has(all.anna.get(all.annas), "answer.gone"));
}

TEST_CASE("what a colleague has sent already is not replaced by an older page, and a way back stores nothing over it") {
    Together all;
    const auto seen = all.anna.get(all.annas + "/review");
    Together::answer(all.bo, all.bos, "Sendt+av+Bo", "&meeting=Vedtatt");
    CHECK(all.anna_sends(seen, "&meeting=").status == 409);
    CHECK(all.anna_sends(seen, "&act=back&meeting=Mitt").status == 409);
    CHECK(all.world.database.value("select meeting || edits || typed from answers").starts_with("Vedtatt0{\"boat\""));
    // A page that shows no more than what stands leads back as ever.
    CHECK(all.anna_sends(seen, "&act=back&meeting=Vedtatt").status == 303);
}

TEST_CASE("a second press, or a second window, that sends the same is one answer that was sent once") {
    Together all;
    const auto seen = all.anna.get(all.annas + "/review");
    const auto typed = "&meeting=Styret&in_favour=7&against=2";
    std::vector<std::jthread> both;
    for (int i = 0; i < 4; ++i) {
        both.emplace_back([&, window = all.anna]() mutable {
            Together::form(window, all.annas + "/submission",
                           "consent=yes&base=" + Together::base_in(seen.body) + typed);
        });
    }
    both.clear();
    const auto once_more = all.anna_sends(seen, typed);
    CHECK(once_more.status == 303);
    CHECK(once_more.header("location") == all.annas + "/receipt");
    CHECK(all.world.database.value("select state || edits || meeting from answers") == "submitted0Styret");
    CHECK(all.anna_sends(seen, "&meeting=Et+annet").status == 409);
}

TEST_CASE("what saves itself on the last page stops where the answers are other than it shows") {
    Together all;
    const auto seen = all.anna.get(all.annas + "/review");
    const auto save = [&](const std::string& base, const std::string& fields) {
        return all.anna.put("/api/answers-by-link/" + all.annas.substr(9) + "/draft",
                            R"({"base":")" + base + R"(","fields":)" + fields + "}");
    };
    const auto saved = save(Together::base_in(seen.body), R"({"meeting":["Styret"]})");
    REQUIRE(saved.status == 200);
    // The same once more, whose answer was lost on the way, is no quarrel.
    CHECK(save(Together::base_in(seen.body), R"({"meeting":["Styret"]})").status == 200);
    Together::form(all.bo, all.bos, "page=1&act=next&q.boat=no");
    CHECK(save(saved.at("base"), R"({"meeting":["Styret"]})").code() == "answer.changed_elsewhere");
    CHECK(all.anna_sends(seen, "&meeting=Styret").status == 409);
}

TEST_CASE("an answer that is withdrawn while a colleague sends it stays withdrawn, with nothing of what was sent") {
    for (int round = 0; round < 5; ++round) {
        Together all;
        const auto seen = all.anna.get(all.annas + "/review");
        Together::answer(all.bo, all.bos, "Vi+pendler");
        const auto now = all.anna.get(all.annas + "/review");
        {
            std::jthread gone([&] { Together::form(all.bo, all.bos + "/withdrawal", ""); });
            std::jthread sent([&] { all.anna_sends(now, "&meeting=HEMMELIG"); });
        }
        CHECK(all.anna_sends(seen, "&meeting=HEMMELIG").status == 404);
        CHECK(all.world.database.number("select count(*) from answers where state = 'withdrawn' and content = '{}' and "
                                        "typed = '{}' and meeting is null and answers::text not like '%HEMMELIG%'") ==
              1);
    }
}
