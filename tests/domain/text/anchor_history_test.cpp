// Comments on a real text with a real history: each ends on its words, or orphaned. The judge here is written apart
// from the code it judges: its own idea of words, its own longest common subsequence.
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <iostream>
#include <random>
#include <sstream>

#include "base/utf8.hpp"
#include "domain/text/anchor.hpp"
#include "domain/text/shared_data.hpp"

using namespace samrad::domain;

namespace {

std::vector<std::u16string> plain_words(std::u16string_view text) {
    std::vector<std::u16string> words(1);
    for (const char16_t c : text) {
        const bool letter = c > 0x7F || std::isalnum(static_cast<int>(c));
        if (letter && c != 0x2019 && c != 0x2013 && c != 0x2014 && c != 0xA0) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::size_t common(const std::vector<std::u16string>& a, const std::vector<std::u16string>& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (const auto& word : a) {
        std::size_t diagonal = 0;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t up = row[j];
            row[j] = word == b[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
            diagonal = up;
        }
    }
    return row.back();
}

std::vector<std::u16string> history(const std::string& file) {
    std::vector<std::u16string> versions;
    std::istringstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty())
            versions.push_back(samrad::to_utf16(std::string_view(boost::json::parse(line).at("text").as_string())));
    }
    return versions;
}

// Ranges of 1 to 40 words at random, and every paragraph.
std::vector<Anchor> some_anchors(std::u16string_view text, std::mt19937& random) {
    std::vector<Range> words;
    std::vector<Anchor> anchors;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t start = std::min(text.find_first_not_of(u" \n", from), text.size());
        const std::size_t end = std::min(text.find_first_of(u" \n", start), text.size());
        if (start < end) words.push_back({start, end});
        from = end;
    }
    for (int i = 0; i < 400; ++i) {
        const std::size_t first = random() % words.size();
        const std::size_t last = std::min(words.size() - 1, first + random() % 40);
        anchors.push_back({{words[first].from, words[last].to}, Carried::exact});
    }
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(u"\n\n", from), text.size());
        if (from < end) anchors.push_back({{from, end}, Carried::exact});
        from = end + 2;
    }
    return anchors;
}

}  // namespace

TEST_CASE("Comments placed anywhere in a real history end on their own words or orphaned") {
    const auto file = samrad::tests::shared_data("real-history.jsonl");
    if (!file) SKIP("real-history.jsonl is not there: set SAMRAD_SHARED_DATA to the folder that has it");
    const auto versions = history(*file);
    std::vector<Step> steps;
    for (std::size_t v = 1; v < versions.size(); ++v) {
        steps.push_back(step_between(versions[v - 1], versions[v]));
        REQUIRE(*steps.back().change.apply(versions[v - 1]) == versions[v]);
    }
    std::mt19937 random(7);
    for (const std::size_t start : {0, 10, 20, 30, 44, 60}) {
        auto anchors = some_anchors(versions[start], random);
        std::vector<std::u16string> quotes;
        for (const Anchor& anchor : anchors) {
            quotes.push_back(versions[start].substr(anchor.range.from, anchor.range.to - anchor.range.from));
        }
        for (std::size_t v = start + 1; v < versions.size(); ++v) {
            anchors = carry_all(anchors, quotes, steps[v - 1], versions[v]);
            for (std::size_t i = 0; i < anchors.size(); ++i) {
                if (anchors[i].state == Carried::orphaned) continue;
                const auto [from, to] = anchors[i].range;
                REQUIRE(from < to);
                REQUIRE(to <= versions[v].size());
                const auto quote = plain_words(quotes[i]);
                const auto there = plain_words(std::u16string_view(versions[v]).substr(from, to - from));
                INFO("version " << v + 1 << ", quote: " << samrad::to_utf8(quotes[i])
                                << "\nthere: " << samrad::to_utf8(versions[v].substr(from, to - from)));
                if (anchors[i].state == Carried::exact) {
                    REQUIRE(there == quote);
                } else {
                    // Words joined by hyphens count here as several, there as one: hence less than 60 %.
                    REQUIRE(common(quote, there) * 100 >= quote.size() * 55);
                    REQUIRE(common(quote, there) * 100 >= there.size() * 45);
                }
            }
        }
        int counts[3] = {};
        int findable = 0;  // orphaned although the quote stands in the last version word for word: lost, not wrong
        for (std::size_t i = 0; i < anchors.size(); ++i) {
            ++counts[static_cast<int>(anchors[i].state)];
            if (anchors[i].state == Carried::orphaned && plain_words(quotes[i]).size() > 4) {
                findable += versions.back().find(quotes[i]) != std::u16string::npos;
            }
        }
        std::cout << "placed on version " << start + 1 << ", at version " << versions.size() << ": exact " << counts[0]
                  << ", changed " << counts[1] << ", orphaned " << counts[2] << " (" << findable
                  << " of them with their quote still there)\n";
    }
}
