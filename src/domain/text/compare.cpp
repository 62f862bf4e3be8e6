// Blocks are aligned like this: equal texts first, by unique texts; then, in what is left, blocks with the same id,
// then blocks that are alike. The pairs in order stay where they are; the pairs that cross them are the moved blocks.
#include "domain/text/compare.hpp"

#include <algorithm>
#include <unordered_map>

#include "domain/text/pairs.hpp"
#include "domain/text/sequence.hpp"
#include "domain/text/tokens.hpp"
#include "domain/text/words.hpp"

namespace samrad::domain {

namespace {

using Blocks = std::vector<ComparedBlock>;

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr double likeness_of_edit = 0.4;
constexpr double likeness_of_rewriting = 0.2;  // the same id, and still hardly a word in common: deleted and inserted

// For each block of `before` its partner in `after`, or none; and the other way round.
struct Partners {
    std::vector<std::size_t> of_before, of_after;
    void join(std::size_t a, std::size_t b) {
        of_before[a] = b;
        of_after[b] = a;
    }
};

void join_equal(const Blocks& before, const Blocks& after, Partners& partners) {
    Numbers numbers;
    std::vector<std::uint32_t> a, b;
    for (const auto& block : before) a.push_back(numbers.of(block.text));
    for (const auto& block : after) b.push_back(numbers.of(block.text));
    for (const Match& match : common_parts_by_unique(a, b)) {
        for (std::size_t i = 0; i < match.count; ++i) partners.join(match.from_a + i, match.from_b + i);
    }
}

double likeness(const ComparedBlock& a, const ComparedBlock& b) {
    const auto pairs = like_passages({a.text}, {b.text}, 0, 1);
    return pairs.empty() ? (a.text == b.text ? 1 : 0) : pairs[0].likeness;
}

// An id that stands twice on one side tells nothing.
void join_by_id(const Blocks& before, const Blocks& after, Partners& partners) {
    std::unordered_map<std::string_view, std::size_t> where;
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (after[j].id.empty()) continue;
        const auto [at, fresh] = where.try_emplace(after[j].id, j);
        if (!fresh) at->second = none;
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto at = where.find(before[i].id);
        if (partners.of_before[i] != none || at == where.end() || at->second == none) continue;
        const std::size_t j = at->second;
        at->second = none;
        if (partners.of_after[j] == none && likeness(before[i], after[j]) >= likeness_of_rewriting) partners.join(i, j);
    }
}

void join_alike(const Blocks& before, const Blocks& after, Partners& partners) {
    std::vector<std::size_t> left_a, left_b;
    std::vector<std::u16string_view> a, b;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (partners.of_before[i] != none) continue;
        left_a.push_back(i);
        a.push_back(before[i].text);
    }
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (partners.of_after[j] != none) continue;
        left_b.push_back(j);
        b.push_back(after[j].text);
    }
    for (const Pair& pair : like_passages(a, b, likeness_of_edit, 2)) partners.join(left_a[pair.a], left_b[pair.b]);
}

void add_piece(std::vector<Piece>& pieces, std::u16string_view text, Piece::Mark mark) {
    if (text.empty()) return;
    if (!pieces.empty() && pieces.back().mark == mark) {
        pieces.back().text += text;
    } else {
        pieces.push_back({std::u16string(text), mark});
    }
}

Side whole(const ComparedBlock& block, Piece::Mark mark) {
    Side side{block.id, block.line, {}};
    add_piece(side.pieces, block.text, mark);
    return side;
}

// Both sides of a block with the words marked that changed.
void fill_sides(Row& row, const ComparedBlock& before, const ComparedBlock& after) {
    const auto a = tokens_of(before.text);
    const auto b = tokens_of(after.text);
    const std::u16string_view text_a = before.text;
    const std::u16string_view text_b = after.text;
    row.before = Side{before.id, before.line, {}};
    row.after = Side{after.id, after.line, {}};
    std::size_t at_a = 0, at_b = 0;
    const auto add_changed = [&](std::size_t to_a, std::size_t to_b) {
        add_piece(row.before->pieces, text_a.substr(at_a, to_a - at_a), Piece::deleted);
        add_piece(row.after->pieces, text_b.substr(at_b, to_b - at_b), Piece::inserted);
    };
    for (const Match& match : kept_words(text_a, a, text_b, b)) {
        const std::size_t from_a = a[match.from_a].from;
        const std::size_t from_b = b[match.from_b].from;
        add_changed(from_a, from_b);
        at_a = a[match.from_a + match.count - 1].to;
        at_b = b[match.from_b + match.count - 1].to;
        add_piece(row.before->pieces, text_a.substr(from_a, at_a - from_a), Piece::kept);
        add_piece(row.after->pieces, text_b.substr(from_b, at_b - from_b), Piece::kept);
    }
    add_changed(text_a.size(), text_b.size());
}

// Which blocks of `after` have a partner and keep their place among the others.
std::vector<bool> in_place(const Partners& partners) {
    std::vector<std::size_t> which, values;
    for (std::size_t j = 0; j < partners.of_after.size(); ++j) {
        if (partners.of_after[j] == none) continue;
        which.push_back(j);
        values.push_back(partners.of_after[j]);
    }
    std::vector<bool> stays(partners.of_after.size(), false);
    for (const std::size_t position : longest_rising(values)) stays[which[position]] = true;
    return stays;
}

class Rows {
public:
    Rows(const Blocks& before, const Blocks& after, const Partners& partners)
        : before_(before), after_(after), partners_(partners), stays_(in_place(partners)) {}

    std::vector<Row> write() {
        for (std::size_t j = 0; j < after_.size(); ++j) {
            const std::size_t i = partners_.of_after[j];
            if (i == none) {
                add(Row::Kind::inserted).after = whole(after_[j], Piece::inserted);
            } else if (!stays_[j]) {
                Row& row = add(Row::Kind::moved);
                row.from_above = next_before_ > i;
                fill_sides(row, before_[i], after_[j]);
            } else {
                write_deleted_up_to(i);
                next_before_ = i + 1;
                write_in_place(before_[i], after_[j]);
            }
        }
        write_deleted_up_to(before_.size());
        return std::move(rows_);
    }

private:
    Row& add(Row::Kind kind) {
        rows_.emplace_back().kind = kind;
        return rows_.back();
    }
    void write_in_place(const ComparedBlock& a, const ComparedBlock& b) {
        if (a.text != b.text) return fill_sides(add(Row::Kind::changed), a, b);
        if (rows_.empty() || rows_.back().kind != Row::Kind::same) add(Row::Kind::same);
        ++rows_.back().count;
    }
    void write_deleted_up_to(std::size_t end) {
        for (; next_before_ < end; ++next_before_) {
            if (partners_.of_before[next_before_] != none) continue;
            add(Row::Kind::deleted).before = whole(before_[next_before_], Piece::deleted);
        }
    }

    const Blocks& before_;
    const Blocks& after_;
    const Partners& partners_;
    std::vector<bool> stays_;
    std::vector<Row> rows_;
    std::size_t next_before_ = 0;
};

}  // namespace

std::vector<Row> compare(const std::vector<ComparedBlock>& before, const std::vector<ComparedBlock>& after) {
    Partners partners{std::vector(before.size(), none), std::vector(after.size(), none)};
    join_equal(before, after, partners);
    join_by_id(before, after, partners);
    join_alike(before, after, partners);
    return Rows(before, after, partners).write();
}

}  // namespace samrad::domain
