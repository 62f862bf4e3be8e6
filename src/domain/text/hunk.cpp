#include "domain/text/hunk.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "domain/text/line_kinds.hpp"

namespace samrad::domain {

namespace {

bool is_blank(char16_t c) { return c == u' ' || c == u'\n' || c == u'\t'; }

bool all_blank(std::u16string_view text) { return std::all_of(text.begin(), text.end(), is_blank); }

// Whether an item begins a list where a paragraph stands before it: of numbers only 1 does (CommonMark 0.31, 5.2).
bool interrupts(std::u16string_view item) {
    item.remove_prefix(indent_of(item));
    const bool numbered = item[0] >= u'0' && item[0] <= u'9';
    return !numbered || (item[0] == u'1' && (item[1] == u'.' || item[1] == u')'));
}

// The line that ends at `at`.
std::u16string_view line_ending_at(std::size_t at, std::u16string_view text) {
    const auto before = text.substr(0, at);
    const auto last = before.rfind(u'\n');
    return last == before.npos ? before : before.substr(last + 1);
}

std::vector<std::u16string_view> lines_of(std::u16string_view text) {
    std::vector<std::u16string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find(u'\n'), text.size());
        if (!all_blank(text.substr(0, end))) lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool has_break(std::u16string_view text) { return text.find(u'\n') != std::u16string_view::npos; }

// Whole lines, items of a list on one level with what belongs to them, put in without touching what is there; the
// level, as white space before the mark.
std::optional<std::size_t> level_of_added_items(const Hunk& hunk) {
    if (hunk.from != hunk.to || !has_break(hunk.insert)) return std::nullopt;
    const auto lines = lines_of(hunk.insert);
    if (lines.empty() || !is_list_item(lines.front())) return std::nullopt;
    const auto level = indent_of(lines.front());
    const bool all_belong = std::all_of(lines.begin(), lines.end(), [&](std::u16string_view line) {
        return indent_of(line) > level || (indent_of(line) == level && is_list_item(line));
    });
    return all_belong ? std::optional(level) : std::nullopt;
}

bool share_a_line(const Hunk& a, const Hunk& b) {
    const auto mine = lines_of(a.insert);
    const auto theirs = lines_of(b.insert);
    return std::any_of(mine.begin(), mine.end(),
                       [&](auto line) { return std::find(theirs.begin(), theirs.end(), line) != theirs.end(); });
}

// Items of a list or paragraphs of their own, put in behind a line.
bool adds_blocks(const Hunk& hunk, std::u16string_view text) {
    if (hunk.from != hunk.to || !hunk.insert.starts_with(u'\n') || !ends_line(hunk.from, text)) return false;
    const auto behind = text.substr(hunk.from);
    const bool parted = behind.size() < 2 || behind.starts_with(u"\n\n");
    if (hunk.insert.starts_with(u"\n\n") && parted) return true;
    const auto lines = lines_of(hunk.insert);
    if (lines.empty() || !is_list_item(lines.front())) return false;
    return interrupts(lines.front()) || is_list_item(line_ending_at(hunk.from, text));
}

// Whether a line that begins so is of a paragraph: no mark, number or white space makes something else of it.
bool begins_with_letter(std::u16string_view line) {
    if (line.empty()) return false;
    const auto c = line.front();
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= 0xC0 && c < 0x2000);
}

// Whether `words` go on with the line behind which `blocks` come, or begin the line before which they come.
bool are_of_lines_around(const Hunk& words, const Hunk& blocks, std::u16string_view text) {
    if (words.from != words.to || has_break(words.insert) || !adds_blocks(blocks, text)) return false;
    const bool begins = begins_line(words.from, text);
    const bool ends = ends_line(words.from, text);
    if (words.from == blocks.from) return ends && !begins;
    return words.from > blocks.from && begins && !ends && begins_with_letter(words.insert) &&
           begins_with_letter(text.substr(words.from));
}

// An insertion whose line breaks may as well be counted to the text behind it is put where its first one comes first:
// "behind this paragraph" and "before the next one" are then the same. `least` is what it does not reach.
void slide_to_line_end(Hunk& hunk, std::size_t least, std::u16string_view text) {
    std::size_t breaks = 0;
    while (hunk.from - breaks > least && breaks < hunk.insert.size() &&
           hunk.insert[hunk.insert.size() - 1 - breaks] == u'\n' && text[hunk.from - 1 - breaks] == u'\n') {
        ++breaks;
    }
    hunk.from = hunk.to = hunk.from - breaks;
    std::rotate(hunk.insert.begin(), hunk.insert.end() - std::ptrdiff_t(breaks), hunk.insert.end());
}

}  // namespace

std::vector<Hunk> hunks_of(const Change& change, std::u16string_view text) {
    std::vector<Hunk> hunks;
    std::size_t at = 0;
    std::size_t inserted = 0;
    for (const auto& section : change.sections()) {
        if (!section.kept) {
            const auto insert = change.inserted().substr(inserted, section.inserted);
            inserted += section.inserted;
            const std::size_t before = hunks.empty() ? 0 : hunks.back().to;
            // Two words replaced one after the other are one rewording, not two.
            const bool joins =
                !hunks.empty() && (at == before || (at - before <= 2 && hunks.back().from < before &&
                                                    all_blank(text.substr(before, at - before)) && section.length > 0));
            if (joins) {
                hunks.back().insert += text.substr(before, at - before);
                hunks.back().insert += insert;
                hunks.back().to = at + section.length;
            } else {
                hunks.push_back({at, at + section.length, insert});
            }
        }
        at += section.length;
    }
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        if (hunks[i].from == hunks[i].to) slide_to_line_end(hunks[i], i == 0 ? 0 : hunks[i - 1].to + 1, text);
    }
    return hunks;
}

bool is_among(const Hunk& hunk, const std::vector<Hunk>& hunks) {
    auto at = std::lower_bound(hunks.begin(), hunks.end(), hunk.from,
                               [](const Hunk& one, std::size_t from) { return one.from < from; });
    for (; at != hunks.end() && at->from == hunk.from; ++at) {
        if (*at == hunk) return true;
    }
    return false;
}

bool slides_behind(const Hunk& hunk, std::size_t to, std::u16string_view text) {
    if (hunk.from != hunk.to || to < hunk.from) return false;
    const auto breaks = to - hunk.from;
    const auto only_breaks = [](std::u16string_view part) { return part.find_first_not_of(u'\n') == part.npos; };
    return breaks <= hunk.insert.size() && only_breaks(text.substr(hunk.from, breaks)) &&
           only_breaks(std::u16string_view(hunk.insert).substr(0, breaks));
}

Hunk slid_behind(const Hunk& hunk, std::size_t to) {
    auto slid = hunk;
    std::rotate(slid.insert.begin(), slid.insert.begin() + std::ptrdiff_t(std::min(to - hunk.from, slid.insert.size())),
                slid.insert.end());
    slid.from = slid.to = to;
    return slid;
}

bool takes_lines(const Hunk& hunk, std::u16string_view text) {
    return hunk.from < hunk.to && hunk.insert.empty() && begins_line(hunk.from, text) && begins_line(hunk.to, text) &&
           !all_blank(text.substr(hunk.from, hunk.to - hunk.from));
}

bool takes_last_lines(const Hunk& hunk, std::u16string_view text) {
    return hunk.from < hunk.to && hunk.insert.empty() && ends_line(hunk.from, text) && ends_line(hunk.to, text) &&
           !all_blank(text.substr(hunk.from, hunk.to - hunk.from));
}

bool takes_heading(const Hunk& hunk, std::u16string_view text) {
    const auto lines = lines_of(text.substr(hunk.from, hunk.to - hunk.from));
    return std::any_of(lines.begin(), lines.end(), is_heading);
}

bool stands_without(const Hunk& hunk, const Hunk& taking, std::u16string_view text) {
    if (hunk.from != hunk.to) return true;
    const auto lines = lines_of(hunk.insert);
    const bool begins = hunk.insert.front() == u'\n' || begins_line(hunk.from, text);
    const auto indent = lines.empty() ? 0 : indent_of(lines.front());
    if (!begins || indent == 0) return true;
    return begins_line(taking.from, text) && indent_of(text.substr(taking.from)) == indent;
}

bool leave_each_other_alone(const Hunk& a, const Hunk& b, std::u16string_view text) {
    const auto level = level_of_added_items(a);
    if (level && level == level_of_added_items(b) && a.from == b.from) return !share_a_line(a, b);
    return are_of_lines_around(a, b, text) || are_of_lines_around(b, a, text);
}

}  // namespace samrad::domain
