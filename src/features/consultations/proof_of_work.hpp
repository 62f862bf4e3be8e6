// Proof of work against floods: a browser shows that it has worked for a second or two on a challenge of ours.
//
// The challenge is SHA-256 of a salt and a secret number; whoever finds the number by trying has worked. The salt says
// for which consultation it is and until when it counts; we sign the challenge (HMAC), so that none of it need be
// stored. Each counts once. The format is ALTCHA's first (its library solves it in the browser):
//   salt       "9f…?consultation=5&expires=1795640000&"   the & at its end keeps digits from moving to the number
//   challenge  hexadecimal of SHA-256(salt + number)
//   signature  hexadecimal of HMAC-SHA-256(challenge) under the key's text
//   solution   base64 of {"algorithm":"SHA-256","challenge":…,"number":…,"salt":…,"signature":…}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"

namespace samrad::features {

struct Challenge {
    std::string salt;
    std::string challenge;
    std::string signature;
};

// The most that has to be tried: half of it on average, about a second on a slow phone.
inline constexpr int most_tries_of_proof = 50'000;

// `key` signs it; `secret` is the number that is to be found, from 0 to most_tries_of_proof; `salt` is random.
Challenge make_challenge(ConsultationId consultation, Time expires, std::string_view key, int secret,
                         std::string_view salt);
// With a random secret and salt.
Challenge new_challenge(ConsultationId consultation, Time expires, std::string_view key);

struct Proof {
    std::string hash;  // by which it is known that it was used, 32 raw bytes
    Time expires;
};
// The proof in a solution, where it is one: of ours by one of the keys, for that consultation, in time, and right.
// That it was not used before is asked of the storage.
std::optional<Proof> read_proof(std::string_view solution, ConsultationId consultation, Time at,
                                const std::vector<std::string>& keys);

}  // namespace samrad::features
