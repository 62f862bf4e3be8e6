#include "support/party.hpp"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

#include "features/amendments/amendment_routes.hpp"
#include "features/amendments/paper_actions.hpp"
#include "features/ballots/ballot_routes.hpp"
#include "features/comments/comment_routes.hpp"
#include "features/documents/document_routes.hpp"
#include "features/processes/process_routes.hpp"

namespace samrad::testing {

std::string quoted(const std::string& text) { return boost::json::serialize(boost::json::value(text)); }

Party::Party(double limit_scale) : world(limit_scale) {
    world.add(features::process_routes(features::ballots_for));
    world.add(features::document_routes(texts));
    world.add(features::comment_routes(texts));
    world.add(features::ballot_routes());
    world.add(features::amendment_routes(texts));
    world.add(features::paper_routes(texts, press));
    unit = world.unit("Partiet");
    branch = world.unit("Lokallaget", unit);
    other = world.unit("Et annet parti");
    editor = world.person("Eirik");
    moderator = world.person("Mona");
    member = world.person("Kari");
    second = world.person("Ola");
    participant = world.person("Samira");
    stranger = world.person("Fremmed");
    world.standing(editor, unit, "editor");
    world.standing(moderator, unit, "moderator");
    world.standing(member, branch, "member");
    world.standing(second, branch, "member");
    world.standing(stranger, other, "administrator");
}

std::string Party::process(const std::string& audience, const std::string& kind, bool admits_participants) {
    const auto made = world.signed_in(editor).post(
        "/api/units/" + std::to_string(unit.value) + "/processes",
        R"({"title":"Program","description":"Om *programmet*","audience":")" + audience +
            R"(","admits_participants":)" + (admits_participants ? "true" : "false") +
            R"(,"stages":[{"title":"Nå","kind":")" + kind + R"(","starts":"2020-01-01T00:00:00Z"}]})");
    INFO(made.body);
    REQUIRE(made.status == 201);
    return made.at("id");
}

std::string Party::document(const std::string& process, const std::string& markdown) {
    const auto made = world.signed_in(editor).post("/api/processes/" + process + "/documents",
                                                   R"({"title":"Utkast","markdown":)" + quoted(markdown) + "}");
    INFO(made.body);
    REQUIRE(made.status == 201);
    return made.at("id");
}

Answer Party::save(const std::string& document, int base, const std::string& markdown) {
    return world.signed_in(editor).post(
        "/api/documents/" + document + "/versions",
        R"({"base":)" + std::to_string(base) + R"(,"note":"rettet","markdown":)" + quoted(markdown) + "}");
}

Answer Party::comment(AccountId who, const std::string& document, const std::string& text, const std::string& anchor) {
    return world.signed_in(who).post(
        "/api/documents/" + document + "/comments",
        R"({"text":)" + quoted(text) + (anchor.empty() ? "" : R"(,"anchor":)" + anchor) + "}");
}

}  // namespace samrad::testing
