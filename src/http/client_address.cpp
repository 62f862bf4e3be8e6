#include "http/client_address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <cstring>

namespace samrad::http {

std::string plain_address(std::string_view text) {
    const std::string address(text);
    char written[INET6_ADDRSTRLEN];
    in_addr four{};
    if (inet_pton(AF_INET, address.c_str(), &four) == 1) {
        return inet_ntop(AF_INET, &four, written, sizeof written);
    }
    in6_addr six{};
    if (inet_pton(AF_INET6, address.c_str(), &six) != 1) return {};
    if (IN6_IS_ADDR_V4MAPPED(&six)) {
        std::memcpy(&four, six.s6_addr + 12, sizeof four);
        return inet_ntop(AF_INET, &four, written, sizeof written);
    }
    return inet_ntop(AF_INET6, &six, written, sizeof written);
}

std::string network_of(std::string_view address) {
    const auto plain = plain_address(address);
    in6_addr six{};
    if (inet_pton(AF_INET6, plain.c_str(), &six) != 1) return plain;
    std::memset(six.s6_addr + 8, 0, 8);
    char written[INET6_ADDRSTRLEN];
    return inet_ntop(AF_INET6, &six, written, sizeof written);
}

std::string client_address(const Request& request, const std::string& peer, const std::vector<std::string>& trusted) {
    const auto is_trusted = [&](const std::string& address) {
        return std::find(trusted.begin(), trusted.end(), address) != trusted.end();
    };
    if (!is_trusted(peer)) return peer;
    std::string list;
    for (const auto& [name, value] : request.headers) {
        if (name == "x-forwarded-for") list += (list.empty() ? "" : ",") + value;
    }
    std::string nearest = peer;
    std::string_view rest = list;
    while (!rest.empty()) {
        const auto comma = rest.rfind(',');
        std::string_view last = comma == std::string_view::npos ? rest : rest.substr(comma + 1);
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(0, comma);
        while (!last.empty() && last.front() == ' ') last.remove_prefix(1);
        while (!last.empty() && last.back() == ' ') last.remove_suffix(1);
        const std::string address = plain_address(last);
        if (address.empty()) return nearest;
        nearest = address;
        if (!is_trusted(address)) return nearest;
    }
    return nearest;
}

}  // namespace samrad::http
