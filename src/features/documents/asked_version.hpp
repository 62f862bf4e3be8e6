// The version that a request names, and its text.
#pragma once

#include <memory>

#include "domain/document/document.hpp"
#include "features/perform.hpp"
#include "features/texts.hpp"

namespace samrad::features {

// {version} in the path; more than a million is no version: Problem missing.
int version_in_path(const Work& work);

// Throws Problem missing where the document has no such version.
domain::Version find_version(Work& work, DocumentId document, int number);
// What a reader gets of a version: from memory where it is there. One that this act has made is kept after its commit.
std::shared_ptr<const Text> text_of(Work& work, const domain::Document& document, int number, Texts& texts);

}  // namespace samrad::features
