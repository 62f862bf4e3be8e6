// What a body says of itself.
#include "domain/consultation/on_behalf.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace samrad;
using namespace samrad::domain;

namespace {

std::vector<std::string> wrong_in(const TypedBody& typed, OnBehalf body = {}) {
    std::vector<std::string> fields;
    for (const auto& problem : read_body(typed, body)) fields.push_back(problem.field);
    return fields;
}

}  // namespace

TEST_CASE("An organisation outside of the tree has a name of one line; a unit needs none") {
    CHECK(wrong_in({"Naturvernforbundet", {}, {}, {}, {}, {}}).empty());
    for (const char* name : {"", "   ", "To\nlinjer",
                             "\xE2\x80\xAE"
                             "vend"}) {
        CHECK(wrong_in({name, {}, {}, {}, {}, {}}) == std::vector<std::string>{"organisation"});
    }
    OnBehalf unit;
    unit.unit = UnitId{7};
    CHECK(wrong_in({"Et annet navn", {}, {}, {}, {}, {}}, unit).empty());
    read_body({"Et annet navn", {}, {}, {}, {}, {}}, unit);
    CHECK(unit.organisation.empty());
}

TEST_CASE("A meeting's vote is whole numbers, all or none of them; who abstained may be left out") {
    OnBehalf body;
    CHECK(read_body({"Laget", "Årsmøtet", "12", "3", "", ""}, body).empty());
    CHECK(body.vote == MeetingVote{12, 3, 0});
    CHECK(read_body({"Laget", "", "", "", "", ""}, body).empty());
    CHECK(!body.vote);
    for (const auto& [in_favour, against] : {std::pair("12", ""),
                                             {"", "3"},
                                             {"-1", "3"},
                                             {"1.5", "3"},
                                             {"1e3", "3"},
                                             {"1000001", "3"},
                                             {"tolv", "3"},
                                             {"99999999999999999999", "3"}}) {
        CHECK(wrong_in({"Laget", "", in_favour, against, "", ""}) == std::vector<std::string>{"votes"});
    }
    CHECK(wrong_in({"Laget", "", "1", "2", "x", ""}) == std::vector<std::string>{"votes"});
}

TEST_CASE("Sponsors stand a line each, once, twenty at most") {
    OnBehalf body;
    CHECK(read_body({"Laget", "", "", "", "", "Nord\n\n  Sør \nNord\n"}, body).empty());
    CHECK(body.sponsors == std::vector<std::string>{"Nord", "Sør"});
    std::string many;
    for (int i = 0; i < 21; ++i) many += "Lag " + std::to_string(i) + "\n";
    CHECK(wrong_in({"Laget", "", "", "", "", many}) == std::vector<std::string>{"sponsors"});
    CHECK(wrong_in({"Laget", "", "", "", "", std::string(201, 'x')}) == std::vector<std::string>{"sponsors"});
}

TEST_CASE("Minutes are at most 5,000 characters, counted as people count them") {
    std::string long_text;
    for (int i = 0; i < 5000; ++i) long_text += "å";
    CHECK(wrong_in({"Laget", long_text, "", "", "", ""}).empty());
    CHECK(wrong_in({"Laget", long_text + "å", "", "", "", ""}) == std::vector<std::string>{"meeting"});
}
