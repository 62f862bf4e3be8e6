#include "domain/text/change.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/utf8.hpp"

namespace samrad::domain {

Change Change::keep(std::size_t length) {
    Change change;
    change.add_kept(length);
    return change;
}

Change Change::replace(std::size_t length, std::size_t from, std::size_t to, std::u16string_view insert) {
    assert(from <= to && to <= length);
    to = std::min(to, length);
    from = std::min(from, to);
    Change change;
    change.add_kept(from);
    change.add_replaced(to - from, insert);
    change.add_kept(length - to);
    return change;
}

bool Change::empty() const noexcept { return sections_.empty() || (sections_.size() == 1 && sections_[0].kept); }

// The joining rules decide the canonical form: runs of one sort become one, and an insertion goes into an insertion
// just before it. A deletion before an insertion stays a section of its own unless the caller says that both are one
// replacement (`join`).
void Change::add(std::size_t length, std::size_t inserted, bool kept, bool join) {
    length_ += length;
    new_length_ += kept ? length : inserted;
    if (length == 0 && inserted == 0) return;
    if (!sections_.empty()) {
        Section& last = sections_.back();
        const bool same_sort = inserted == 0 && last.inserted == 0 && last.kept == kept;
        const bool both_insert = length == 0 && last.length == 0;
        if (same_sort || both_insert || join) {
            last.length += length;
            last.inserted += inserted;
            return;
        }
    }
    sections_.push_back({length, inserted, kept});
}

void Change::add_kept(std::size_t length) { add(length, 0, true, false); }

void Change::add_replaced(std::size_t length, std::u16string_view insert) {
    add(length, insert.size(), false, false);
    inserted_ += insert;
}

Result<std::u16string> Change::apply(std::u16string_view text) const {
    if (text.size() != length_) return conflict("change.length");
    std::u16string after;
    after.reserve(new_length_);
    std::size_t at = 0;
    std::size_t insert_at = 0;
    for (const Section& section : sections_) {
        if (section.kept) {
            after += text.substr(at, section.length);
        } else {
            after.append(inserted_, insert_at, section.inserted);
            insert_at += section.inserted;
        }
        at += section.length;
    }
    return after;
}

Change invert(const Change& change, std::u16string_view text) {
    assert(text.size() == change.length());
    Change inverse;
    std::size_t at = 0;
    for (const Change::Section& section : change.sections()) {
        if (section.kept) {
            inverse.add_kept(section.length);
        } else {
            inverse.add_replaced(section.inserted, text.substr(std::min(at, text.size()), section.length));
        }
        at += section.length;
    }
    return inverse;
}

std::size_t map_position(const Change& change, std::size_t position, int assoc) {
    std::size_t a = 0;
    std::size_t b = 0;
    for (const Change::Section& section : change.sections()) {
        const std::size_t end = a + section.length;
        if (section.kept) {
            if (end > position) return b + (position - a);
            b += section.length;
        } else {
            // At its start or asked to the left: before what is inserted. A pure insertion is passed when asked to the
            // right.
            const bool here = end > position || (end == position && assoc < 0 && section.length == 0);
            if (here) return position == a || assoc < 0 ? b : b + section.inserted;
            b += section.inserted;
        }
        a = end;
    }
    assert(position <= a);
    return b;
}

std::optional<std::size_t> map_surviving_position(const Change& change, std::size_t position, int assoc) {
    std::size_t a = 0;
    for (const Change::Section& section : change.sections()) {
        if (a >= position) break;
        const std::size_t end = a + section.length;
        if (!section.kept && end > position) return std::nullopt;
        a = end;
    }
    return map_position(change, position, assoc);
}

std::vector<ChangedRange> changed_ranges(const Change& change) {
    std::vector<ChangedRange> ranges;
    std::size_t a = 0;
    std::size_t b = 0;
    bool open = false;  // the section before this one was a change
    for (const Change::Section& section : change.sections()) {
        const std::size_t end_a = a + section.length;
        const std::size_t end_b = b + (section.kept ? section.length : section.inserted);
        if (!section.kept && open) {
            ranges.back().to_a = end_a;
            ranges.back().to_b = end_b;
        } else if (!section.kept) {
            ranges.push_back({a, end_a, b, end_b});
        }
        open = !section.kept;
        a = end_a;
        b = end_b;
    }
    return ranges;
}

bool keeps_pairs(const Change& change, std::u16string_view text) {
    if (!is_utf16(change.inserted())) return false;
    const auto cuts = [](std::u16string_view units, std::size_t at) {
        return at > 0 && at < units.size() && (units[at - 1] & 0xFC00) == 0xD800 && (units[at] & 0xFC00) == 0xDC00;
    };
    std::size_t at = 0;
    std::size_t insert_at = 0;
    for (const Change::Section& section : change.sections()) {
        if (cuts(text, at) || cuts(change.inserted(), insert_at)) return false;
        at += section.length;
        insert_at += section.inserted;
    }
    return true;
}

}  // namespace samrad::domain
