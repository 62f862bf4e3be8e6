// The server computes what the browser computes: results of CodeMirror's own packages, vector by vector.
//
// Some vectors cut surrogate pairs, and a JSON library refuses half a pair. The algebra counts units and does not look
// at them, so the file is read twice: once with every surrogate replaced by a unit of the private use area, for all
// vectors, and once as it is, for those whose texts are well formed.
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/utf8.hpp"
#include "domain/text/change.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/shared_data.hpp"

using namespace samrad::domain;
namespace json = boost::json;

namespace {

// \udXXX, half a pair or not, as \ueXXX: units U+E800 to U+EFFF stand for surrogates.
std::string without_surrogates(std::string text) {
    for (std::size_t at = 0; (at = text.find("\\u", at)) != std::string::npos; at += 2) {
        const bool escaped = at > 0 && text[at - 1] == '\\';
        if (!escaped && text[at + 2] == 'd' && text[at + 3] >= '8') text[at + 2] = 'e';
    }
    return text;
}

// And back, as escapes in the JSON text.
std::string with_surrogates(const json::value& value) {
    std::string out;
    const std::string bytes = json::serialize(value);
    for (const char16_t unit : samrad::to_utf16(bytes)) {
        if (unit >= 0xE800 && unit <= 0xEFFF) {
            char escape[7];
            std::snprintf(escape, sizeof escape, "\\u%04x", unit - 0x1000U);
            out += escape;
        } else {
            out += samrad::to_utf8(std::u16string_view(&unit, 1));
        }
    }
    return out;
}

std::u16string text(const json::value& value) { return samrad::to_utf16(std::string_view(value.as_string())); }

Change read(const json::value& value, std::size_t length) {
    auto change = change_from_json(json::serialize(value), length);
    INFO(json::serialize(value) << " of " << length);
    REQUIRE(change);
    return std::move(change).value();
}

json::value written(const Change& change) { return json::parse(to_json(change)); }

json::object vectors(const std::string& file) { return json::parse(without_surrogates(file)).as_object(); }

#define WITH_VECTORS                                                                                          \
    const auto file = samrad::tests::shared_data("changeset-vectors.json");                                   \
    if (!file) SKIP("changeset-vectors.json is not there: set SAMRAD_SHARED_DATA to the folder that has it"); \
    const json::object all = vectors(*file)

}  // namespace

TEST_CASE("The browser's changes apply, invert and compose to the same texts") {
    WITH_VECTORS;
    for (const auto& v : all.at("apply").as_array()) {
        INFO(json::serialize(v));
        const auto doc = text(v.at("doc"));
        const Change change = read(v.at("changes"), doc.size());
        CHECK(*change.apply(doc) == text(v.at("result")));
        CHECK(change.length() == v.at("length").to_number<std::size_t>());
        CHECK(change.new_length() == v.at("newLength").to_number<std::size_t>());
        CHECK(change.empty() == v.at("empty").as_bool());
        CHECK(written(change) == v.at("changes"));
    }
    for (const auto& v : all.at("invert").as_array()) {
        INFO(json::serialize(v));
        const auto doc = text(v.at("doc"));
        const Change change = read(v.at("changes"), doc.size());
        const Change inverse = invert(change, doc);
        CHECK(written(inverse) == v.at("inverse"));
        CHECK(*inverse.apply(*change.apply(doc)) == text(v.at("restored")));
    }
    for (const auto& v : all.at("compose").as_array()) {
        INFO(json::serialize(v));
        const auto doc = text(v.at("doc"));
        const Change a = read(v.at("a"), doc.size());
        const Change composed = compose(a, read(v.at("b"), a.new_length()));
        CHECK(written(composed) == v.at("composed"));
        CHECK(*composed.apply(doc) == text(v.at("result")));
    }
}

TEST_CASE("The browser's changes merge to the same texts") {
    WITH_VECTORS;
    for (const auto& v : all.at("map").as_array()) {
        INFO(json::serialize(v));
        const auto doc = text(v.at("doc"));
        const Change a = read(v.at("a"), doc.size());
        const Change b = read(v.at("b"), doc.size());
        CHECK(written(map(a, b, false)) == v.at("a_map_b"));
        CHECK(written(map(a, b, true)) == v.at("a_map_b_before"));
        CHECK(written(map(b, a, false)) == v.at("b_map_a"));
        CHECK(written(map(b, a, true)) == v.at("b_map_a_before"));
    }
    for (const auto& v : all.at("random").as_array()) {
        INFO(json::serialize(v));
        const auto doc = text(v.at("doc"));
        const Change a = read(v.at("a"), doc.size());
        const Change b = read(v.at("b"), doc.size());
        const Change c = read(v.at("c"), a.new_length());
        CHECK(*a.apply(doc) == text(v.at("doc_a")));
        CHECK(written(compose(a, c)) == v.at("a_compose_c"));
        CHECK(*compose(a, c).apply(doc) == text(v.at("doc_ac")));
        CHECK(written(invert(a, doc)) == v.at("a_invert"));
        CHECK(written(map(a, b, false)) == v.at("a_map_b"));
        CHECK(written(map(a, b, true)) == v.at("a_map_b_before"));
        CHECK(written(map(b, a, false)) == v.at("b_map_a"));
        CHECK(*compose(a, map(b, a, false)).apply(doc) == text(v.at("doc_ab")));
        CHECK(*compose(b, map(a, b, false)).apply(doc) == text(v.at("doc_ba")));
        CHECK(*compose(b, map(a, b, true)).apply(doc) == text(v.at("doc_ba_before")));
    }
}

TEST_CASE("Positions move as they do in the browser") {
    WITH_VECTORS;
    for (const auto& v : all.at("mapPos").as_array()) {
        const Change change = read(v.at("changes"), 11);
        for (const auto& c : v.at("cases").as_array()) {
            INFO(json::serialize(c));
            const auto position = c.at("pos").to_number<std::size_t>();
            CHECK(map_position(change, position, -1) == c.at("before").to_number<std::size_t>());
            CHECK(map_position(change, position, 1) == c.at("after").to_number<std::size_t>());
            const auto surviving = map_surviving_position(change, position, -1);
            CHECK(surviving.has_value() == !c.at("trackDel").is_null());
        }
    }
}

TEST_CASE("What the browser sends is read, and what the server must refuse is refused") {
    WITH_VECTORS;
    for (const auto& v : all.at("json").as_array()) {
        const Change change = read(v.at("json"), v.at("length").to_number<std::size_t>());
        CHECK(change.new_length() == v.at("newLength").to_number<std::size_t>());
        CHECK(written(change) == v.at("back"));
    }
    for (const auto& v : all.at("invalid").as_array()) {
        INFO(json::serialize(v));
        CHECK_FALSE(change_from_json(with_surrogates(v.at("json")), 11));
    }
}

TEST_CASE("Emoji survive as the browser writes them") {
    WITH_VECTORS;
    int whole = 0;
    for (const auto& v : all.at("apply").as_array()) {
        json::error_code failed;
        const json::value real = json::parse(with_surrogates(v), failed);
        if (failed) continue;
        ++whole;
        INFO(with_surrogates(v));
        const Change change = read(real.at("changes"), text(real.at("doc")).size());
        CHECK(*change.apply(text(real.at("doc"))) == text(real.at("result")));
        CHECK(written(change) == real.at("changes"));
    }
    CHECK(whole > 20);
}
