#include "domain/consultation/passage.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "domain/text/anchor.hpp"
#include "domain/text/tokens.hpp"

namespace samrad::domain {

std::optional<Problem> check_passage(const Passage& passage, std::u16string_view text) {
    const bool inside = passage.first >= 0 && passage.past > passage.first && std::size_t(passage.past) <= text.size();
    if (!inside || !is_utf16(words_of(passage, text)) || !is_utf16(text.substr(0, std::size_t(passage.first)))) {
        return invalid("passage.outside", "past");
    }
    return std::nullopt;
}

std::u16string_view words_of(const Passage& passage, std::u16string_view text) {
    return text.substr(std::size_t(passage.first), std::size_t(passage.past - passage.first));
}

std::u16string blacked_out(std::u16string text, const std::vector<Passage>& passages) {
    for (const auto& passage : passages) {
        const auto past = std::min(text.size(), std::size_t(std::max(passage.past, 0)));
        for (auto at = std::size_t(std::max(passage.first, 0)); at < past; ++at) {
            if (text[at] != u'\n') text[at] = bar;
        }
    }
    return text;
}

std::u16string without_bars(std::u16string text) {
    std::replace(text.begin(), text.end(), bar, u' ');
    return text;
}

namespace {

// Whether something of the hidden words may still stand in a text that took their place: a word that begins as one of
// them does. Where they are numbers and short words alone nobody can tell.
bool may_hold(std::u16string_view hidden, std::u16string_view text) {
    bool known = false;
    for (const auto& token : words_of(hidden)) {
        if (token.to - token.from < 4) continue;
        known = true;
        if (text.find(hidden.substr(token.from, 4)) != std::u16string_view::npos) return true;
    }
    return !known;
}

}  // namespace

std::vector<std::optional<Passage>> carried(const std::vector<Passage>& passages, std::u16string_view before,
                                            std::u16string_view after, bool hides) {
    const auto step = step_between(before, after);
    std::vector<std::optional<Passage>> found;
    for (const auto& passage : passages) {
        const Range range{std::size_t(passage.first), std::min(std::size_t(passage.past), before.size())};
        if (hides) {
            const auto move = std::find_if(step.moves.begin(), step.moves.end(), [&](const Move& one) {
                return one.from_a <= range.from && range.to <= one.to_a;
            });
            if (move != step.moves.end()) {
                const auto first = move->from_b + map_position(move->change, range.from - move->from_a, -1);
                const auto past = move->from_b + map_position(move->change, range.to - move->from_a, 1);
                found.push_back(first < past ? std::optional(Passage{passage.field, int(first), int(past)})
                                             : std::nullopt);
                continue;
            }
            // Also what was typed in at its edges: a name that is spelt anew is a name still.
            const auto first = map_position(step.change, range.from, -1), past = map_position(step.change, range.to, 1);
            const bool stays = first < past && may_hold(before.substr(range.from, range.to - range.from),
                                                        after.substr(first, past - first));
            found.push_back(stays ? std::optional(Passage{passage.field, int(first), int(past)}) : std::nullopt);
            continue;
        }
        const auto anchor =
            carry({range, Carried::exact}, before.substr(range.from, range.to - range.from), step, after);
        found.push_back(anchor.state == Carried::orphaned || anchor.range.from >= anchor.range.to
                            ? std::nullopt
                            : std::optional(Passage{passage.field, int(anchor.range.from), int(anchor.range.to)}));
    }
    return found;
}

}  // namespace samrad::domain
