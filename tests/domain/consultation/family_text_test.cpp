#include "domain/consultation/family_text.hpp"

#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"

using namespace samrad;
using namespace samrad::domain;

namespace {

// "kept [-left out-] {+own+}"
std::string shown(const char* shared, const char* text) {
    std::string all;
    for (const auto& piece : own_words(to_utf16(shared), to_utf16(text))) {
        const auto words = to_utf8(piece.text);
        all += piece.mark == Piece::kept      ? words
               : piece.mark == Piece::deleted ? "[-" + words + "-]"
                                              : "{+" + words + "+}";
    }
    return all;
}

}  // namespace

TEST_CASE("Each sender's own words are in full view, and what was left out is told") {
    CHECK(shown("Senk farten nå. Sett opp lys.", "Senk farten nå. Min datter ble påkjørt. Sett opp lys.") ==
          "Senk farten nå. {+Min datter ble påkjørt. +}Sett opp lys.");
    CHECK(shown("Senk farten nå. Sett opp lys.", "Senk farten nå.") == "Senk farten nå.[- Sett opp lys.-]");
    CHECK(shown("Likt.", "Likt.") == "Likt.");
    CHECK(shown("", "Alt er mitt.") == "{+Alt er mitt.+}");
}

TEST_CASE("Kept and own pieces joined are the sender's text, whatever the two are") {
    const char* texts[] = {"",
                           "a",
                           "Senk farten nå.\n\nSett opp lys ved krysset.",
                           "Sett opp lys ved krysset.\n\nSenk farten nå.",
                           "😀 Sett 😀 opp",
                           "Noe helt annet, 😀, som ingen andre sier."};
    for (const auto* shared : texts) {
        for (const auto* text : texts) {
            std::u16string joined;
            for (const auto& piece : own_words(to_utf16(shared), to_utf16(text))) {
                if (piece.mark != Piece::deleted) joined += piece.text;
            }
            CHECK(to_utf8(joined) == text);
        }
    }
}
