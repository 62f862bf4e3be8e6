#include "http/origin.hpp"

#include <algorithm>

namespace samrad::http {
namespace {

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

}  // namespace

std::string plain_origin(std::string_view configured) {
    std::string origin = lowered(configured);
    while (origin.ends_with('/')) origin.pop_back();
    if (origin.starts_with("https://") && origin.ends_with(":443")) origin.resize(origin.size() - 4);
    if (origin.starts_with("http://") && origin.ends_with(":80")) origin.resize(origin.size() - 3);
    return origin;
}

bool origin_allowed(const Request& request, const std::vector<std::string>& allowed) {
    const auto is_origin = [](const auto& header) { return header.first == "origin"; };
    if (std::count_if(request.headers.begin(), request.headers.end(), is_origin) != 1) return false;
    const std::string origin = lowered(*request.header("origin"));
    return std::find(allowed.begin(), allowed.end(), origin) != allowed.end();
}

}  // namespace samrad::http
