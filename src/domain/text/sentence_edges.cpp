#include "domain/text/sentence_edges.hpp"

#include <string>
#include <vector>

namespace samrad::domain {

namespace {

constexpr std::size_t farthest = 500;

bool begins_sentence(std::u16string_view text, std::size_t at) {
    if (at == 0 || text[at - 1] == u'\n') return true;
    return at > 1 && text[at - 1] == u' ' && std::u16string_view(u".!?:").find(text[at - 2]) != text.npos;
}

struct Part {
    std::size_t kept;      // units that stay before it
    std::size_t deleted;   // units that go
    std::u16string added;  // what comes
};

std::vector<Part> parts_of(const Change& change, std::size_t& rest) {
    std::vector<Part> parts;
    std::size_t kept = 0, inserted = 0;
    for (const auto& section : change.sections()) {
        if (section.kept) {
            kept += section.length;
            continue;
        }
        parts.push_back({kept, section.length, std::u16string(change.inserted().substr(inserted, section.inserted))});
        inserted += section.inserted;
        kept = 0;
    }
    rest = kept;
    return parts;
}

// How far to the left the part at `at` has to go to begin with a sentence; 0 where it stays.
std::size_t way_back(const Part& part, std::u16string_view text, std::size_t at) {
    if ((part.deleted > 0) == !part.added.empty() || begins_sentence(text, at)) return 0;
    // What is put in or taken away, read round: gone k units to the left, its last k units are those before it.
    const std::u16string_view piece =
        part.deleted > 0 ? text.substr(at, part.deleted) : std::u16string_view(part.added);
    for (std::size_t k = 1; k <= part.kept && k <= farthest; ++k) {
        const auto before = text[at - k];
        const auto last = k <= piece.size() ? piece[piece.size() - k] : text[at - (k - piece.size())];
        if (before != last || before == u'\n') return 0;
        if (begins_sentence(text, at - k)) return k;
    }
    return 0;
}

}  // namespace

Change on_sentence_edges(const Change& change, std::u16string_view before) {
    std::size_t rest = 0;
    auto parts = parts_of(change, rest);
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto& part = parts[i];
        at += part.kept;
        const auto back = way_back(part, before, at);
        if (back > 0 && !part.added.empty()) {
            auto round = std::u16string(before.substr(at - back, back)) + part.added;
            round.resize(part.added.size());
            part.added = std::move(round);
        }
        part.kept -= back;
        (i + 1 < parts.size() ? parts[i + 1].kept : rest) += back;
        at += part.deleted - back;
    }
    Change made;
    for (const auto& part : parts) {
        made.add_kept(part.kept);
        made.add_replaced(part.deleted, part.added);
    }
    made.add_kept(rest);
    return made;
}

}  // namespace samrad::domain
