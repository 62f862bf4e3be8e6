#include "domain/text/move_lines.hpp"

#include <charconv>

#include "domain/text/change_json.hpp"

namespace samrad::domain {

namespace {

// A number and the space behind it.
bool take_number(std::string_view& rest, std::size_t& number) {
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    const auto used = std::size_t(read.ptr - rest.data());
    if (read.ec != std::errc{} || used >= rest.size() || rest[used] != ' ') return false;
    rest.remove_prefix(used + 1);
    return true;
}

}  // namespace

std::string to_lines(const std::vector<Move>& moves) {
    std::string lines;
    for (const auto& move : moves) {
        for (const auto place : {move.from_a, move.to_a, move.from_b, move.to_b}) lines += std::to_string(place) + ' ';
        lines += to_json(move.change) + '\n';
    }
    return lines;
}

Result<std::vector<Move>> moves_from_lines(std::string_view lines) {
    std::vector<Move> moves;
    while (!lines.empty()) {
        auto rest = lines.substr(0, lines.find('\n'));
        if (rest.size() == lines.size()) return invalid("change.malformed", "changes");
        lines.remove_prefix(rest.size() + 1);
        Move move{};
        for (auto* place : {&move.from_a, &move.to_a, &move.from_b, &move.to_b}) {
            if (!take_number(rest, *place)) return invalid("change.malformed", "changes");
        }
        if (move.from_a > move.to_a || move.from_b > move.to_b) return invalid("change.malformed", "changes");
        auto change = change_from_json(rest, move.to_a - move.from_a);
        if (!change) return change.problem();
        move.change = *std::move(change);
        moves.push_back(std::move(move));
    }
    return moves;
}

}  // namespace samrad::domain
