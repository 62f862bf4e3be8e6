#include "features/request_guard.hpp"

#include <algorithm>

namespace samrad::features {

namespace {

std::optional<Problem> check_site(const http::Request& request, const std::vector<std::string>& origins) {
    for (const auto& [name, value] : request.headers) {
        if (name == "origin" && std::find(origins.begin(), origins.end(), value) == origins.end()) {
            return forbidden("request.foreign_origin");
        }
    }
    const auto site = request.header("sec-fetch-site");
    if (site && *site != "same-origin" && *site != "none") return forbidden("request.foreign_origin");
    return std::nullopt;
}

}  // namespace

std::optional<Problem> check_own_page(const http::Request& request, const std::vector<std::string>& origins) {
    const auto type = request.header("content-type").value_or("");
    if (type != "application/json" && !type.starts_with("application/json;")) {
        return forbidden("request.not_json_type");
    }
    if (request.header("x-samrad") != "1") return forbidden("request.header_missing");
    return check_site(request, origins);
}

std::optional<Problem> check_own_form(const http::Request& request, const std::vector<std::string>& origins,
                                      bool takes_files) {
    const auto type = request.header("content-type").value_or("");
    const bool texts =
        type == "application/x-www-form-urlencoded" || type.starts_with("application/x-www-form-urlencoded;");
    if (!texts && !(takes_files && type.starts_with("multipart/form-data;"))) {
        return forbidden("request.not_form_type");
    }
    // Browsers send Origin with every POST; a form of another site can be told by nothing else.
    if (!request.header("origin") && !request.header("sec-fetch-site")) return forbidden("request.foreign_origin");
    return check_site(request, origins);
}

}  // namespace samrad::features
