// The questions that are asked, in the cases to which the browser is held as well.
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "domain/form/fields.hpp"
#include "features/form_json.hpp"

using namespace samrad;
namespace json = boost::json;

TEST_CASE("a form asks what its conditions say, in every case that the browser is held to as well") {
    std::ifstream file(SAMRAD_SOURCE_DIR "/tests/golden/form/conditions.json");
    const auto golden = json::parse(std::string{std::istreambuf_iterator<char>(file), {}}).as_object();
    const auto& cases = golden.at("cases").as_array();
    REQUIRE(cases.size() > 20);
    for (const auto& value : cases) {
        const auto& one = value.as_object();
        const auto form =
            features::form_of(json::serialize(golden.at("forms").as_object().at(one.at("form").as_string())));
        const auto fields = features::fields_of(json::serialize(one.at("fields")));
        json::array shown;
        for (const auto& key : domain::shown_questions(form, fields)) shown.push_back(json::string(key));
        INFO(json::serialize(one));
        CHECK(shown == one.at("shown").as_array());
    }
}
