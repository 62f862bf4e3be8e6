// The demo party's own programme: long enough to try the reading page with, and amended throughout.
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "app/demo/programme_texts.hpp"
#include "base/utf8.hpp"
#include "domain/text/markdown.hpp"

using namespace samrad;

namespace {

std::string programme() {
    std::string text;
    for (const auto chapter : app::programme_chapters()) text += (text.empty() ? "" : "\n") + std::string(chapter);
    return text;
}

std::vector<app::ToldAmendment> amendments() {
    std::vector<app::ToldAmendment> all;
    for (const auto file : app::programme_amendments()) {
        for (auto& told : app::read_amendments(file)) all.push_back(std::move(told));
    }
    return all;
}

int times(const std::string& text, const std::string& words) {
    int count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("The demo's programme fills sixty pages and says hardly anything twice") {
    const auto text = programme();
    CHECK(to_utf16(text).size() >= 120'000);
    const auto blocks = domain::read_blocks(text, 80);
    int last = 0;
    std::map<std::u16string, int> said;
    for (const auto& block : blocks) {
        last = std::max(last, block.last_line);
        if (block.kind == domain::BlockKind::paragraph && block.visible.size() > 40) ++said[block.visible];
        if (block.kind == domain::BlockKind::item) ++said[block.visible];
    }
    CHECK(last >= 1'500);
    for (const auto& [words, count] : said) {
        INFO(to_utf8(words));
        CHECK(count == 1);
    }
}

TEST_CASE("The demo has 300 amendments, each to words that stand once, with a reason and alone or in clusters") {
    const auto text = programme();
    std::map<std::string, int> touched;
    std::set<std::string> bodies;
    int dissents = 0;
    int rewordings = 0;
    const auto all = amendments();
    CHECK(all.size() == 300);
    for (const auto& told : all) {
        INFO(told.before << told.instruction);
        CHECK(told.reason.size() > 20);
        CHECK(told.before.empty() != told.instruction.empty());
        if (!told.before.empty()) {
            CHECK(times(text, told.before) == 1);
            CHECK(told.before != told.after);
            ++touched[told.before];
        }
        for (const auto& said : told.recommendations) {
            bodies.insert(said.body);
            dissents += said.dissent.empty() ? 0 : 1;
            rewordings += said.verdict == "adopt_changed" ? 1 : 0;
            CHECK((said.verdict == "adopt_changed") == !said.wording.empty());
            if (!told.before.empty()) CHECK(said.wording != told.before);
        }
    }
    int clusters = 0;
    int largest = 0;
    for (const auto& [words, count] : touched) {
        clusters += count > 1 ? 1 : 0;
        largest = std::max(largest, count);
    }
    CHECK(clusters >= 20);
    CHECK(largest >= 8);
    CHECK(bodies == std::set<std::string>{"board", "committee", "county0", "county1", "county2", "county3"});
    CHECK(dissents >= 20);
    CHECK(rewordings >= 10);
}
