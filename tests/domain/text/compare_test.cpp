#include "domain/text/compare.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace samrad::domain;
using Kind = Row::Kind;

namespace {

std::vector<Kind> kinds(const std::vector<Row>& rows) {
    std::vector<Kind> out;
    for (const Row& row : rows) out.push_back(row.kind);
    return out;
}

std::u16string joined(const std::optional<Side>& side) {
    std::u16string text;
    for (const Piece& piece : side->pieces) text += piece.text;
    return text;
}

const ComparedBlock title{"h1", 1, u"Vedtekter for laget"};
const ComparedBlock board{"p1", 3, u"Styret velges for ett år av årsmøtet i april."};
const ComparedBlock money{"p2", 5, u"Medlemmer betaler kontingent innen første mars hvert år."};
const ComparedBlock end{"p3", 7, u"Vedtektene endres med to tredels flertall på årsmøtet."};

}  // namespace

TEST_CASE("Equal versions are one row of unchanged blocks") {
    const auto rows = compare({title, board, money}, {title, board, money});
    REQUIRE(kinds(rows) == std::vector{Kind::same});
    CHECK(rows[0].count == 3);
    CHECK(compare({}, {}).empty());
}

TEST_CASE("A changed block shows the words that changed, on both sides") {
    ComparedBlock changed = board;
    changed.text = u"Styret velges for to år av årsmøtet i april.";
    const auto rows = compare({title, board, money}, {title, changed, money});
    REQUIRE(kinds(rows) == std::vector{Kind::same, Kind::changed, Kind::same});
    CHECK(rows[1].before->pieces == std::vector<Piece>{{u"Styret velges for ", Piece::kept},
                                                       {u"ett", Piece::deleted},
                                                       {u" år av årsmøtet i april.", Piece::kept}});
    CHECK(rows[1].after->pieces == std::vector<Piece>{{u"Styret velges for ", Piece::kept},
                                                      {u"to", Piece::inserted},
                                                      {u" år av årsmøtet i april.", Piece::kept}});
    CHECK(rows[1].before->line == 3);
}

TEST_CASE("A moved block stands where it is now, and its changed words are marked") {
    ComparedBlock changed = board;
    changed.id = "p9";
    changed.text = u"Styret velges for to år av årsmøtet i april.";
    const auto rows = compare({title, board, money, end}, {title, money, end, changed});
    REQUIRE(kinds(rows) == std::vector{Kind::same, Kind::moved});
    CHECK(rows[1].from_above);
    CHECK(joined(rows[1].before) == board.text);
    CHECK(joined(rows[1].after) == changed.text);
    const auto back = compare({title, money, end, board}, {title, board, money, end});
    REQUIRE(kinds(back) == std::vector{Kind::same, Kind::moved, Kind::same});
    CHECK_FALSE(back[1].from_above);
}

TEST_CASE("A block rewritten beyond recognition is deleted and inserted, even under its old id") {
    ComparedBlock other = board;
    other.text = u"Fisk skal selges fersk på kaia hver morgen.";
    CHECK(kinds(compare({title, board, money}, {title, other, money})) ==
          std::vector{Kind::same, Kind::inserted, Kind::deleted, Kind::same});
}

TEST_CASE("Every block of either version is in exactly one row, with all its text") {
    CHECK(rc::check("complete", [] {
        const auto blocks = [] {
            std::vector<ComparedBlock> out;
            for (const int i : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9))) {
                ComparedBlock block = std::vector{title, board, money, end}[i % 4];
                if (i > 3) block.text += u" Og noe mer.";
                if (i > 7) block = {"", 0, u""};
                out.push_back(block);
            }
            return out;
        };
        const auto a = blocks();
        const auto b = blocks();
        std::vector<std::u16string> in_a, in_b, out_a, out_b;
        for (const auto& block : a) in_a.push_back(block.text);
        for (const auto& block : b) in_b.push_back(block.text);
        std::size_t same = 0;
        for (const Row& row : compare(a, b)) {
            same += row.count;
            if (row.before) out_a.push_back(joined(row.before));
            if (row.after) out_b.push_back(joined(row.after));
        }
        RC_ASSERT(out_a.size() + same == a.size());
        RC_ASSERT(out_b.size() + same == b.size());
        for (auto* texts : {&in_a, &in_b, &out_a, &out_b}) std::ranges::sort(*texts);
        RC_ASSERT(std::ranges::includes(in_a, out_a));
        RC_ASSERT(std::ranges::includes(in_b, out_b));
    }));
}
