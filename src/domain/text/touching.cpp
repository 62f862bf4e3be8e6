// What of a text a hunk touches: that part of hunk.hpp.
#include <algorithm>
#include <optional>

#include "domain/text/hunk.hpp"
#include "domain/text/line_kinds.hpp"

namespace samrad::domain {

namespace {

bool is_blank(char16_t c) { return c == u' ' || c == u'\n' || c == u'\t'; }

bool has_break(std::u16string_view text) { return text.find(u'\n') != text.npos; }

std::u16string_view trimmed(std::u16string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

bool ends_sentence(std::u16string_view text) {
    text = trimmed(text);
    while (!text.empty() && std::u16string_view(u"*_\"')]»”’").find(text.back()) != std::u16string_view::npos) {
        text.remove_suffix(1);
    }
    return !text.empty() && std::u16string_view(u".!?:;,…").find(text.back()) != std::u16string_view::npos;
}

// The last line of a text, and the first.
std::u16string_view last_line(std::u16string_view text) { return text.substr(text.rfind(u'\n') + 1); }
std::u16string_view first_line(std::u16string_view text) { return text.substr(0, text.find(u'\n')); }

// Whether the clause that ends one text goes on in the line that begins the other.
bool go_on(std::u16string_view before, std::u16string_view behind) {
    return !ends_sentence(last_line(before)) && are_one_paragraph(last_line(before), first_line(behind));
}

// What is put in between two clauses: whether it goes on with the one before it, and with the one behind it.
struct Joined {
    bool before, behind;
};

Joined joined(const Hunk& hunk, std::u16string_view text) {
    std::u16string_view insert = hunk.insert;
    auto before = text.substr(0, hunk.from);
    auto behind = text.substr(hunk.from);
    const bool line_before = begins_line(hunk.from, text);
    const bool line_after = ends_line(hunk.from, text);
    if (insert.front() == u'\n' && line_after) {
        insert.remove_prefix(1);
        behind.remove_prefix(std::min<std::size_t>(1, behind.size()));
        return {go_on(before, insert), go_on(insert, behind)};
    }
    if (insert.back() == u'\n' && line_before) {
        before.remove_suffix(std::min<std::size_t>(1, before.size()));
        insert.remove_suffix(1);
        return {go_on(before, insert), go_on(insert, behind)};
    }
    if (line_before && line_after) return {false, false};
    // Between two clauses of one line: after a mark, and with a mark of its own.
    if (hunk.from > 0 && (line_before || ends_sentence(before)) && ends_sentence(insert)) return {false, false};
    // Words put at the edge of a clause: to the left where a space begins them, to the right where one ends them, or
    // where they begin a line.
    const bool left = !line_before && (line_after || is_blank(behind.front()) || is_blank(insert.front()));
    return {left, !left};
}

// The place of a gap: where white space ends after a clause, or before it begins, is the same gap.
bool is_gap(std::size_t position, std::u16string_view text, const Units& units, std::size_t& next) {
    if (units.size() == 0) {
        next = 0;
        return true;
    }
    std::size_t after = position;
    while (after < text.size() && !units.starts_at(after) && is_blank(text[after])) ++after;
    if (!units.starts_at(after)) return false;
    next = after == text.size() ? units.size() : units.at(after);
    return true;
}

// The gap at or behind `position`, or the unit that it lies in.
std::size_t gap_behind(std::size_t position, std::u16string_view text, const Units& units) {
    std::size_t next = 0;
    return is_gap(position, text, units, next) ? 2 * next : 2 * units.at(position) + 1;
}

// Whether a hunk takes the mark away that ended a sentence, so that what is put in behind would go on with its words.
bool opens_sentence(const Hunk& hunk, std::u16string_view text, const Units& units) {
    std::size_t next = 0;
    if (!is_gap(hunk.to, text, units, next) || !ends_sentence(text.substr(hunk.from, hunk.to - hunk.from)))
        return false;
    return !ends_sentence(hunk.insert.empty() ? text.substr(0, hunk.from) : std::u16string_view(hunk.insert));
}

// A hunk that takes away what parts two clauses, a mark, a word that begins one or a line's end, makes one of them:
// what it touches then.
void widen(Touched& touched, const Hunk& hunk, std::u16string_view text, const Units& units) {
    const auto gone = text.substr(hunk.from, hunk.to - hunk.from);
    const auto first = units.at(hunk.from);
    const auto last = units.at(hunk.to - 1);
    const bool may_part = first != last || units.starts_at(hunk.from) || units.starts_at(hunk.to) ||
                          gone.find_first_of(u".,;:!?…–—") != gone.npos;
    if (!may_part) return;
    const auto from = units.starts[first == 0 ? 0 : first - 1];
    const auto to = units.starts[std::min(last + 2, units.size())];
    std::u16string made(text.substr(from, hunk.from - from));
    made += hunk.insert;
    const auto behind = made.size();
    made += text.substr(hunk.to, to - hunk.to);
    if (made.empty()) return;
    // Held against the same stretch as it was: what stands around both says something of where they are cut.
    const auto before = clauses_of(text.substr(from, to - from));
    const auto after = clauses_of(made);
    const auto goes = [&](std::size_t start, std::size_t now) {
        return before.starts_at(start - from) && !after.starts_at(now);
    };
    if (first > 0 && goes(units.starts[first], units.starts[first] - from)) {
        touched.first = std::min(touched.first, 2 * first - 1);
        touched.from_line = false;
    }
    if (last + 1 < units.size() && goes(units.starts[last + 1], units.starts[last + 1] - hunk.to + behind)) {
        touched.last = std::max(touched.last, 2 * last + 3);
        touched.to_space = touched.to_line = false;
    }
}

// Where the line of `at` begins; nothing where that is too far away to look for.
std::optional<std::size_t> line_begins(std::size_t at, std::u16string_view text) {
    constexpr std::size_t far = 5'000;
    const auto back = std::min(at, far);
    const auto line_break = text.substr(at - back, back).rfind(u'\n');
    if (line_break != text.npos) return at - back + line_break + 1;
    return back == at ? std::optional<std::size_t>(0) : std::nullopt;
}

// A hunk that makes another thing of a line whose words stay, an item of a list, a part of one, a heading or a
// quotation, says something of what stands before and behind the line too: what it touches then.
std::optional<Touched> reframed(const Hunk& hunk, std::u16string_view text, const Units& units) {
    constexpr std::size_t longest_frame = 200;
    const auto from = line_begins(hunk.from, text);
    const auto last_from = line_begins(hunk.to, text);
    if (!from || !last_from) return std::nullopt;
    const auto to = ends_line(hunk.to, text) ? hunk.to : std::min(text.find(u'\n', hunk.to), text.size());
    const auto first = first_line(text.substr(*from, longest_frame));
    const auto last = first_line(text.substr(*last_from, longest_frame));
    std::u16string made(text.substr(*from, hunk.from - *from));
    made += hunk.insert;
    made += text.substr(hunk.to, std::min(to - hunk.to, longest_frame));
    const bool words_before = frame_of(first).size() < hunk.from - *from;
    const bool words_behind = std::max(hunk.to - *last_from, frame_of(last).size()) < to - *last_from;
    const bool other = (words_before && frame_of(first_line(made)) != frame_of(first)) ||
                       (words_behind && frame_of(last_line(made)) != frame_of(last));
    if (!other) return std::nullopt;
    const auto unit = units.at(*from);
    Touched touched{units.starts[unit] == *from ? 2 * unit : 2 * unit + 1, gap_behind(to, text, units)};
    touched.reframes = true;
    return touched;
}

}  // namespace

Touched touched_by(const Hunk& hunk, std::u16string_view text, const Units& units) {
    if (units.size() > 0) {
        if (const auto touched = reframed(hunk, text, units)) return *touched;
    }
    std::size_t next = 0;
    if (hunk.from < hunk.to) {
        const std::size_t first = 2 * units.at(hunk.from) + 1;
        const std::size_t last = 2 * units.at(hunk.to - 1) + 1;
        // What comes in the place of whole lines and has lines of its own says something of the gaps around it too.
        if (has_break(hunk.insert)) return {first - 1, last + 1};
        const bool to_space = is_blank(text[hunk.to - 1]);
        const bool from_line = begins_line(hunk.from, text) && units.starts_at(hunk.from) &&
                               has_break(text.substr(hunk.from, hunk.to - hunk.from));
        const bool to_line = opens_sentence(hunk, text, units);
        const bool to_end = takes_last_lines(hunk, text);
        Touched touched{first - (from_line ? 1 : 0), last + (to_space || to_line || to_end ? 1 : 0), to_space,
                        from_line, to_line};
        touched.to_end = to_end;
        widen(touched, hunk, text, units);
        return touched;
    }
    if (!is_gap(hunk.from, text, units, next)) {
        const auto unit = units.at(hunk.from);
        return {2 * unit + 1, 2 * unit + 1};
    }
    const auto [before, behind] = joined(hunk, text);
    const bool is_first = next == 0;
    const bool is_last = next == units.size();
    // What has nothing on the side to which it belongs belongs to the other.
    const bool left = !is_first && (before || (behind && is_last));
    const bool right = !is_last && (behind || (before && is_first));
    return {2 * next - (left ? 1 : 0), 2 * next + (right ? 1 : 0)};
}

bool has_own_lines(const Hunk& hunk, std::u16string_view text) {
    if (hunk.from != hunk.to) return false;
    return (hunk.insert.starts_with(u'\n') && ends_line(hunk.from, text)) ||
           (hunk.insert.ends_with(u'\n') && begins_line(hunk.from, text));
}

}  // namespace samrad::domain
