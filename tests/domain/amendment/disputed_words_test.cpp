// On which words two that collide disagree, as their sponsors read it.
#include "domain/amendment/disputed_words.hpp"

#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"
#include "domain/text/diff.hpp"

using namespace samrad::domain;
using samrad::to_utf8;

namespace {

const std::u16string text = u"# Ferge\n\n- **Gratis** ferge, og god mat om bord.\n\nVi vil ha flere tog.\n";

std::u16string with(const std::u16string& old_words, const std::u16string& new_words) {
    auto made = text;
    return made.replace(made.find(old_words), old_words.size(), new_words);
}

// "word" or "behind: word", those of several passages joined by "; ".
std::string disputed(const Change& one, const Change& other, bool whole = false) {
    const auto units = clauses_of(text);
    Gathering all(text, units);
    all.add(one, whole);
    all.add(other);
    std::string told;
    for (const auto& passage : disputed_words(all, all.meetings_of(0), text, units, 3)) {
        told += (told.empty() ? "" : "; ") + std::string(passage.behind ? "behind: " : "") + to_utf8(passage.words);
    }
    return told;
}
std::string disputed(const std::u16string& one, const std::u16string& other) {
    return disputed(step_between(text, one).change, step_between(text, other).change);
}

}  // namespace

TEST_CASE("Two that want other words for the same disagree on those words") {
    CHECK(disputed(with(u"god mat", u"billig mat"), with(u"god mat", u"varm mat")) == "god");
    CHECK(disputed(with(u"**Gratis**", u"**Billig**"), with(u"**Gratis**", u"**Dyr**")) == "Gratis");
}

TEST_CASE("Two that change one clause in different words disagree on all from the first to the last") {
    CHECK(disputed(with(u"god mat", u"billig mat"), with(u"om bord", u"i land")) == "god mat om bord");
}

TEST_CASE("Two that put something in at one place disagree on what comes behind the clause before it") {
    CHECK(disputed(with(u"flere tog.", u"flere tog. De skal gå."), with(u"flere tog.", u"flere tog. De er raske.")) ==
          "behind: Vi vil ha flere tog.");
}

TEST_CASE("Each passage is told once, and of a counter-draft none, since it is about all") {
    auto one = with(u"god mat", u"billig mat");
    one.replace(one.find(u"flere tog"), 9, u"mange tog");
    auto other = with(u"god mat", u"varm mat");
    other.replace(other.find(u"flere tog"), 9, u"færre tog");
    CHECK(disputed(one, other) == "god; flere");
    CHECK(disputed(step_between(text, one).change, step_between(text, other).change, true).empty());
}
