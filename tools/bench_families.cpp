// How long it takes to find the family of one more answer among 50,000, a tenth of them of twenty campaigns: for
// tools/bench, name, milliseconds and limit between tabs.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "domain/consultation/family.hpp"

using namespace samrad;

namespace {

std::mt19937 random_number(1814);

// Few words come often and many seldom, as in a language.
std::u16string sentence() {
    std::u16string text;
    for (int i = 0; i < 12; ++i) {
        const auto frequent = random_number() % 3 != 0;
        const auto word = random_number() % (frequent ? 60 : 8000);
        for (auto rest = word + 30; rest > 0; rest /= 26) text += static_cast<char16_t>(u'a' + rest % 26);
        text += u' ';
    }
    return text;
}

std::u16string text(int sentences) {
    std::u16string all;
    for (int i = 0; i < sentences; ++i) all += sentence();
    return all;
}

}  // namespace

int main() {
    using Clock = std::chrono::steady_clock;
    constexpr std::int64_t answers = 50'000;
    constexpr int more = 200;
    std::vector<std::u16string> campaigns(20);
    for (auto& one : campaigns) one = text(8);
    std::vector<domain::Sketch> sketches;
    for (std::int64_t i = 0; i < answers + more; ++i) {
        sketches.push_back(
            domain::sketch_of({i % 10 == 0 ? campaigns[std::size_t(i / 10 % 20)] + sentence() : text(8)}));
    }
    domain::Families families;
    double slowest = 0;
    const auto began = Clock::now();
    for (std::int64_t i = 0; i < answers; ++i) families.add(AnswerId{i + 1}, sketches[std::size_t(i)]);
    const std::chrono::duration<double, std::milli> all = Clock::now() - began;
    for (std::int64_t i = answers; i < answers + more; ++i) {
        const auto start = Clock::now();
        families.add(AnswerId{i + 1}, sketches[std::size_t(i)]);
        slowest = std::max(slowest, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::printf("families among 50,000 texts, in memory\t%.0f\t30000\n", all.count());
    std::printf("the family of one more among 50,000, the slowest of 200\t%.2f\t50\n", slowest);
}
