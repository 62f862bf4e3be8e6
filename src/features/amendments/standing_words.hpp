// Where the words of adopted amendments stand in the version that they were taken into, as JSON.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "features/json.hpp"
#include "features/texts.hpp"
#include "storage/merges.hpp"

namespace samrad::features {

// The text of a version of a document.
using TextOf = std::function<const Text&(DocumentId, int version)>;

// [{"block","line_from","line_to","pieces":[{"text","mark"}]}] for each that was taken and of whose words the version's
// trace tells: the paragraphs as that version has them, with what is of the amendment marked as inserted, and what went
// for it as deleted. What others changed there is text like all other. A paragraph that went leaves its words alone,
// with the block before it.
std::map<AmendmentId, boost::json::array> standing_words(storage::Transaction& tx,
                                                         const std::vector<domain::Amendment>& amendments,
                                                         const TextOf& text);

}  // namespace samrad::features
