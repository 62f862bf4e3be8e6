// What holds for every text and all changes that are taken together: of sentences, and of lists, quotations and lines
// that are drawn in.
#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "domain/text/gathering.hpp"
#include "domain/text/markdown_by_chance.hpp"
#include "domain/text/merge.hpp"

using namespace samrad::domain;
using samrad::tests::some_change;
using samrad::tests::some_markdown;

namespace {

// Sentences of three clauses from few words, so that changes meet often.
std::u16string some_sentences() {
    std::u16string text;
    const int count = *rc::gen::inRange(1, 8);
    for (int i = 0; i < count; ++i) {
        const int words = *rc::gen::inRange(1, 5);
        for (int w = 0; w < words; ++w) {
            text += std::u16string(u"abcdefgh").substr(*rc::gen::inRange(0, 8), 1) + (w + 1 < words ? u" " : u"");
        }
        text += *rc::gen::element<std::u16string>(u", ", u". ", u"\n", u"\n\n", u" og ", u".\n- ");
    }
    return text;
}

Change some_rewording(std::u16string_view text) {
    Change change;
    while (change.length() < text.size()) {
        const std::size_t left = text.size() - change.length();
        const std::size_t kept = std::min(left, *rc::gen::inRange<std::size_t>(1, 12));
        change.add_kept(kept);
        const std::size_t gone = std::min(left - kept, *rc::gen::inRange<std::size_t>(0, 5));
        const auto insert =
            *rc::gen::element<std::u16string>(u"", u"x", u" y", u"z. ", u"\n- w", u"v\n", u"\n\nu", u"t.\n\n");
        change.add_replaced(gone, insert);
    }
    return change;
}

// A law of a text and of changes of it.
void holds(const std::string& law, std::size_t count,
           const std::function<void(const std::u16string&, const std::vector<Change>&)>& property) {
    CHECK(rc::check(law + " of sentences", [&] {
        const auto text = some_sentences();
        std::vector<Change> changes;
        while (changes.size() < count) changes.push_back(some_rewording(text));
        property(text, changes);
    }));
    CHECK(rc::check(law + " of Markdown", [&] {
        const auto text = some_markdown(16);
        std::vector<Change> changes;
        while (changes.size() < count) changes.push_back(some_change(text, 2));
        property(text, changes);
    }));
}

}  // namespace

TEST_CASE("Changes that do not meet give one text in every order, each word with the changes that brought it") {
    holds("order", 4, [](const auto& text, const auto& changes) {
        const auto units = clauses_of(text);
        Gathering all(text, units);
        for (const auto& change : changes) all.add(change);
        std::vector<std::size_t> free;  // taken greedily: none meets another
        const auto meetings = all.meetings();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool meets = std::any_of(meetings.begin(), meetings.end(), [&](const Meeting& meeting) {
                return (meeting.a == i && std::find(free.begin(), free.end(), meeting.b) != free.end()) ||
                       (meeting.b == i && std::find(free.begin(), free.end(), meeting.a) != free.end());
            });
            if (!meets) free.push_back(i);
        }
        const auto woven = all.weave(free);
        auto reversed = free;
        std::reverse(reversed.begin(), reversed.end());
        RC_ASSERT(all.weave(reversed) == woven);

        // The old text is covered once, and what is new or gone names its changes.
        std::size_t at = 0;
        for (const auto& piece : woven) {
            RC_ASSERT(piece.before.from == at);
            at = piece.before.to;
            if (piece.changes.empty()) RC_ASSERT(piece.text.empty());
        }
        RC_ASSERT(at == text.size());

        // One after the other, each rebased on those before, ends with the same text, whoever is first.
        if (free.size() >= 2) {
            const std::vector<std::size_t> pair = {free[0], free[1]};
            const auto both = all.weave(pair);
            for (const auto first : pair) {
                const std::vector<std::size_t> one = {first};
                const auto before = text_of(all.weave(one), text);
                RC_ASSERT(*rest_of(both, first).apply(before) == text_of(both, text));
            }
        }
    });
}

TEST_CASE("Taking a change and taking it back gives the text again, and resting on nothing changes nothing") {
    holds("invert", 1, [](const auto& text, const auto& changes) {
        const auto units = clauses_of(text);
        Gathering one(text, units);
        one.add(changes[0]);
        one.add(Change::keep(text.size()));
        const std::vector<std::size_t> all = {0, 1};
        const auto change = change_of(one.weave(all));
        RC_ASSERT(*invert(change, text).apply(*change.apply(text)) == text);
        RC_ASSERT(rest_of(one.weave(all), 1) == change);
    });
}

TEST_CASE("All meetings are found, and each one by itself") {
    holds("meetings", 5, [](const auto& text, const auto& changes) {
        const auto units = clauses_of(text);
        Gathering all(text, units);
        for (const auto& change : changes) all.add(change);
        std::size_t found = 0;
        for (std::size_t i = 0; i < all.size(); ++i) found += all.meetings_of(i).size();
        RC_ASSERT(found == 2 * all.meetings().size());
    });
}
