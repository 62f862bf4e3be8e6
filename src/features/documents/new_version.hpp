// From a text that somebody sends to a version, with everything that hangs on the text carried along.
#pragma once

#include <string>

#include "domain/document/document.hpp"
#include "features/texts.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// Stores `markdown` as the next version of a document whose row is locked: names its blocks (those that were there keep
// their names), stores the step from the version before as a ChangeSet, and moves every comment's anchor with its
// words. Throws the problem of a text that is refused (domain/text/guard). Returns the number of the new version.
int store_version(storage::Transaction& tx, const domain::Document& document, const std::string& markdown,
                  const std::string& note, AccountId author, Texts& texts);

}  // namespace samrad::features
