#pragma once

#include <vector>

#include "features/comments/comment_actions.hpp"

namespace samrad::features {

// The routes of comments; see docs/PROTOCOL.md. The texts outlive the routes.
std::vector<ActionRoute> comment_routes(Texts& texts);

}  // namespace samrad::features
