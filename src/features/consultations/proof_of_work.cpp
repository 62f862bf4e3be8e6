#include "features/consultations/proof_of_work.hpp"

#include <sodium.h>

#include <boost/json.hpp>
#include <charconv>

#include "features/tokens.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

using std::string;
using std::string_view;

string hexadecimal(string_view bytes) {
    string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    text.pop_back();
    return text;
}

string sign(string_view challenge, string_view key) {
    crypto_auth_hmacsha256_state state;
    const auto raw = [](string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); };
    crypto_auth_hmacsha256_init(&state, raw(key), key.size());
    crypto_auth_hmacsha256_update(&state, raw(challenge), challenge.size());
    string code(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(code.data()));
    return hexadecimal(code);
}

string end_of_salt(ConsultationId consultation, std::int64_t expires) {
    return "?consultation=" + std::to_string(consultation.value) + "&expires=" + std::to_string(expires) + "&";
}

std::int64_t seconds_of(Time time) {
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

// The time in a salt that is of this consultation and of no other form than ours.
std::optional<std::int64_t> expires_in(string_view salt, ConsultationId consultation) {
    const auto mark = salt.find('?');
    const auto at = salt.find("&expires=");
    if (mark == string_view::npos || at == string_view::npos) return std::nullopt;
    std::int64_t expires = 0;
    const auto* first = salt.data() + at + 9;
    const auto* last = salt.data() + salt.size();
    const auto [end, error] = std::from_chars(first, last, expires);
    if (error != std::errc() || salt.substr(mark) != end_of_salt(consultation, expires)) return std::nullopt;
    return expires;
}

string decoded(string_view text) {
    string bytes(text.size(), '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    const int bad = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                      text.size(), nullptr, &length, &end, sodium_base64_VARIANT_ORIGINAL);
    if (bad != 0 || end != text.data() + text.size()) return {};
    bytes.resize(length);
    return bytes;
}

string text_in(const json::object& object, const char* name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? string(value->as_string()) : string();
}

bool equal(string_view one, string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace

Challenge make_challenge(ConsultationId consultation, Time expires, string_view key, int secret, string_view salt) {
    Challenge made;
    made.salt = string(salt) + end_of_salt(consultation, seconds_of(expires));
    made.challenge = fingerprint_of(made.salt + std::to_string(secret));
    made.signature = sign(made.challenge, key);
    return made;
}

Challenge new_challenge(ConsultationId consultation, Time expires, string_view key) {
    string salt(12, '\0');
    randombytes_buf(salt.data(), salt.size());
    const auto secret = int(randombytes_uniform(std::uint32_t(most_tries_of_proof) + 1));
    return make_challenge(consultation, expires, key, secret, hexadecimal(salt));
}

std::optional<Proof> read_proof(string_view solution, ConsultationId consultation, Time at,
                                const std::vector<string>& keys) {
    if (solution.empty() || solution.size() > 2000) return std::nullopt;
    boost::system::error_code error;
    const auto value = json::parse(decoded(solution), error);
    if (error || !value.is_object()) return std::nullopt;
    const auto& object = value.as_object();
    const auto challenge = text_in(object, "challenge"), salt = text_in(object, "salt");
    const auto signature = text_in(object, "signature");
    const auto* number = object.if_contains("number");
    const bool in_range =
        number && number->is_int64() && number->as_int64() >= 0 && number->as_int64() <= most_tries_of_proof;
    if (text_in(object, "algorithm") != "SHA-256" || !in_range) return std::nullopt;
    const auto expires = expires_in(salt, consultation);
    if (!expires || *expires <= seconds_of(at)) return std::nullopt;
    if (fingerprint_of(salt + std::to_string(number->as_int64())) != challenge) return std::nullopt;
    for (const auto& key : keys) {
        if (equal(sign(challenge, key), signature)) {
            return Proof{hash_token(challenge), Time{std::chrono::seconds(*expires)}};
        }
    }
    return std::nullopt;
}

}  // namespace samrad::features
