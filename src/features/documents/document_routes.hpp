#pragma once

#include <vector>

#include "features/documents/document_actions.hpp"

namespace samrad::features {

// The routes of documents and versions; see docs/PROTOCOL.md. The texts outlive the routes.
std::vector<ActionRoute> document_routes(Texts& texts);

}  // namespace samrad::features
