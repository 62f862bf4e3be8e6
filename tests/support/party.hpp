// A small party with one process and one document, and somebody in every role: what tests of a discussion begin with.
#pragma once

#include <string>

#include "features/texts.hpp"
#include "paper/press.hpp"
#include "support/world.hpp"

namespace samrad::testing {

struct Party {
    explicit Party(double limit_scale = 0);

    World world;
    features::Texts texts;
    paper::Press press;
    UnitId unit;
    UnitId branch;
    UnitId other;  // another organisation
    AccountId editor, moderator, member, second, participant, stranger;

    // A process of the unit at a stage, made by the editor through the routes; its id.
    std::string process(const std::string& audience, const std::string& kind, bool admits_participants = false);
    // A document in it with this text; its id.
    std::string document(const std::string& process, const std::string& markdown);
    // Saves the next version; the answer.
    Answer save(const std::string& document, int base, const std::string& markdown);
    // A comment by somebody; the answer. `anchor` is JSON, "" for none.
    Answer comment(AccountId who, const std::string& document, const std::string& text, const std::string& anchor = "");
};

// A text as a JSON string, with its quotes.
std::string quoted(const std::string& text);

}  // namespace samrad::testing
