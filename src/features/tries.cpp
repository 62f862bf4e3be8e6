#include "features/tries.hpp"

#include "domain/account/account.hpp"
#include "features/tokens.hpp"
#include "http/client_address.hpp"

namespace samrad::features {

void limit_sender(Work& work, std::string_view act, double per_minute, double burst) {
    work.limits.take(std::string(act) + ":address:" + http::network_of(work.request.remote_address), per_minute, burst);
}

void limit_email(Work& work, std::string_view act, std::string_view email, double per_minute, double burst) {
    // Hashed, so that keys are short however long the input is.
    work.limits.take(std::string(act) + ":email:" + fingerprint_of(domain::lower_case(email)), per_minute, burst);
}

}  // namespace samrad::features
