#include "domain/amendment/same_words.hpp"

#include <algorithm>
#include <utility>

#include "domain/text/hunk.hpp"

namespace samrad::domain {

namespace {

// Who takes the last paragraph away takes no line break behind it.
std::u16string_view without_breaks(std::u16string_view words) {
    while (!words.empty() && words.front() == u'\n') words.remove_prefix(1);
    while (!words.empty() && words.back() == u'\n') words.remove_suffix(1);
    return words;
}

// What stands in the lines of a hunk before it and behind it; nothing where it takes whole lines or puts in its own.
std::pair<std::u16string_view, std::u16string_view> lines_around(const Hunk& hunk, std::u16string_view text) {
    if (takes_lines(hunk, text) || has_own_lines(hunk, text)) return {};
    const auto from = hunk.from == 0 ? 0 : text.rfind(u'\n', hunk.from - 1) + 1;
    const auto to = std::min(text.find(u'\n', hunk.to), text.size());
    return {text.substr(from, hunk.from - from), text.substr(hunk.to, to - hunk.to)};
}

}  // namespace

bool same_words(const Change& one, std::u16string_view of_one, const Change& other, std::u16string_view of_other) {
    const auto ours = hunks_of(one, of_one);
    const auto theirs = hunks_of(other, of_other);
    return std::ranges::equal(ours, theirs, [&](const Hunk& a, const Hunk& b) {
        return without_breaks(a.insert) == without_breaks(b.insert) &&
               without_breaks(of_one.substr(a.from, a.to - a.from)) ==
                   without_breaks(of_other.substr(b.from, b.to - b.from)) &&
               lines_around(a, of_one) == lines_around(b, of_other);
    });
}

}  // namespace samrad::domain
