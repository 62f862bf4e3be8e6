#include "domain/consultation/family_text.hpp"

#include "domain/text/diff.hpp"

namespace samrad::domain {

namespace {

void add_piece(std::vector<Piece>& pieces, std::u16string_view text, Piece::Mark mark) {
    if (text.empty()) return;
    if (!pieces.empty() && pieces.back().mark == mark) {
        pieces.back().text += text;
    } else {
        pieces.push_back({std::u16string(text), mark});
    }
}

// For each unit of the text before, whether it is there after, perhaps in another place.
std::vector<bool> kept_units(const Step& step, std::size_t length) {
    std::vector<bool> kept(length);
    const auto take = [&](const Change& change, std::size_t at) {
        for (const auto& section : change.sections()) {
            for (std::size_t i = 0; section.kept && i < section.length; ++i) kept[at + i] = true;
            at += section.length;
        }
    };
    take(step.change, 0);
    for (const auto& move : step.moves) take(move.change, move.from_a);
    return kept;
}

// For each unit of the text after, whether it stood somewhere else before.
std::vector<bool> moved_units(const Step& step, std::size_t length) {
    std::vector<bool> moved(length);
    for (const auto& move : step.moves) {
        std::size_t at = move.from_b;
        for (const auto& section : move.change.sections()) {
            const auto count = section.kept ? section.length : section.inserted;
            for (std::size_t i = 0; section.kept && i < count; ++i) moved[at + i] = true;
            at += count;
        }
    }
    return moved;
}

}  // namespace

std::vector<Piece> own_words(std::u16string_view shared, std::u16string_view text) {
    const auto step = step_between(shared, text);
    const auto kept = kept_units(step, shared.size());
    const auto moved = moved_units(step, text.size());
    std::vector<Piece> pieces;
    std::size_t at = 0, now = 0;
    for (const auto& section : step.change.sections()) {
        if (section.kept) {
            add_piece(pieces, shared.substr(at, section.length), Piece::kept);
            at += section.length;
            now += section.length;
            continue;
        }
        for (std::size_t i = 0; i < section.length; ++i, ++at) {
            if (!kept[at]) add_piece(pieces, shared.substr(at, 1), Piece::deleted);
        }
        for (std::size_t i = 0; i < section.inserted; ++i, ++now) {
            add_piece(pieces, text.substr(now, 1), moved[now] ? Piece::kept : Piece::inserted);
        }
    }
    return pieces;
}

}  // namespace samrad::domain
