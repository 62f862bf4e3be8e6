// Official quotation, there and back.
#include "domain/amendment/quotation.hpp"

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"
#include "domain/amendment/quote_finder.hpp"
#include "domain/text/diff.hpp"

using namespace samrad;
using namespace samrad::domain;

namespace {

constexpr std::string_view markdown =
    "# Mål\n\nVi vil ha gratis ferge. Maten er «god», og den er varm.\n\nOg **bedre** vei i nord.\n\n- tog\n- tog og "
    "buss\n\nVi vil ha gratis buss. Og bedre skole.\n";

struct Read {
    std::u16string text = to_utf16(markdown);
    std::vector<Block> blocks = read_blocks(markdown, 80);
    QuoteFinder finder{text, blocks, 80};
    std::string at(const Finding& found) const {
        return to_utf8(text.substr(found.range.from, found.range.to - found.range.from));
    }
};

std::vector<Quotation> quotations(const std::u16string& before, const std::u16string& after) {
    return quotations_of(step_between(before, after).change, before, clauses_of(before));
}

}  // namespace

TEST_CASE("A change is quoted in whole clauses, a new block by itself") {
    const std::u16string before = u"Vi vil ha gratis ferge. Maten er god.\n\nOg bedre vei.\n";
    CHECK(quotations(before, u"Vi vil ha billig ferge. Maten er god.\n\nOg bedre vei.\n") ==
          std::vector<Quotation>{{u"Vi vil ha gratis ferge.", u"Vi vil ha billig ferge."}});
    CHECK(quotations(before, u"Vi vil ha gratis ferge. Maten er god.\n\nOg mye bedre vei.\n") ==
          std::vector<Quotation>{{u"Og bedre vei.", u"Og mye bedre vei."}});
    CHECK(quotations(before, u"Vi vil ha gratis ferge. Maten er god.\n\nNy.\n\nOg bedre vei.\n") ==
          std::vector<Quotation>{{u"", u"Ny."}});
    CHECK(quotations(before, u"Vi vil ha gratis ferge.\n\nOg bedre vei og mat.\n").size() == 2);
    // A sentence of several clauses is quoted whole, the mark of its item left out.
    CHECK(quotations(u"- Vi vil ha ferge, vei og mat, men ikke buss. Ja.\n- Nei.\n",
                     u"- Vi vil ha ferge, vei og god mat, men ikke buss. Ja.\n- Nei.\n") ==
          std::vector<Quotation>{
              {u"Vi vil ha ferge, vei og mat, men ikke buss.", u"Vi vil ha ferge, vei og god mat, men ikke buss."}});
}

TEST_CASE("What is quoted of a change of one line is found again, and put in its place makes the same text") {
    CHECK(rc::check([] {
        const auto words = *rc::gen::container<std::vector<std::string>>(
            8, rc::gen::element<std::string>("ferge", "vei", "og", "Vi", "mat.", "buss,", "tog"));
        const auto index = *rc::gen::inRange<std::size_t>(0, 8);
        const auto instead = *rc::gen::element<std::string>("skole", "Kino.", "et hus", "");
        const auto joined = [](const std::vector<std::string>& all) {
            std::string text;
            for (const auto& word : all) {
                if (word.empty()) continue;
                if (!text.empty()) text += ' ';
                text += word;
            }
            return text + "\n";
        };
        auto changed = words;
        changed[index] = instead;
        const auto before = to_utf16(joined(words));
        const auto after = to_utf16(joined(changed));
        RC_PRE(before != after);
        const auto all = quotations(before, after);
        RC_ASSERT(all.size() == 1u);
        const auto blocks = read_blocks(to_utf8(before), 80);
        const auto found = QuoteFinder(before, blocks, 80).find(all.front().old_words, 0, 0);
        RC_PRE(found.found == Found::one);  // the same words may stand twice
        auto made = before;
        made.replace(found.range.from, found.range.to - found.range.from, all.front().new_words);
        const auto words_only = [](std::u16string text) {
            std::erase_if(text, [](char16_t unit) { return unit == u' ' || unit == u'\n'; });
            return text;
        };
        RC_ASSERT(words_only(made) == words_only(after));
    }));
}

TEST_CASE("A quote is found whatever became of its spaces, marks and capitals on the way over paper") {
    const Read read;
    CHECK(read.at(read.finder.find(u"Maten er \"God\",  og\nden er varm", 0, 0)) == "Maten er «god», og den er varm");
    CHECK(read.at(read.finder.find(u"og bedre vei", 0, 0)) == "Og **bedre** vei");
    CHECK(read.at(read.finder.find(u"**bedre**", 0, 0)) == "**bedre**");
    CHECK(read.finder.find(u"bed", 0, 0).found == Found::none);
    CHECK(read.finder.find(u"  ", 0, 0).found == Found::none);
    // Over two blocks, as one reads it.
    CHECK(read.at(read.finder.find(u"vei i nord. tog", 0, 0)) == "vei i nord.\n\n- tog");
}

TEST_CASE("Where a quote stands in several places, the lines choose, or the very letters, or nobody") {
    const Read read;
    CHECK(read.finder.find(u"Vi vil ha gratis", 0, 0).found == Found::several);
    CHECK(read.finder.find(u"Vi vil ha gratis", 2, 2).line_from == 2);
    CHECK(read.finder.find(u"Vi vil ha gratis", 6, 7).line_from == 6);
    CHECK(read.finder.find(u"Vi vil ha gratis", 4, 4).found == Found::several);  // as far from one as from the other
    CHECK(read.finder.find(u"Vi vil ha gratis", 900, 900).line_from == 6);
    CHECK(read.finder.find(u"tog", 4, 5).found == Found::several);
    CHECK(read.finder.find(u"og bedre", 0, 0).found == Found::several);
    CHECK(read.finder.block_at(1)->kind == BlockKind::heading);
    CHECK(read.finder.block_at(0) == nullptr);
}
