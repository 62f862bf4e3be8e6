#include "domain/amendment/quotation.hpp"

#include <algorithm>

#include "domain/text/gathering.hpp"

namespace samrad::domain {

bool is_any_space(char16_t unit) {
    return unit == u' ' || unit == u'\n' || unit == u'\t' || unit == u'\r' || unit == 0xA0 || unit == 0x2009 ||
           unit == 0x202F;
}

std::u16string_view trimmed_words(std::u16string_view text) {
    while (!text.empty() && is_any_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_any_space(text.back())) text.remove_suffix(1);
    return text;
}

namespace {

constexpr std::size_t most_sentence = 400;

// Whether a clause is the last of its sentence: after it comes a line's end, or it ends with one of . ! ?
bool ends_sentence(std::u16string_view clause) {
    const auto words = trimmed_words(clause);
    return clause.find(u'\n') != std::u16string_view::npos || words.ends_with(u'.') || words.ends_with(u'!') ||
           words.ends_with(u'?');
}

// The passage that is quoted for a hunk, the white space behind it left out.
Range passage_of(const Hunk& hunk, std::u16string_view text, const Units& units) {
    if (units.size() == 0) return {0, 0};
    const auto clause = [&](std::size_t i) {
        return text.substr(units.starts[i], units.starts[i + 1] - units.starts[i]);
    };
    // What is put in at the end of a clause belongs to it, not to the next.
    const bool at_end = hunk.from == hunk.to && hunk.from > 0 && text[hunk.from - 1] != u'\n' &&
                        !(hunk.from < text.size() && units.starts_at(hunk.from) && is_any_space(text[hunk.from - 1]));
    std::size_t first = units.at(at_end ? hunk.from - 1 : hunk.from);
    std::size_t last = hunk.from == hunk.to ? first : units.at(hunk.to - 1);
    std::size_t begin = first;
    std::size_t end = last;
    while (begin > 0 && !ends_sentence(clause(begin - 1))) --begin;
    while (end + 1 < units.size() && !ends_sentence(clause(end))) ++end;
    if (units.starts[end + 1] - units.starts[begin] <= most_sentence) {
        first = begin;
        last = end;
    }
    Range range{std::min(units.starts[first], hunk.from), std::max(units.starts[last + 1], hunk.to)};
    while (range.to > hunk.to && is_any_space(text[range.to - 1])) --range.to;
    return range;
}

// How many units the marks before a block's words take: "- ", "12. ", "## ", "> ".
std::size_t marks_before(std::u16string_view words) {
    std::size_t marks = 0;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t end = i;
        while (end < words.size() && words[end] >= u'0' && words[end] <= u'9') ++end;
        if (end > i && end < words.size() && (words[end] == u'.' || words[end] == u')')) {
            ++end;
        } else if (end == i) {
            while (end < words.size() && words[end] == u'#') ++end;
            if (end == i && std::u16string_view(u"-*+>").find(words[i]) != std::u16string_view::npos) ++end;
        } else {
            return marks;
        }
        if (end == i || end >= words.size() || words[end] != u' ') return marks;
        while (end < words.size() && words[end] == u' ') ++end;
        marks = i = end;
    }
    return marks;
}

Quotation quoted(std::u16string_view before, std::u16string_view after) {
    before = trimmed_words(before);
    after = trimmed_words(after);
    const auto marks = marks_before(before);
    if (marks > 0 && marks == marks_before(after) && before.substr(0, marks) == after.substr(0, marks)) {
        before.remove_prefix(marks);
        after.remove_prefix(marks);
    }
    return {std::u16string(before), std::u16string(after)};
}

bool is_new_block(const Hunk& hunk) { return hunk.from == hunk.to && hunk.insert.find(u'\n') != std::u16string::npos; }

}  // namespace

std::vector<Quotation> quotations_of(const Change& change, std::u16string_view text, const Units& units) {
    const auto hunks = hunks_of(change, text);
    std::vector<Quotation> all;
    for (std::size_t i = 0; i < hunks.size();) {
        if (is_new_block(hunks[i])) {
            all.push_back({u"", std::u16string(trimmed_words(hunks[i++].insert))});
            continue;
        }
        auto range = passage_of(hunks[i], text, units);
        std::size_t j = i + 1;
        while (j < hunks.size() && !is_new_block(hunks[j])) {
            const auto next = passage_of(hunks[j], text, units);
            if (next.from > range.to && text.substr(range.to, next.from - range.to).find(u'\n') != text.npos) break;
            range.to = std::max(range.to, next.to);
            ++j;
        }
        std::u16string changed;
        std::size_t at = range.from;
        for (; i < j; ++i) {
            changed += text.substr(at, hunks[i].from - at);
            changed += hunks[i].insert;
            at = hunks[i].to;
        }
        if (at < range.to) changed += text.substr(at, range.to - at);
        all.push_back(quoted(text.substr(range.from, range.to - range.from), changed));
    }
    return all;
}

}  // namespace samrad::domain
