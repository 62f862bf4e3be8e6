// From a text that somebody sends to a version, with everything that hangs on the text carried along.
#pragma once

#include <optional>
#include <string>

#include "domain/document/document.hpp"
#include "domain/text/change.hpp"
#include "features/texts.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

struct NewVersion {
    std::string markdown;
    std::string note;
    AccountId author;
    // Mends errors of typing alone: every open amendment is carried over it (domain/amendment/carriage).
    bool correction = false;
    // The step from the version before, where it is known (a merge); otherwise it is found by comparing.
    std::optional<domain::Change> change = {};
};

// Stores the next version of a document whose row is locked: names its blocks (those that were there keep their names),
// stores the step from the version before as a ChangeSet, moves every comment's anchor with its words, and carries
// every pending amendment. Throws the problem of a text that is refused (domain/text/guard). Returns the version's
// number.
int store_version(storage::Transaction& tx, const domain::Document& document, const NewVersion& made, Texts& texts);

}  // namespace samrad::features
