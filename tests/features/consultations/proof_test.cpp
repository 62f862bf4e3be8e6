// Proof of work and mailed confirmations: what makes floods dear, and works without script.
#include "features/consultations/proof_of_work.hpp"

#include <sodium.h>

#include <boost/json.hpp>
#include <fstream>
#include <thread>

#include "features/consultations/consultation_world.hpp"
#include "features/tokens.hpp"
#include "storage/proofs.hpp"

using namespace samrad;
using testing::ConsultationWorld;
namespace json = boost::json;

namespace {

std::string base64(const std::string& bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.resize(text.size() - 1);
    return text;
}

json::object solved(const std::string& challenge, const std::string& salt, const std::string& signature) {
    for (int number = 0; number <= features::most_tries_of_proof; ++number) {
        if (features::fingerprint_of(salt + std::to_string(number)) == challenge) {
            return {{"algorithm", "SHA-256"},
                    {"challenge", challenge},
                    {"number", number},
                    {"salt", salt},
                    {"signature", signature}};
        }
    }
    FAIL("a challenge without a solution");
    return {};
}

// What a browser does: asks for a challenge and tries numbers.
json::object work_out(const testing::Browser& browser, const std::string& consultation) {
    const auto asked = browser.get("/api/consultations/" + consultation + "/challenge");
    return solved(asked.at("challenge"), asked.at("salt"), asked.at("signature"));
}

std::string percent(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c))) {
            escaped += c;
        } else {
            char hex[4];
            std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned char>(c));
            escaped += hex;
        }
    }
    return escaped;
}

std::string field_of(const json::object& proof) { return "&proof=" + percent(base64(json::serialize(proof))); }

constexpr const char* asking = R"(,"asks_proof":true)";

std::string mailed_link(ConsultationWorld& all) {
    const auto body = all.world.database.value("select body from outbox order by id desc limit 1");
    const auto from = body.find("/answers/");
    return body.substr(from, body.find('\n', from) - from);
}

}  // namespace

TEST_CASE("with a proof of work an answer counts at once; the same proof again counts for nothing") {
    ConsultationWorld all;
    const auto consultation = all.open(asking);
    auto browser = all.world.browser();
    const auto proof = work_out(browser, consultation);
    CHECK(ConsultationWorld::answer(browser, ConsultationWorld::begin(browser, consultation), "Ja", field_of(proof))
              .status == 303);
    CHECK(all.world.database.value("select state from answers") == "submitted");
    const auto again = ConsultationWorld::begin(browser, consultation);
    const auto refused = ConsultationWorld::answer(browser, again, "Nei", field_of(proof));
    CHECK(refused.status == 422);
    CHECK(refused.body.find("Skriv e-postadressen din") != std::string::npos);
    // A change needs no other.
    const auto other = work_out(browser, consultation);
    CHECK(ConsultationWorld::form(browser, again + "/submission", "consent=yes" + field_of(other)).status == 303);
    CHECK(ConsultationWorld::form(browser, again + "/submission", "consent=yes").status == 303);
}

TEST_CASE("of one proof sent many times at once exactly one answer comes") {
    ConsultationWorld all;
    const auto consultation = all.open(asking);
    auto browser = all.world.browser();
    const auto proof = field_of(work_out(browser, consultation));
    std::vector<std::string> links;
    for (int i = 0; i < 6; ++i) {
        links.push_back(ConsultationWorld::begin(browser, consultation));
        ConsultationWorld::form(browser, links.back(), "page=1&act=next&q.boat=no");
    }
    std::vector<std::jthread> all_at_once;
    for (const auto& link : links) {
        all_at_once.emplace_back([&all, &proof, link] {
            auto one = all.world.browser();
            ConsultationWorld::form(one, link + "/submission", "consent=yes" + proof);
        });
    }
    all_at_once.clear();
    CHECK(all.world.database.number("select count(*) from answers where state = 'submitted'") == 1);
}

TEST_CASE("a proof that is altered, of another form, out of date, signed by another key or none at all is no proof") {
    const std::string key(64, 'k'), other(64, 'o');
    const Time at{std::chrono::seconds(1'800'000'000)};
    const auto expires = at + std::chrono::hours(1);
    int refused = 0;
    for (int i = 0; i < 200; ++i) {
        const int secret = i * 37;
        const auto made = features::make_challenge(ConsultationId{5}, expires, key, secret, std::to_string(i));
        const json::object proof{{"algorithm", "SHA-256"},
                                 {"challenge", made.challenge},
                                 {"number", secret},
                                 {"salt", made.salt},
                                 {"signature", made.signature}};
        const auto reads = [&](const json::object& one, Time when = Time{std::chrono::seconds(1'800'000'000)},
                               ConsultationId consultation = ConsultationId{5}) {
            return features::read_proof(base64(json::serialize(one)), consultation, when, {other, key}).has_value();
        };
        REQUIRE(reads(proof));
        REQUIRE(reads(proof, expires - std::chrono::seconds(1)));
        const auto without = [&](const char* name, const auto& value) {
            auto bent = proof;
            bent[name] = value;
            CHECK(!reads(bent));
            ++refused;
        };
        CHECK(!reads(proof, expires));
        CHECK(!reads(proof, at, ConsultationId{6}));
        without("algorithm", "SHA-1");
        without("algorithm", "sha-256");
        without("number", secret + 1);
        without("number", std::to_string(secret));
        without("number", double(secret) + 0.5);
        without("number", -secret - 1);
        without("signature", std::string(64, '0'));
        without("signature", "");
        without("challenge", features::fingerprint_of("mine"));
        without("salt", "mine" + made.salt);
        auto later = made.salt;
        later.replace(later.find("expires=180"), 11, "expires=190");
        without("salt", later);
        auto elsewhere = made.salt;
        elsewhere.replace(elsewhere.find("consultation=5"), 14, "consultation=6");
        without("salt", elsewhere);
        // Digits that move from the number to the salt make the same challenge.
        auto spliced = proof;
        spliced["salt"] = made.salt + std::to_string(secret).substr(0, 1);
        const auto rest = std::to_string(secret).substr(1);
        spliced["number"] = rest.empty() ? 0 : std::stoi(rest);
        CHECK(!reads(spliced));
        CHECK(!features::read_proof(base64(json::serialize(proof)), ConsultationId{5}, at, {other}));
        CHECK(!features::read_proof(base64(json::serialize(proof)).substr(1), ConsultationId{5}, at, {key}));
    }
    CHECK(refused == 200 * 12);
    for (const char* nothing : {"", "x", "e30=", "W10=", "bnVsbA==", "////"}) {
        CHECK(!features::read_proof(nothing, ConsultationId{5}, at, {key}));
    }
    CHECK(!features::read_proof(std::string(100'000, 'A'), ConsultationId{5}, at, {key}));
}

TEST_CASE("what ALTCHA's own library makes and accepts is what we make and accept, in a thousand cases") {
    // Written by tests/golden/form/proofs.mjs with altcha-lib; the browser's tests hold it to the same file.
    std::ifstream file(SAMRAD_SOURCE_DIR "/tests/golden/form/proofs.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto golden = json::parse(text).as_object();
    const std::string key(golden.at("key").as_string());
    const auto& cases = golden.at("cases").as_array();
    REQUIRE(cases.size() == 1000);
    for (const auto& one : cases) {
        const auto& list = one.as_array();
        const ConsultationId consultation{list[0].as_int64()};
        const Time expires{std::chrono::seconds(list[1].as_int64())};
        const int number = int(list[2].as_int64());
        const auto made =
            features::make_challenge(consultation, expires, key, number, std::string(list[3].as_string()));
        REQUIRE(made.challenge == list[4].as_string());
        REQUIRE(made.signature == list[5].as_string());
        const json::object proof{{"algorithm", "SHA-256"},
                                 {"challenge", made.challenge},
                                 {"number", number},
                                 {"salt", made.salt},
                                 {"signature", made.signature}};
        REQUIRE(features::read_proof(base64(json::serialize(proof)), consultation, expires - std::chrono::seconds(1),
                                     {key}));
    }
}

TEST_CASE("without a proof a mailed link makes the answer count, once, and what is not confirmed is read by nobody") {
    ConsultationWorld all;
    const auto consultation = all.open(asking);
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    const auto unknown = ConsultationWorld::answer(browser, link);
    CHECK(unknown.status == 422);
    CHECK(ConsultationWorld::form(browser, link + "/submission", "consent=yes&email=kari%40example.org").status == 303);
    CHECK(all.world.database.value("select state || coalesce(receipt::text, '-') from answers") == "unconfirmed-");
    CHECK(browser.get(link + "/receipt").body.find("Bekreft svaret fra e-posten din") != std::string::npos);
    auto editor = all.world.signed_in(all.editor);
    CHECK(editor.get("/api/consultations/" + consultation + "/answers").size("items") == 0);
    CHECK(editor.get("/api/consultations/" + consultation).at("answers.submitted") == "0");

    const auto mailed = mailed_link(all);
    CHECK(mailed.starts_with(link + "/confirmation/"));
    // Programs that open the link in a mail confirm nothing.
    CHECK(all.world.browser().get(mailed).body.find("Bekreft svaret") != std::string::npos);
    CHECK(all.world.database.value("select state from answers") == "unconfirmed");
    auto phone = all.world.browser();
    CHECK(ConsultationWorld::form(phone, mailed, "").header("location") == link + "/receipt");
    CHECK(all.world.database.value("select state from answers") == "submitted");
    CHECK(phone.get(link + "/receipt").body.find("Kvittering nummer") != std::string::npos);
    const auto receipt = all.world.database.value("select receipt from answers");
    CHECK(ConsultationWorld::form(phone, mailed, "").status == 303);  // pressed twice: nothing changes
    CHECK(all.world.database.value("select receipt from answers") == receipt);
}

TEST_CASE("a confirmation that is late, of another answer, made up or replaced by a newer one confirms nothing") {
    ConsultationWorld all;
    const auto consultation = all.open(asking);
    auto browser = all.world.browser();
    const auto one = ConsultationWorld::begin(browser, consultation);
    ConsultationWorld::answer(browser, one, "Ja", "&email=kari%40example.org");
    const auto old = mailed_link(all);
    ConsultationWorld::form(browser, one + "/submission", "consent=yes&email=kari2%40example.org");
    const auto fresh = mailed_link(all);
    CHECK(old != fresh);
    CHECK(ConsultationWorld::form(browser, old, "").status == 409);
    const auto two = ConsultationWorld::begin(browser, consultation);
    ConsultationWorld::answer(browser, two, "Ja", "&email=ola%40example.org");
    CHECK(ConsultationWorld::form(browser, two + fresh.substr(one.size()), "").status == 409);
    CHECK(ConsultationWorld::form(browser, one + "/confirmation/aaaa", "").status == 409);
    all.world.database.sql("update answer_confirmations set expires_at = now() - interval '1 second'");
    const auto late = ConsultationWorld::form(browser, fresh, "");
    CHECK(late.status == 409);
    CHECK(late.body.find("Lenken er utløpt") != std::string::npos);
    CHECK(all.world.database.number("select count(*) from answers where state = 'unconfirmed'") == 2);
    CHECK(all.world.database.number("select count(*) from answer_confirmations where token_hash = convert_to('" +
                                    fresh.substr(fresh.rfind('/') + 1) + "', 'UTF8')") == 0);
}

TEST_CASE(
    "an account and a code need neither proof nor mail, and what waits for a moderator waits after confirmation") {
    ConsultationWorld all;
    const auto consultation = all.open(std::string(asking) + R"(,"holds_answers":true)");
    auto kari = all.world.signed_in(all.member);
    ConsultationWorld::answer(kari, ConsultationWorld::begin(kari, consultation, "as=me"));
    CHECK(all.world.database.value("select state from answers") == "held");
    auto browser = all.world.browser();
    ConsultationWorld::answer(browser, ConsultationWorld::begin(browser, consultation), "Ja", "&email=a%40example.org");
    ConsultationWorld::form(browser, mailed_link(all), "");
    CHECK(all.world.database.number("select count(*) from answers where state = 'held'") == 2);
}

TEST_CASE("no address makes a mail with headers of its own") {
    ConsultationWorld all;
    const auto consultation = all.open(asking);
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    for (const char* address : {"a%40example.org%0D%0ABcc%3A+b%40example.org", "a%40example.org%0ASubject%3A+x",
                                "a%40example.org%0D%0A%0D%0AHei", "a%40example.org%2Cb%40example.org",
                                "%22a%0Ab%22%40example.org", "a%40example.org%E2%80%A8Bcc%3Ab",
                                "%3D%3Futf-8%3FQ%3F%3D0A%3F%3D%40example.org+x", "a%40example.org%250aBcc%3Ab"}) {
        INFO(address);
        CHECK(ConsultationWorld::answer(browser, link, "Ja", std::string("&email=") + address).status == 422);
    }
    CHECK(all.world.database.number("select count(*) from outbox") == 0);
}

TEST_CASE("keys of proofs are renewed every day, the one before still counts, and used proofs are forgotten in time") {
    ConsultationWorld all;
    const auto consultation = all.open(asking);
    auto browser = all.world.browser();
    const auto proof = work_out(browser, consultation);
    const auto renew = [&] {
        storage::Transaction tx(all.world.database.pool(), storage::Mode::write);
        storage::renew_proof_keys(tx);
        tx.commit();
    };
    renew();
    CHECK(all.world.database.number("select count(*) from proof_keys") == 1);
    all.world.database.sql("update proof_keys set made_at = now() - interval '25 hours'");
    renew();
    CHECK(all.world.database.number("select count(*) from proof_keys") == 2);
    CHECK(ConsultationWorld::answer(browser, ConsultationWorld::begin(browser, consultation), "Ja", field_of(proof))
              .status == 303);
    CHECK(all.world.database.number("select count(*) from used_proofs") == 1);
    all.world.database.sql(
        "update proof_keys set made_at = made_at - interval '30 hours'; update used_proofs set expires_at = now() - "
        "interval '1 second'");
    renew();
    CHECK(all.world.database.number("select count(*) from used_proofs") == 0);
    CHECK(all.world.database.number("select count(*) from proof_keys") == 2);
}
