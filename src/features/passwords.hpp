// Passwords: Argon2id in libsodium's own string form.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace samrad::features {

// Thread-safe. A hash takes 0.1 s and 64 MiB with the default cost: call it on the slow lane alone, whose two threads
// are what keeps it to two at once.
class Passwords {
public:
    struct Cost {
        unsigned long long passes = 2;
        std::size_t memory = 64ULL * 1024 * 1024;  // bytes
    };
    // Makes one hash at once, to hold guesses at unknown accounts against.
    explicit Passwords(Cost cost);
    Passwords() : Passwords(Cost{}) {}

    std::string hash(std::string_view password) const;
    // Whether the password is the one of the hash. No hash (an unknown account, or one without a password) is a no that
    // takes as long as any other.
    bool matches(const std::optional<std::string>& hash, std::string_view password) const;

    // The least that libsodium allows: for tests alone.
    static Cost cheap();

private:
    Cost cost_;
    std::string dummy_;
};

}  // namespace samrad::features
