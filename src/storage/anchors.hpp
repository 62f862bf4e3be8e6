// Where the comments of a document hang in its newest version.
#pragma once

#include <vector>

#include "base/id.hpp"
#include "domain/comment/comment.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct StoredAnchor {
    CommentId comment;
    domain::Place place;
};

// The anchors that still hang somewhere, in one of the given blocks (block numbers of the newest version).
std::vector<StoredAnchor> anchors_in(Transaction& tx, DocumentId document, const std::vector<int>& blocks);

// Writes the carried places (now_*, attachment) of many anchors in one statement.
void move_anchors(Transaction& tx, const std::vector<StoredAnchor>& anchors);

}  // namespace samrad::storage
