#include "features/tries.hpp"

#include <arpa/inet.h>

#include "domain/account/account.hpp"
#include "features/tokens.hpp"

namespace samrad::features {

std::string home_of(std::string_view remote_address) {
    const std::string text(remote_address);
    in6_addr address{};
    if (inet_pton(AF_INET6, text.c_str(), &address) != 1) return text;
    if (IN6_IS_ADDR_V4MAPPED(&address)) return text;
    for (int i = 8; i < 16; ++i) address.s6_addr[i] = 0;
    char home[INET6_ADDRSTRLEN];
    return inet_ntop(AF_INET6, &address, home, sizeof home);
}

void limit_sender(Work& work, std::string_view act, double per_minute, double burst) {
    work.limits.take(std::string(act) + ":address:" + home_of(work.request.remote_address), per_minute, burst);
}

void limit_email(Work& work, std::string_view act, std::string_view email, double per_minute, double burst) {
    // Hashed, so that keys are short however long the input is.
    work.limits.take(std::string(act) + ":email:" + fingerprint_of(domain::lower_case(email)), per_minute, burst);
}

}  // namespace samrad::features
