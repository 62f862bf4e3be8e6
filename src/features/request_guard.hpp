// Whether a state-changing request was made by our own pages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "http/request.hpp"

namespace samrad::features {

// Three fences against forged requests from other sites: a JSON content type and a custom header, which a foreign page
// cannot send without asking us first, and an Origin of our own where the browser sends one. Problems:
// request.not_json_type, request.header_missing, request.foreign_origin (all Kind::forbidden).
std::optional<Problem> check_own_page(const http::Request& request, const std::vector<std::string>& origins);

// The same of a plain HTML form of ours: its content type (with files: multipart/form-data as well), and an Origin or
// Sec-Fetch-Site that says it is ours. Codes request.not_form_type, request.foreign_origin.
std::optional<Problem> check_own_form(const http::Request& request, const std::vector<std::string>& origins,
                                      bool takes_files = false);

}  // namespace samrad::features
