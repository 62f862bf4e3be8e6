// Texts that are made to hold a difference up: nothing in common, and everything alike. A difference that compared
// every line with every other would not end here.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "domain/text/diff.hpp"

using namespace samrad::domain;

namespace {

// Lines of their own until the text is so long.
std::u16string lines(std::size_t length, char16_t letter) {
    std::u16string text;
    for (std::size_t n = 0; text.size() < length; ++n) {
        for (const char digit : std::to_string(n)) text += char16_t(letter + (digit - '0'));
        text += u" en linje for seg selv\n";
        text[text.size() - 4] = letter;
    }
    return text;
}

std::u16string equal_lines(std::size_t count) {
    std::u16string text;
    for (std::size_t n = 0; n < count; ++n) text += u"lik\n";
    return text;
}

}  // namespace

TEST_CASE("Two texts of 256 kB without a line in common are one made of the other") {
    const auto before = lines(256 * 1024, u'a'), after = lines(256 * 1024, u'A');
    CHECK(*step_between(before, after).change.apply(before) == after);
}

TEST_CASE("Of a hundred thousand equal lines the one that is put in and the ones that go are found") {
    const auto before = equal_lines(100'000);
    auto after = before;
    after.insert(after.size() / 2, u"ulik\n");
    const auto inserted = step_between(before, after).change;
    CHECK(*inserted.apply(before) == after);
    CHECK(inserted.inserted() == u"ulik\n");
    const auto fewer = equal_lines(60'000);
    CHECK(*step_between(before, fewer).change.apply(before) == fewer);
    CHECK(step_between(before, fewer).change.inserted().empty());
}
