#include "features/passwords.hpp"

#include <sodium.h>

#include <new>
#include <stdexcept>

namespace samrad::features {

Passwords::Passwords(Cost cost) : cost_(cost) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used here");
    dummy_ = hash("nobody has this password");
}

std::string Passwords::hash(std::string_view password) const {
    char text[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(text, password.data(), password.size(), cost_.passes, cost_.memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return text;
}

bool Passwords::matches(const std::optional<std::string>& hash, std::string_view password) const {
    const std::string& against = hash ? *hash : dummy_;
    const bool same = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return same && hash;
}

Passwords::Cost Passwords::cheap() { return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN}; }

}  // namespace samrad::features
