// Small Markdown texts by chance, for laws: few words and many edges, so that changes meet, and meet in odd places.
#pragma once

#include <rapidcheck.h>
#include <algorithm>
#include <string>
#include <string_view>

#include "domain/text/change.hpp"

namespace samrad::tests {

// Words, ends of clauses, and what begins a line: paragraphs, items with and without numbers, drawn in, quoted,
// headings.
inline std::u16string some_part() {
    return *rc::gen::element<std::u16string>(u"a", u"b c", u" og ", u", ", u". ", u"\n", u"\n\n", u"\n- ", u"\n  - ",
                                             u"\n1. ", u"\n2. ", u"\n> ", u"\n    ", u"\n# ");
}

// Of 1 to `most` - 1 parts.
inline std::u16string some_markdown(int most) {
    std::u16string text;
    for (int parts = *rc::gen::inRange(1, most); parts > 0; --parts) text += some_part();
    return text;
}

// Of `text`, in at most `places` of it: each keeps up to 11 units, and replaces up to 4 with up to two parts.
inline domain::Change some_change(std::u16string_view text, int places) {
    domain::Change change;
    for (; places > 0 && change.length() < text.size(); --places) {
        change.add_kept(std::min(text.size() - change.length(), *rc::gen::inRange<std::size_t>(0, 12)));
        std::u16string insert;
        for (int parts = *rc::gen::inRange(0, 3); parts > 0; --parts) insert += some_part();
        change.add_replaced(std::min(text.size() - change.length(), *rc::gen::inRange<std::size_t>(0, 5)), insert);
    }
    change.add_kept(text.size() - change.length());
    return change;
}

}  // namespace samrad::tests
