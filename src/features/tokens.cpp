#include "features/tokens.hpp"

#include <sodium.h>

#include <array>

namespace samrad::features {

std::string new_token() {
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, 64> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

std::string hash_token(std::string_view token) {
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                       reinterpret_cast<const unsigned char*>(token.data()), token.size());
    return hash;
}

std::string fingerprint_of(std::string_view bytes) {
    const std::string hash = hash_token(bytes);
    std::string text(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char*>(hash.data()), hash.size());
    text.pop_back();
    return text;
}

}  // namespace samrad::features
