#include "domain/text/line_kinds.hpp"

#include <algorithm>

#include "domain/text/tokens.hpp"

namespace samrad::domain {

namespace {

using Line = std::u16string_view;

Line inner(Line line) { return line.substr(indent_of(line)); }

// A rule, or the line below a heading.
bool is_rule(Line line) {
    line = inner(line);
    while (!line.empty() && line.back() == u' ') line.remove_suffix(1);
    if (line.empty() || std::u16string_view(u"-=*_").find(line.front()) == Line::npos) return false;
    const auto mark = line.front();
    return std::all_of(line.begin(), line.end(), [&](char16_t c) { return c == mark || c == u' '; });
}

bool is_quoted(Line line) { return inner(line).starts_with(u'>'); }
Line quoted(Line line) { return inner(line).substr(1); }

// Of an item's mark with the space behind it, at the line's beginning; 0 where there is none.
std::size_t length_of_mark(Line line) {
    std::size_t mark = 0;
    while (mark < line.size() && line[mark] >= u'0' && line[mark] <= u'9') ++mark;
    const auto marks = Line(mark == 0 ? u"-*+" : u".)");
    if (mark + 1 >= line.size() || marks.find(line[mark]) == marks.npos || line[mark + 1] != u' ') return 0;
    return mark + 2;
}

bool is_hard(Line line) { return line.ends_with(u"  ") || line.ends_with(u'\\'); }

// Lines that are wrapped are long. After a short one that ends without a mark a capital letter begins something else.
bool goes_on(Line before, Line behind) {
    constexpr std::size_t shortest_wrapped = 50;
    const auto words = words_of(behind);
    if (words.empty() || before.size() >= shortest_wrapped) return true;
    const auto first = behind[words.front().from];
    return is_small(first) || (first >= u'0' && first <= u'9');
}

}  // namespace

bool is_fence(Line line) {
    line = inner(line);
    return line.starts_with(u"```") || line.starts_with(u"~~~");
}

bool is_heading(Line line) {
    line = inner(line);
    const auto marks = std::min(line.find_first_not_of(u'#'), line.size());
    return marks >= 1 && marks <= 6 && (marks == line.size() || line[marks] == u' ');
}

bool is_row(Line line) { return inner(line).starts_with(u'|'); }

bool are_one_paragraph(std::u16string_view before, std::u16string_view behind) {
    while (is_quoted(before) && is_quoted(behind)) {
        before = quoted(before);
        behind = quoted(behind);
    }
    if (inner(before).empty() || inner(behind).empty()) return false;
    if (is_hard(before) || is_heading(before) || is_rule(before) || is_row(before) || is_fence(before)) return false;
    return !is_heading(behind) && !is_rule(behind) && !is_row(behind) && !is_fence(behind) && !is_quoted(behind) &&
           !is_list_item(behind) && goes_on(before, behind);
}

std::size_t indent_of(std::u16string_view line) {
    const auto first = line.find_first_not_of(u" \t");
    return first == line.npos ? line.size() : first;
}

bool is_list_item(std::u16string_view line) {
    line.remove_prefix(indent_of(line));
    const auto mark = length_of_mark(line);
    return mark > 0 && line.size() > mark;
}

std::u16string frame_of(std::u16string_view line) {
    std::u16string frame;
    while (!line.empty()) {
        const auto mark = length_of_mark(line);
        if (line.front() != u' ' && line.front() != u'\t' && line.front() != u'>' && mark == 0) break;
        const auto part = line.substr(0, std::max<std::size_t>(mark, 1));
        // A number is as good as another of its length: what belongs to the item is drawn in by that.
        for (const auto c : part) frame += c >= u'0' && c <= u'9' ? u'1' : c;
        line.remove_prefix(part.size());
    }
    return is_heading(line) ? frame + u'#' : frame;
}

std::vector<std::size_t> soft_breaks(std::u16string_view text) {
    std::vector<std::size_t> found;
    constexpr std::size_t most_lines = 30;  // no sentence is longer; so a poem of thousands is not one clause
    bool fenced = false;
    std::size_t from = 0, lines = 0;
    for (std::size_t end = text.find(u'\n'); end != text.npos; end = text.find(u'\n', from)) {
        const auto line = text.substr(from, end - from);
        from = end + 1;
        if (is_fence(line)) fenced = !fenced;
        const auto next = text.substr(from, text.find(u'\n', from) - from);
        const bool soft = !fenced && lines < most_lines && are_one_paragraph(line, next);
        lines = soft ? lines + 1 : 0;
        if (soft) found.push_back(end);
    }
    return found;
}

}  // namespace samrad::domain
