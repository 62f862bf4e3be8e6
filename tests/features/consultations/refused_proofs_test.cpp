// A flood of proofs that are none: replayed, out of date, altered, of another form, worked out beforehand under a key
// of the sender's own. Not one of them makes an answer count. SAMRAD_REFUSALS sets how many are tried.
#include <sodium.h>

#include <boost/json.hpp>
#include <cstdlib>

#include "features/consultations/consultation_world.hpp"
#include "features/consultations/proof_of_work.hpp"
#include "features/tokens.hpp"
#include "storage/proofs.hpp"

using namespace samrad;
using testing::ConsultationWorld;
namespace json = boost::json;

namespace {

int refusals() {
    const char* number = std::getenv("SAMRAD_REFUSALS");
    return number ? std::atoi(number) : 100;
}

std::string field_of(const features::Challenge& made, int secret) {
    const auto text = json::serialize(json::object{{"algorithm", "SHA-256"},
                                                   {"challenge", made.challenge},
                                                   {"number", secret},
                                                   {"salt", made.salt},
                                                   {"signature", made.signature}});
    std::string encoded(sodium_base64_ENCODED_LEN(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    std::string escaped;
    for (const char c : encoded) {
        if (c != '\0') escaped += c == '+' ? "%2B" : c == '/' ? "%2F" : c == '=' ? "%3D" : std::string(1, c);
    }
    return "consent=yes&proof=" + escaped;
}

}  // namespace

TEST_CASE("of a flood of proofs that are replayed, late, altered, of another form or made beforehand none counts") {
    ConsultationWorld all;
    const auto here = all.open(R"(,"asks_proof":true)"), elsewhere = all.open(R"(,"asks_proof":true)");
    const ConsultationId consultation{std::stoll(here)}, other{std::stoll(elsewhere)};
    const auto keys = [&] {
        storage::Transaction tx(all.world.database.pool(), storage::Mode::write);
        auto found = storage::proof_keys(tx);
        tx.commit();
        return found;
    }();
    const Time now{
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())};
    const auto later = now + std::chrono::hours(1), before = now - std::chrono::seconds(2);
    auto browser = all.world.browser();
    const auto challenge = [&](ConsultationId of, Time expires, const std::string& key, int i) {
        return features::make_challenge(of, expires, key, 100 + i, "salt" + std::to_string(i));
    };
    // One that is right, once.
    const auto honest = ConsultationWorld::begin(browser, here);
    ConsultationWorld::form(browser, honest, "page=1&act=next&q.boat=no");
    const auto used = field_of(challenge(consultation, later, keys.front(), -1), 99);
    REQUIRE(ConsultationWorld::form(browser, honest + "/submission", used).status == 303);

    const auto link = ConsultationWorld::begin(browser, here);
    ConsultationWorld::form(browser, link, "page=1&act=next&q.boat=no");
    const int wanted = refusals();
    int refused = 0;
    for (int i = 0; i < wanted; ++i) {
        std::string sent;
        switch (i % 6) {
            case 0: sent = used; break;
            case 1: sent = field_of(challenge(consultation, before, keys.front(), i), 100 + i); break;
            case 2: sent = field_of(challenge(consultation, later, keys.front(), i), 101 + i); break;
            case 3: sent = field_of(challenge(other, later, keys.front(), i), 100 + i); break;
            case 4: sent = field_of(challenge(consultation, later, std::string(64, 'x'), i), 100 + i); break;
            case 5: {
                auto made = challenge(consultation, later, keys.front(), i);
                made.signature[std::size_t(i) % made.signature.size()] ^= 1;
                sent = field_of(made, 100 + i);
                break;
            }
        }
        const auto answer = ConsultationWorld::form(browser, link + "/submission", sent);
        refused += answer.status == 422 && answer.body.find("Skriv e-postadressen din") != std::string::npos;
    }
    CHECK(refused == wanted);
    CHECK(all.world.database.number("select count(*) from answers where state <> 'draft'") == 1);
    CHECK(all.world.database.number("select count(*) from used_proofs") == 1);
    CHECK(all.world.database.number("select count(*) from outbox") == 0);
    // The very next right one counts.
    const auto right = field_of(challenge(consultation, later, keys.front(), wanted), 100 + wanted);
    CHECK(ConsultationWorld::form(browser, link + "/submission", right).status == 303);
}
