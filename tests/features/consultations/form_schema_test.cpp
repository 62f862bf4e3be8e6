// The form's description in docs/reference/form.schema.json and the server's own check tell of the same forms; the
// other half of this stands in frontend/tests/form_schema.test.ts.
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sstream>

#include "features/form_json.hpp"

using namespace samrad;
namespace json = boost::json;

namespace {

json::array golden_forms() {
    std::ifstream file(SAMRAD_SOURCE_DIR "/tests/golden/form/forms.json");
    std::ostringstream text;
    text << file.rdbuf();
    return json::parse(text.str()).as_array();
}

std::string refusal_of(const std::string& form) {
    try {
        features::form_of(form);
        return "";
    } catch (const Problem& problem) {
        return problem.code;
    }
}

}  // namespace

TEST_CASE("each form that both are held to is taken or refused as it says, and comes back as it was") {
    const auto forms = golden_forms();
    CHECK(forms.size() > 35);
    for (const auto& one : forms) {
        const auto& form = one.at("form");
        INFO(json::serialize(one));
        const auto& refusal = one.at("refusal");
        CHECK(refusal_of(json::serialize(form)) == (refusal.is_null() ? "" : std::string(refusal.as_string())));
        if (!refusal.is_null()) continue;
        const auto read = features::form_of(json::serialize(form));
        CHECK(features::form_of(json::serialize(features::form_json(read))) == read);
    }
}
