// What a change breaks of a text's shape without meaning it.
#include "domain/text/structure.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"
#include "domain/text/diff.hpp"

using namespace samrad::domain;

namespace {

std::vector<Broken> broken(std::u16string_view before, std::u16string_view after) {
    auto blocks = read_blocks(samrad::to_utf8(std::u16string(before)));
    name_blocks(blocks, 1);
    return broken_by(step_between(before, after).change, before, blocks, after,
                     read_blocks(samrad::to_utf8(std::u16string(after))));
}

using What = std::vector<Broken>;

}  // namespace

TEST_CASE("Words that change break nothing") {
    CHECK(broken(u"# A\n\nEn ferge.\n\n- tog\n- buss\n", u"# A\n\nEn båt.\n\n- tog\n- båt\n").empty());
    CHECK(broken(u"En.\n\nTo.\n\nTre.\n", u"En.\n\nTre.\n").empty());
    CHECK(broken(u"- tog\n- buss\n", u"- tog\n- bane\n- buss\n").empty());
    CHECK(broken(u"En.\n\nTo.\n", u"En.\n\nHalvannen.\n\nTo.\n").empty());
}

TEST_CASE("A paragraph that becomes a heading is said to") {
    CHECK(broken(u"En.\n\nTo er mer enn en.\n", u"En.\n\nTo er mer enn en.\n---\n") == What{{Breakage::kind, 2}});
}

TEST_CASE("Something between two items ends their list, a new item or an item's own paragraph does not") {
    const std::u16string list = u"Først:\n\n- tog\n- buss\n- båt\n";
    CHECK(broken(list, u"Først:\n\n- tog\n- buss\n\nMellom dem.\n\n- båt\n") == What{{Breakage::list, 3}});
    CHECK(broken(list, u"Først:\n\n- tog\n- buss\n- bane\n- båt\n").empty());
}

TEST_CASE("A table whose rows get other numbers of cells is broken, one whose words change is not") {
    const std::u16string table = u"| År | Mål |\n| --- | --- |\n| 2027 | 10 |\n| 2028 | 20 |\n";
    CHECK(broken(table, u"| År | Mål |\n| --- | --- |\n| 2027 | 15 |\n| 2028 | 20 |\n").empty());
    CHECK(broken(table, u"| År | Mål |\n| --- | --- |\n| 2027 | 10 | 12 |\n| 2028 | 20 |\n") ==
          What{{Breakage::table, 1}});
    CHECK(broken(table, u"| År | Mål |\n| 2027 | 10 |\n| 2028 | 20 |\n") == What{{Breakage::table, 1}});
}

TEST_CASE("What is swallowed behind a change is said, though nobody touched it") {
    const auto found = broken(u"En.\n\nTo.\n\nTre.\n", u"En.\n\n```\nTo.\n\nTre.\n");
    CHECK(std::any_of(found.begin(), found.end(), [](const Broken& one) { return one.what == Breakage::beyond; }));
}
