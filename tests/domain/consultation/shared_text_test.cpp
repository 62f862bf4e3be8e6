#include "domain/consultation/shared_text.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <initializer_list>

#include "base/utf8.hpp"
#include "domain/consultation/campaign.hpp"

using namespace samrad;
using namespace samrad::domain;

namespace {

std::string shared(std::initializer_list<const char*> texts) {
    std::vector<std::u16string> all;
    for (const auto* text : texts) all.push_back(to_utf16(text));
    return to_utf8(shared_text(all));
}

}  // namespace

TEST_CASE("What a family shares is what most of it says, without the first sender's own lines") {
    CHECK(shared({"Jeg heter Kari. Senk farten nå. Sett opp lys.", "Senk farten nå. Sett opp lys.",
                  "Senk farten nå. Sett opp lys. Hilsen oss i Fjellveien."}) == "Senk farten nå. Sett opp lys.");
    CHECK(shared({}).empty());
    CHECK(shared({"Bare meg."}) == "Bare meg.");
    CHECK(shared({"Senk farten nå.", "Noe helt annet som ingen sier."}).empty());
}

TEST_CASE("Where everybody has a word of their own, no half of a sentence is left as shared") {
    CHECK(shared({"Skole nr. 4", "Skole nr. 17", "Skole nr. 31"}).empty());
    CHECK(shared({"Jeg bor i Fjellveien og vil ha lavere fart. Sett opp lys.",
                  "Jeg bor i Strandgata og vil ha lavere fart. Sett opp lys.",
                  "Jeg bor på Nesset og vil ha lavere fart. Sett opp lys."}) == "Sett opp lys.");
    CHECK(shared({"Senk farten nå. Min datter ble påkjørt..", "Senk farten nå. Jeg sykler.",
                  "Senk farten nå. Vi er tre."}) == "Senk farten nå.");
    // Most have the same word: then it is of the campaign, and the one who changed it did so on their own.
    CHECK(shared({"Senk hastigheten ved skolen nå.", "Senk farten ved skolen nå.", "Senk farten ved skolen nå."}) ==
          "Senk farten ved skolen nå.");
}

TEST_CASE("What most say stands where they say it, also where the first sender left it out") {
    CHECK(shared({"Senk farten nå.\n\nHilsen oss.", "Senk farten nå. Sett opp lys.\n\nHilsen oss.",
                  "Senk farten nå. Sett opp lys.\n\nHilsen oss."}) == "Senk farten nå. Sett opp lys.\n\nHilsen oss.");
    CHECK(shared({"Sett opp lys. Sett opp bommer.", "Sett opp bommer. Sett opp lys.", "Sett opp bommer."}) ==
          "Sett opp lys. Sett opp bommer.");
}

TEST_CASE("Each shared sentence was written by somebody, and what most sent unchanged is shared whole") {
    testing::Writer writer(7);
    for (int campaign = 0; campaign < 20; ++campaign) {
        auto sentences = writer.sentences(6, 12);
        for (auto& one : sentences) one = "S" + one;
        const auto appeal = testing::Writer::joined(sentences);
        std::vector<std::string> texts;
        for (int i = 0; i < 20; ++i) texts.push_back(writer.paraphrase(sentences));
        const auto told = [&] {
            std::vector<std::u16string> all;
            for (const auto& text : texts) all.push_back(to_utf16(text));
            return to_utf8(shared_text(all));
        };
        const auto of_changed = told();
        for (std::size_t at = 0; at < of_changed.size();) {
            const auto past = std::min(of_changed.find(". S", at), of_changed.size() - 1) + 1;
            const auto sentence = of_changed.substr(at, past - at);
            CHECK(std::any_of(texts.begin(), texts.end(),
                              [&](const auto& text) { return text.find(sentence) != text.npos; }));
            at = past + 1;
        }
        texts.insert(texts.end(), 21, appeal);
        const auto of_most = told();
        CHECK(of_most.size() == appeal.size());  // perhaps in the order of the first sender
        for (const auto& one : sentences) CHECK(of_most.find(one) != std::string::npos);
    }
}
