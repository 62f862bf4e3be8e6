#include "base/utf8.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace samrad;

TEST_CASE("Text in any script is well-formed UTF-8") {
    for (const auto* text :
         {"", "Blåbærsyltetøy", "\u010C\u00E1hppes", "\U0001F1F3\U0001F1F4", "\uFFFD", "\U0010FFFF"}) {
        CAPTURE(text);
        CHECK(is_utf8(text));
    }
}

TEST_CASE("Bytes that no encoder writes are refused") {
    using namespace std::string_view_literals;
    for (const auto bytes : {
             "\x80"sv,              // a tail without a lead
             "\xC3"sv,              // a lead without its tail
             "\xC3("sv,             // a lead with a wrong tail
             "\xC0\xAF"sv,          // "/" in an overlong form
             "\xE0\x80\xAF"sv,      // the same in three bytes
             "\xF0\x80\x80\xAF"sv,  // and in four
             "\xED\xA0\x80"sv,      // a surrogate
             "\xF4\x90\x80\x80"sv,  // beyond U+10FFFF
             "\xF5\x80\x80\x80"sv,  // a lead that leads nowhere
             "\xFE\xFF"sv,          // a byte order mark of UTF-16
             "abc\xE2\x82"sv,       // cut off at the end
         }) {
        CAPTURE(bytes);
        CHECK_FALSE(is_utf8(bytes));
    }
}

TEST_CASE("NUL is well-formed: who does not want it has to say so") {
    CHECK(is_utf8(std::string_view("a\0b", 3)));
    CHECK(to_utf16(std::string_view("a\0b", 3)).size() == 3);
}

TEST_CASE("Every code point survives the way to UTF-16 and back") {
    for (char32_t point = 0; point <= 0x10FFFF; point += point < 0x3000 ? 1 : 37) {
        if (point >= 0xD800 && point < 0xE000) continue;
        const std::u16string utf16 = point < 0x10000 ? std::u16string(1, char16_t(point))
                                                     : std::u16string{char16_t(0xD800 + ((point - 0x10000) >> 10)),
                                                                      char16_t(0xDC00 + ((point - 0x10000) & 0x3FF))};
        const std::string utf8 = to_utf8(utf16);
        if (!is_utf8(utf8) || to_utf16(utf8) != utf16 || utf16_length(utf8) != utf16.size() || code_points(utf8) != 1) {
            FAIL("U+" << std::hex << std::uint32_t(point));
        }
    }
}

TEST_CASE("Lengths are counted as the browser counts them") {
    CHECK(utf16_length("ø") == 1);
    CHECK(utf16_length("\u20AC") == 1);
    CHECK(utf16_length("\U0001F600") == 2);
    CHECK(code_points("\U0001F600") == 1);
    CHECK(code_points("Råd\U0001F600") == 4);
}

TEST_CASE("A lone surrogate is noticed, and becomes a replacement character on its way out") {
    const std::u16string high{u'a', char16_t(0xD83D)};
    const std::u16string low{char16_t(0xDE00), u'a'};
    const std::u16string turned{char16_t(0xDE00), char16_t(0xD83D)};
    for (const auto& text : {high, low, turned}) {
        CHECK_FALSE(is_utf16(text));
        CHECK(is_utf8(to_utf8(text)));
    }
    CHECK(is_utf16(u"a\U0001F600b"));
    CHECK(to_utf8(high) == "a\uFFFD");
    CHECK(to_utf8(turned) == "\uFFFD\uFFFD");
}

TEST_CASE("Each maximal broken part becomes one replacement character") {
    CHECK(to_utf16("a\xE2\x82") == u"a\uFFFD");                // one cut-off character
    CHECK(to_utf16("\xF0\x9F\x98!") == u"\uFFFD!");            // the sound byte after it stays
    CHECK(to_utf16("\xC0\xAF") == u"\uFFFD\uFFFD");            // neither byte can begin anything
    CHECK(to_utf16("\xED\xA0\x80") == u"\uFFFD\uFFFD\uFFFD");  // as the Unicode standard's table has it
}

TEST_CASE("A line that reads as it is written has no controls, line ends or turns of direction, and says something") {
    for (const char* good :
         {"Utkast", "Program 2027–2031: «nå»", "مناقشة", "👩‍🌾 Landbruk", "so\u00ADft", "=1+1", "<b>"}) {
        INFO(good);
        CHECK(is_one_line(good));
    }
    for (const char* bad : {"", " ", "\u00A0\u2003", "\u200B", "a\nb", "a\tb", "a\rb", "a\u0085b", "a\u2028b",
                            "a\u2029b", "\x1b[31m", "\u202Etfark", "a\u2066b", "a\u200Fb", "a\u061Cb", "\x7F"}) {
        INFO(bad);
        CHECK_FALSE(is_one_line(bad));
    }
}
