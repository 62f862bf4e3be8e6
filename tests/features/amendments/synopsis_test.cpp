// The synopsis on paper: which blocks and which amendments stand in it, and how a list looks there.
#include <catch2/catch_test_macros.hpp>

#include "features/amendments/amendment_paper.hpp"
#include "features/amendments/meeting.hpp"

using namespace samrad;
using namespace samrad::features;
using namespace samrad::testing;

namespace {

const std::string programme =
    "# Mål\n\nVi vil ha gratis ferge.\n\n## Vei\n\n- grus\n- asfalt\n  1. tykk\n  2. tynn\n\n## Båt\n\nOg tog.\n";

ToldAmendment told(int number, int from, int to) {
    ToldAmendment one;
    one.amendment.number = number;
    one.sort = domain::ChangeSort::replacement;
    one.version = 1;
    one.line_from = from;
    one.line_to = to;
    return one;
}

// What stands in each passage: its lines' words behind its mark, then the names of the amendments.
std::vector<std::string> passages(const std::vector<ToldAmendment>& all, OfficialLines part) {
    domain::Version version;
    version.markdown = programme;
    for (int id = 1; id <= 9; ++id) version.block_ids.push_back(id);
    domain::Document document;
    document.title = "Program";
    document.head = 1;
    const auto paper = synopsis_paper(all, document, *render_version(version, 80), part, Time{}, domain::Language::nb);
    CHECK((paper.subtitle.find("linje 3 til 7") != std::string::npos) == (part.from == 3 && part.to == 7));
    std::vector<std::string> shown;
    for (const auto& passage : paper.passages) {
        shown.emplace_back(std::size_t(passage.depth), '>');
        if (!passage.mark.empty()) shown.back() += passage.mark + " ";
        for (const auto& [number, words] : passage.lines) shown.back() += words;
        while (shown.back().ends_with(' ')) shown.back().pop_back();
        for (const auto& entry : passage.entries) shown.back() += " [" + entry.name + "]";
    }
    return shown;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("In the synopsis an item stands under its mark, and as far in as its list") {
    CHECK(passages({}, {}) == Shown{"Mål", "Vi vil ha gratis ferge.", "Vei", ">• grus", ">• asfalt", ">>1. tykk",
                                    ">>2. tynn", "Båt", "Og tog."});
}

TEST_CASE("A chapter's synopsis has its blocks, and what begins before it at the first of them") {
    const std::vector<ToldAmendment> all{told(1, 2, 4), told(2, 5, 5), told(3, 7, 9)};
    CHECK(passages(all, {3, 7}) == Shown{"Vei [E 1]", ">• grus", ">• asfalt [E 2]", ">>1. tykk", ">>2. tynn [E 3]"});
    CHECK(passages({told(1, 0, 0)}, {3, 3}) == Shown{" [E 1]", "Vei"});
    CHECK(passages({told(1, 90, 91)}, {90, 99}) == Shown{" [E 1]"});
}

TEST_CASE("A chapter's synopsis has the amendments to its lines, and bad lines are refused") {
    Meeting all;
    all.submitted(all.party.member, "b2", "Vi vil ha billig ferge.");
    all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    auto reader = all.party.world.browser();
    const auto whole = reader.get(all.place + "/synopsis?form=odt");
    const auto part = reader.get(all.place + "/synopsis?form=odt&from=3&to=3");
    CHECK(part.body.starts_with("PK"));
    CHECK(part.body.size() < whole.body.size());
    CHECK(reader.get(all.place + "/synopsis?form=odt&from=-1").field() == "from");
}
