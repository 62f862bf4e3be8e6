// How long reading, rendering and the text algebra take on a text of 250 kB and 2,000 blocks, in milliseconds: the best
// of several rounds. With --table, for tools/bench: name, milliseconds and limit of what has a limit, between tabs.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "domain/text/anchor.hpp"
#include "domain/text/compare.hpp"
#include "domain/text/diff.hpp"
#include "domain/text/markdown.hpp"

using namespace samrad::domain;

namespace {

std::mt19937 random_number(1814);
bool for_table = false;

const std::vector<std::u16string>& vocabulary() {
    static const std::vector<std::u16string> words = [] {
        std::vector<std::u16string> all = {u"og",  u"i",  u"det", u"som", u"er", u"en",
                                           u"til", u"på", u"av",  u"for", u"å",  u"med"};
        const std::vector<std::u16string> syllables = {u"lands", u"møte",   u"kom", u"mune",  u"styre", u"sam",
                                                       u"råd",   u"ved",    u"tak", u"skole", u"helse", u"fylke",
                                                       u"lag",   u"arbeid", u"er",  u"ene",   u"lig",   u"het"};
        for (const auto& a : syllables) {
            for (const auto& b : syllables) {
                all.push_back(a + b);
                all.push_back(a + b + syllables[all.size() % syllables.size()]);
            }
        }
        return all;
    }();
    return words;
}

// Short words come often, as they do in a language.
std::u16string word() {
    const auto& all = vocabulary();
    return all[random_number() % 3 == 0 ? random_number() % 12 : random_number() % all.size()];
}

std::u16string paragraph(std::size_t length) {
    std::u16string text = word();
    while (text.size() < length) text += (random_number() % 12 == 0 ? u", " : u" ") + word();
    return text + u".";
}

std::vector<std::u16string> blocks() {
    std::vector<std::u16string> all;
    for (int i = 0; i < 2000; ++i) all.push_back(i % 10 == 0 ? u"## " + paragraph(20) : paragraph(120));
    return all;
}

std::u16string joined(const std::vector<std::u16string>& all) {
    std::u16string text;
    for (const auto& block : all) text += block + u"\n\n";
    return text;
}

// A new version: a word changed in every 10th block, every 40th rewritten, every 50th gone, every 60th new, some moved.
std::vector<std::u16string> edited(std::vector<std::u16string> all) {
    for (std::size_t i = 0; i < all.size(); i += 10) all[i].insert(all[i].find(u' ') + 1, word() + u" ");
    for (std::size_t i = 5; i < all.size(); i += 40) all[i] = paragraph(120);
    for (std::size_t i = 100; i + 700 < all.size(); i += 100) std::swap(all[i + 3], all[i + 600]);
    for (std::size_t i = 7; i < all.size(); i += 50) all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
    for (std::size_t i = 9; i < all.size(); i += 60)
        all.insert(all.begin() + static_cast<std::ptrdiff_t>(i), paragraph(120));
    return all;
}

void time(const char* name, int limit, const auto& run) {
    if (for_table && limit == 0) return;
    double best = 1e9;
    for (int round = 0; round < 7; ++round) {
        const auto start = std::chrono::steady_clock::now();
        run();
        best =
            std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    if (for_table) {
        std::printf("%s\t%.1f\t%d\n", name, best, limit);
    } else {
        std::printf("%-62s %8.2f ms\n", name, best);
    }
}

std::vector<ComparedBlock> compared(const std::vector<std::u16string>& all) {
    std::vector<ComparedBlock> out;
    for (std::size_t i = 0; i < all.size(); ++i) out.push_back({"", static_cast<int>(i), all[i]});
    return out;
}

}  // namespace

int main(int count, char** arguments) {
    for_table = count > 1 && std::string_view(arguments[1]) == "--table";
    const auto blocks_before = blocks();
    const auto blocks_after = edited(blocks_before);
    const std::u16string before = joined(blocks_before);
    const std::u16string after = joined(blocks_after);
    const Step step = step_between(before, after);
    if (!for_table)
        std::printf("%zu units, %zu sections changed, %zu moves\n", before.size(), changed_ranges(step.change).size(),
                    step.moves.size());
    const std::string markdown = samrad::to_utf8(before);
    time("rendering 250 kB of Markdown, from the text to the page", 30, [&] {
        auto found = read_blocks(markdown);
        (void)name_blocks(found, 1);
        (void)render(markdown, found);
    });
    time("the change to a version later, with moves", 50, [&] { (void)step_between(before, after); });

    const auto left = compared(blocks_before);
    const auto right = compared(blocks_after);
    time("the comparison with a version later, for people", 50, [&] { (void)compare(left, right); });

    std::vector<Anchor> anchors;
    std::vector<std::u16string> quotes;
    while (anchors.size() < 10000) {
        const std::size_t from = before.find(u' ', random_number() % (before.size() - 400)) + 1;
        const std::size_t to = before.find(u' ', from + random_number() % 200 + 1);
        anchors.push_back({{from, to}, Carried::exact});
        quotes.push_back(before.substr(from, to - from));
    }
    time("carrying 10,000 anchors in memory", 100, [&] { (void)carry_all(anchors, quotes, step, after); });
    int counts[3] = {};
    for (const Anchor& anchor : carry_all(anchors, quotes, step, after)) ++counts[static_cast<int>(anchor.state)];
    if (!for_table) std::printf("  exact %d, changed %d, orphaned %d\n", counts[0], counts[1], counts[2]);

    const std::u16string other = joined(blocks());
    time("step_between, no line in common", 0, [&] { (void)step_between(before, other); });
    const auto other_blocks = compared(blocks());
    time("compare, no block in common", 0, [&] { (void)compare(left, other_blocks); });
    std::u16string equal_lines, more_lines;
    for (int i = 0; i < 100000; ++i) equal_lines += u"a\n";
    more_lines = equal_lines;
    for (std::size_t i = 5000; i < more_lines.size(); i += 20000) more_lines.replace(i, 1, u"b c");
    time("step_between, 100,000 equal lines", 0, [&] { (void)step_between(equal_lines, more_lines); });
    const std::u16string one_line(1 << 18, u'x');
    std::u16string spaced(1 << 18, u' ');
    for (std::size_t i = 0; i < spaced.size(); i += 2) spaced[i] = static_cast<char16_t>(u'a' + random_number() % 26);
    std::u16string spaced_other = spaced;
    std::ranges::shuffle(spaced_other, random_number);
    time("step_between, 256 KiB of single letters in one line", 0, [&] { (void)step_between(spaced, spaced_other); });
    time("step_between, one word of 256 KiB", 0, [&] { (void)step_between(one_line, spaced); });
}
