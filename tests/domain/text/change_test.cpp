#include "domain/text/change.hpp"

#include <catch2/catch_test_macros.hpp>

#include "domain/text/change_json.hpp"

using namespace samrad::domain;

namespace {
Change change(std::string_view json, std::size_t length) {
    auto read = change_from_json(json, length);
    REQUIRE(read);
    return std::move(read).value();
}
}  // namespace

TEST_CASE("A change makes the text it says") {
    CHECK(*change("[5,[0,\",\"],6]", 11).apply(u"Hello world") == u"Hello, world");
    CHECK(*change("[[5,\"Hei\",\"hå\"],6]", 11).apply(u"Hello world") == u"Hei\nhå world");
    CHECK(*Change::replace(11, 5, 11, u"").apply(u"Hello world") == u"Hello");
    CHECK(*Change().apply(u"") == u"");
}

TEST_CASE("A change of another text is refused") {
    CHECK(Change::keep(3).apply(u"four").problem().code == "change.length");
}

TEST_CASE("Typing and deleting again leaves nothing") {
    const Change typed = change("[5,[0,\"abc\"],6]", 11);
    CHECK(compose(typed, change("[5,[3],6]", 14)).empty());
    CHECK(to_json(compose(typed, change("[6,[1],7]", 14))) == "[5,[0,\"ac\"],6]");
}

TEST_CASE("Of two insertions at one place the change that is carried over comes second, or first when asked") {
    const Change a = change("[5,[0,\"A\"],6]", 11);
    const Change b = change("[5,[0,\"B\"],6]", 11);
    CHECK(to_json(map(a, b, false)) == "[6,[0,\"A\"],6]");
    CHECK(to_json(map(a, b, true)) == "[5,[0,\"A\"],7]");
}

TEST_CASE("Inverting a change takes it back") {
    const Change replaced = change("[2,[3,\"x\",\"y\"],6]", 11);
    CHECK(*invert(replaced, u"Hello world").apply(*replaced.apply(u"Hello world")) == u"Hello world");
}

TEST_CASE("A position stays beside its neighbours, and one whose text is gone says so") {
    const Change c = change("[2,[3],2,[0,\"abc\"],4]", 11);
    CHECK(map_position(c, 1, -1) == 1);
    CHECK(map_position(c, 7, -1) == 4);
    CHECK(map_position(c, 7, 1) == 7);
    CHECK(map_position(c, 11, 1) == 11);
    CHECK(map_surviving_position(c, 3, 1) == std::nullopt);
    CHECK(map_surviving_position(c, 2, 1) == 2);
    CHECK(map_surviving_position(c, 5, 1) == 2);
}

TEST_CASE("Changed ranges that touch are one") {
    const Change c = change("[2,[3],[0,\"abc\"],4,[1],1]", 11);
    CHECK(changed_ranges(c) == std::vector<ChangedRange>{{2, 5, 2, 5}, {9, 10, 9, 9}});
    CHECK(changed_ranges(Change::keep(4)).empty());
}

TEST_CASE("A change that cuts an emoji in two is found out") {
    CHECK(keeps_pairs(Change::replace(4, 1, 3, u"x"), u"a😀b"));
    CHECK_FALSE(keeps_pairs(Change::replace(4, 2, 3, u""), u"a😀b"));
    CHECK_FALSE(keeps_pairs(Change::replace(4, 0, 2, u""), u"a😀b"));
    CHECK_FALSE(keeps_pairs(Change::replace(4, 1, 1, std::u16string(1, u'\xD83D')), u"a😀b"));
}

TEST_CASE("A change is written the same way however it was spelled") {
    CHECK(to_json(change(" [ 2 , 3,[0, \"a\"],[0,\"\\u0062\"] , 6 ]", 11)) == "[5,[0,\"ab\"],6]");
    CHECK(to_json(change("[[5,\"\"],6]", 11)) == "[[5],6]");
    CHECK(to_json(change("[[0,\"\",\"\"]]", 0)) == "[[0,\"\",\"\"]]");
    CHECK(to_json(change("[[0,\"\\ud83d\\ude00\\u0001\\\"\\\\\"]]", 0)) == "[[0,\"😀\\u0001\\\"\\\\\"]]");
    CHECK(to_json(Change()) == "[]");
    CHECK(to_json(Change::keep(11)) == "[11]");
}

TEST_CASE("What is no change of this text is refused with its reason") {
    for (const char* json : {"",
                             "{}",
                             "[",
                             "[11",
                             "[11]]",
                             "[-11]",
                             "[+11]",
                             "[1.5,9.5]",
                             "[1e1,1]",
                             "[011]",
                             "[0,11]",
                             "[[0],11]",
                             "[[],11]",
                             "[[\"a\"],11]",
                             "[11,]",
                             "[null]",
                             "[\"x\"]",
                             "[[0,\"a\",1],11]",
                             "[[0,\"\\x\"],11]",
                             "[[0,\"\\ud8\"],11]",
                             "[[0,\"a],11]",
                             "[[[0,\"a\"]],11]",
                             "[11] 2"}) {
        INFO(json);
        const auto read = change_from_json(json, 11);
        REQUIRE_FALSE(read);
        CHECK(read.problem().code == "change.malformed");
    }
    for (const char* json : {"[]", "[10]", "[12]", "[99999999999999999999999999]", "[18446744073709551615,12]",
                             "[[0,\"a\"],12]", "[[9223372036854775807],[9223372036854775807],13]"}) {
        INFO(json);
        const auto read = change_from_json(json, 11);
        REQUIRE_FALSE(read);
        CHECK(read.problem().code == "change.length");
    }
    for (const char* json : {"[[0,\"a\\nb\"],11]", "[[0,\"a\\rb\"],11]", "[[0,\"\\u0000\"],11]", "[[0,\"\\ud83d\"],11]",
                             "[[0,\"\\ude00\\ud83d\"],11]", "[[0,\"\\ud83dx\"],11]", "[[0,\"\xff\"],11]"}) {
        INFO(json);
        const auto read = change_from_json(json, 11);
        REQUIRE_FALSE(read);
        CHECK(read.problem().code == "change.text");
    }
}
