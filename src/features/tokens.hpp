// Secrets that are handed out once and stored only as a hash.
#pragma once

#include <string>
#include <string_view>

namespace samrad::features {

// 32 random bytes in base64url: for cookies and mailed links.
std::string new_token();
// The SHA-256 of a token, 32 raw bytes: what the database holds.
std::string hash_token(std::string_view token);
// The SHA-256 of any bytes in hexadecimal: fingerprints of requests.
std::string fingerprint_of(std::string_view bytes);

}  // namespace samrad::features
