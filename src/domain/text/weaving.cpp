// The text that a selection of gathered changes makes: the second half of gathering.hpp, whose essay stands in
// gathering.cpp.
#include <algorithm>
#include <tuple>
#include <utility>

#include "domain/text/gathering.hpp"

namespace samrad::domain {

std::vector<Gathering::Woven> Gathering::weave(std::span<const std::size_t> changes) const {
    struct Taken {
        const Hunk* hunk;
        Touched touched;
        std::size_t change;
        bool behind_line;  // lines that are put in behind a line

        auto key() const { return std::tuple(hunk->from, hunk->from < hunk->to, touched.first, behind_line, hunk->to); }
    };
    std::vector<Taken> taken;
    for (const auto change : changes) {
        for (std::size_t i = 0; i < hunks_[change].size(); ++i) {
            const auto& hunk = hunks_[change][i];
            const bool ends_line = hunk.from == text_.size() || text_[hunk.from] == u'\n';
            const bool behind_line = hunk.from == hunk.to && hunk.insert.starts_with(u'\n') && ends_line;
            taken.push_back({&hunk, touched_[change][i], change, behind_line});
        }
    }
    // What is put in stands before what is taken away there. Words that go on with a line or a clause stand before what
    // is put in behind it at the same position. New items in
    // one place stand in the order of their words: by number the order would be another where one was in a version
    // before the other was taken.
    std::sort(taken.begin(), taken.end(), [](const Taken& a, const Taken& b) {
        if (a.hunk->from != b.hunk->from) return a.hunk->from < b.hunk->from;  // nearly always
        if (a.key() != b.key()) return a.key() < b.key();
        if (a.hunk->insert != b.hunk->insert) return a.hunk->insert < b.hunk->insert;
        return a.change < b.change;
    });
    std::vector<Woven> woven;
    woven.reserve(2 * taken.size() + 1);
    std::size_t at = 0;
    const auto keep = [&](std::size_t to) {
        if (to > at) woven.push_back({{at, to}, {}, {}, false});
        at = std::max(at, to);
    };
    std::vector<bool> done(taken.size());
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (done[i]) continue;
        const auto& hunk = *taken[i].hunk;
        std::vector<std::size_t> named;
        for (std::size_t j = i; j < taken.size() && taken[j].hunk->from == hunk.from; ++j) {
            if (done[j] || *taken[j].hunk != hunk) continue;
            done[j] = true;
            if (named.empty() || named.back() != taken[j].change) named.push_back(taken[j].change);
        }
        std::sort(named.begin(), named.end());
        keep(hunk.from);
        if (hunk.to > at) woven.push_back({{hunk.from, hunk.to}, {}, named, false});
        at = std::max(at, hunk.to);
        // Where the line before it goes, what comes behind that line stands behind what goes.
        const bool slides = at > hunk.to && slides_behind(hunk, at, text_);
        auto insert = slides ? slid_behind(hunk, at).insert : hunk.insert;
        if (!insert.empty()) woven.push_back({{at, at}, std::move(insert), std::move(named), false});
    }
    keep(text_.size());
    return woven;
}

std::u16string text_of(const std::vector<Gathering::Woven>& woven, std::u16string_view text) {
    std::u16string made;
    for (const auto& piece : woven) {
        made += piece.kept() ? text.substr(piece.before.from, piece.before.to - piece.before.from) : piece.text;
    }
    return made;
}

Change change_of(const std::vector<Gathering::Woven>& woven) {
    Change change;
    for (const auto& piece : woven) {
        if (piece.kept()) {
            change.add_kept(piece.before.to - piece.before.from);
        } else {
            change.add_replaced(piece.before.to - piece.before.from, piece.text);
        }
    }
    return change;
}

Change rest_of(const std::vector<Gathering::Woven>& woven, std::size_t done) {
    Change change;
    for (const auto& piece : woven) {
        const std::size_t length = piece.before.to - piece.before.from;
        if (piece.kept()) {
            change.add_kept(length);
        } else if (std::find(piece.changes.begin(), piece.changes.end(), done) != piece.changes.end()) {
            change.add_kept(piece.text.size());  // inserted already, or deleted already
        } else {
            change.add_replaced(length, piece.text);
        }
    }
    return change;
}

}  // namespace samrad::domain
