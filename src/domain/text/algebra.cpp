// compose and map.
//
// Both walk over two lists of sections at once, like merging two sorted lists. compose walks over the text between the
// two changes: what `first` makes and what `second` takes. map walks over the text that both changes start from.
//
// The algorithms are those of operational transformation for plain text (Ellis and Gibbs 1989; the centrally ordered
// form of Jupiter, Nichols et al. 1995, where only the law TP1 is needed). How sections join and which of two changes
// at one place goes first follows CodeMirror's ChangeSet, because the browser computes the same; the vectors hold both
// to it.
#include <algorithm>
#include <cassert>

#include "domain/text/change.hpp"

namespace samrad::domain {

namespace {

// A place inside a list of sections, which can eat a section in bites.
class Cursor {
public:
    explicit Cursor(const Change& change) : change_(change) { read(); }

    bool done() const { return done_; }
    bool kept() const { return !done_ && kept_; }
    bool changes() const { return !done_ && !kept_; }
    bool deletes() const { return changes() && inserted_ == 0; }
    bool fresh() const { return offset_ == 0; }         // nothing of this section was eaten
    std::size_t length() const { return length_; }      // left of it over the text before
    std::size_t inserted() const { return inserted_; }  // left of it in the text after, where it is not kept
    std::size_t made() const { return kept_ ? length_ : inserted_; }
    std::size_t index() const { return index_; }
    // The inserted text that is not yet eaten by eat_made.
    std::u16string_view text() const { return std::u16string_view(change_.inserted()).substr(text_from_, inserted_); }

    void next() {
        text_from_ = text_end_;
        ++index_;
        read();
    }
    // Eats n units of the text before.
    void eat(std::size_t n) {
        if (n == length_) return next();
        length_ -= n;
        offset_ += n;
    }
    // Eats n units of the text after.
    void eat_made(std::size_t n) {
        if (kept_) return eat(n);
        if (n == inserted_) return next();
        inserted_ -= n;
        text_from_ += n;
        offset_ += n;
    }

private:
    void read() {
        done_ = index_ >= change_.sections().size();
        const Change::Section section = done_ ? Change::Section{0, 0, false} : change_.sections()[index_];
        length_ = section.length;
        inserted_ = section.inserted;
        kept_ = section.kept;
        offset_ = 0;
        text_end_ = text_from_ + inserted_;
    }

    const Change& change_;
    std::size_t index_ = 0;
    std::size_t length_ = 0, inserted_ = 0, offset_ = 0;
    std::size_t text_from_ = 0, text_end_ = 0;
    bool kept_ = false, done_ = false;
};

}  // namespace

class ChangeWriter {
public:
    void keep(std::size_t length, bool join = false) { change_.add(length, 0, true, join); }
    void replace(std::size_t length, std::u16string_view text, bool join = false) {
        change_.add(length, text.size(), false, join);
        change_.inserted_ += text;
    }
    std::size_t sections() const { return change_.sections_.size(); }
    Change take() { return std::move(change_); }

private:
    Change change_;
};

Change compose(const Change& first, const Change& second) {
    assert(first.new_length() == second.length());
    ChangeWriter out;
    Cursor a(first);
    Cursor b(second);
    bool open = false;  // the last section written is only part of a replacement that goes on
    while (!a.done() || !b.done()) {
        if (a.deletes()) {
            out.replace(a.length(), {}, open);
            a.next();
        } else if (!b.done() && b.length() == 0) {
            out.replace(0, b.text(), open);
            b.next();
        } else if (a.done() || b.done()) {
            break;  // the lengths do not fit: a broken promise of the caller, asserted above
        } else {
            const std::size_t n = std::min(a.made(), b.length());
            const std::size_t written = out.sections();
            const std::u16string_view from_b = b.changes() && b.fresh() ? b.text() : std::u16string_view();
            if (a.kept() && b.kept()) {
                out.keep(n, open);
            } else if (a.kept()) {
                out.replace(n, from_b, open);
            } else {
                const std::size_t replaced = a.fresh() ? a.length() : 0;
                out.replace(replaced, b.kept() ? a.text().substr(0, n) : from_b, open);
            }
            const bool goes_on = (a.changes() && a.inserted() > n) || (b.changes() && b.length() > n);
            open = goes_on && (open || out.sections() > written);
            a.eat_made(n);
            b.eat(n);
        }
    }
    return out.take();
}

Change map(const Change& change, const Change& over, bool before) {
    assert(change.length() == over.length());
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    ChangeWriter out;
    Cursor a(change);
    Cursor b(over);
    std::size_t written = none;  // the last section of `change` whose insertion is already out
    const auto unwritten = [&] { return written == none || written < a.index(); };
    while (!a.done() || !b.done()) {
        // The shorter goes first where both begin at one place; of equals `over`, unless `before`.
        const bool b_first = b.length() < a.length() || (b.length() == a.length() && !before);
        if (a.kept() && b.kept()) {
            const std::size_t n = std::min(a.length(), b.length());
            out.keep(n);
            a.eat(n);
            b.eat(n);
        } else if (b.changes() && (!a.changes() || !unwritten() || (a.fresh() && b_first))) {
            // What `over` inserted is kept; what it deleted is gone, with the insertions of `change` inside still to be
            // made.
            out.keep(b.inserted());
            for (std::size_t left = b.length(); left > 0 && !a.done();) {
                const std::size_t n = std::min(a.length(), left);
                if (a.changes() && unwritten() && a.length() <= n) {
                    out.replace(0, a.text());
                    written = a.index();
                }
                a.eat(n);
                left -= n;
            }
            b.next();
        } else if (a.changes()) {
            // As much of this section as comes before the next insertion of `over`, without what `over` deleted too.
            std::size_t still_there = 0;
            std::size_t left = a.length();
            while (left > 0 && !b.done()) {
                if (b.kept()) {
                    const std::size_t n = std::min(left, b.length());
                    still_there += n;
                    left -= n;
                    b.eat(n);
                } else if (b.deletes() && b.length() < left) {
                    left -= b.length();
                    b.next();
                } else {
                    break;
                }
            }
            out.replace(still_there, unwritten() ? a.text() : std::u16string_view());
            written = a.index();
            a.eat(a.length() - left);
        } else {
            break;  // the lengths do not fit: a broken promise of the caller, asserted above
        }
    }
    return out.take();
}

}  // namespace samrad::domain
