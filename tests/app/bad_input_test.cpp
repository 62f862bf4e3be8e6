// Input that no page of ours sends, on every route that takes any: a clear refusal that names the field, nothing stored
// by halves, and never a failure of ours.
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <set>

#include "app/full_bodies.hpp"
#include "app/who_may.hpp"

using namespace samrad;
using namespace samrad::testing;
namespace json = boost::json;

namespace {

// One route with a good body, and who may send it.
struct Sender {
    House& house;
    const FullBody& full;
    Things things;
    http::Verb verb = http::Verb::get;
    std::string path;
    json::object body;
    Browser browser;

    Sender(House& h, const FullBody& f)
        : house(h), full(f), things(house.things_of(places[0])), browser(house.world.browser()) {
        const bool author = full.of_hidden && full.role == nobody;
        browser = author ? house.world.signed_in(house.second) : house.as(full.role);
        things["stage"] = house.world.database.value("select id from stages where process_id = " + things["process"]);
        if (std::string_view(full.route).ends_with("/vote")) {
            house.world.database.sql("update stages set kind = 'voting' where process_id = " + things["process"]);
            REQUIRE(house.as(editor).post("/api/ballots/" + things["ballot"] + "/opening").status == 200);
        }
        if (full.of_hidden) things["comment"] = things["hidden"];
        if (std::string_view(full.route).find("{link}") != std::string_view::npos) {
            things["link"] = "link-of-" + things["answer"];
            house.world.database.sql("update answers set token_hash = sha256('" + things["link"] +
                                     "') where id = " + things["answer"]);
        }
        for (const auto& route : house.world.routes()) {
            if (name_of(route) != full.route) continue;
            verb = route.verb;
            path = house.filled(route.pattern, things);
        }
        REQUIRE(!path.empty());
        body = json::parse(house.filled(full.body, things)).as_object();
    }
    Answer send(const std::string& text) { return browser.send(verb, path, text); }
};

bool is_refusal(const Answer& answer) { return answer.status >= 400 && answer.status < 500; }

// Every place in a body where a value of that kind stands, as its name and a way to put something else there.
void each_value(json::value& value, const std::string& name, json::kind kind,
                const std::function<void(json::value&, const std::string&)>& visit) {
    if (value.kind() == kind) visit(value, name);
    if (auto* object = value.if_object()) {
        for (auto& member : *object) {
            each_value(member.value(), (name.empty() ? "" : name + ".") + std::string(member.key()), kind, visit);
        }
    } else if (auto* list = value.if_array()) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            // A list of plain values is one field; of objects each has fields of its own.
            const bool objects = (*list)[i].is_object();
            each_value((*list)[i], objects ? name + "[" + std::to_string(i) + "]" : name, kind, visit);
        }
    }
}

}  // namespace

TEST_CASE("Every route that takes a body is in this test, with a body that is taken") {
    House house;
    std::set<std::string> known;
    for (const auto& full : full_bodies) {
        known.insert(full.route);
        Sender sender(house, full);
        const auto answer = sender.send(json::serialize(sender.body));
        INFO(full.route << ": " << answer.status << " " << answer.body.substr(0, 200));
        CHECK(answer.status < 500);
        CHECK((answer.code().find("input.") == std::string::npos || answer.field() == "choice"));
        CHECK(answer.code().find("request.") == std::string::npos);
    }
    for (const auto& route : house.world.routes()) {
        if (route.verb == http::Verb::get || route.plain_form) continue;
        INFO("a route without a body in full_bodies.hpp: " << name_of(route));
        CHECK(known.contains(name_of(route)));
    }
}

TEST_CASE("On every route a body that is no JSON of ours is refused before anything is stored") {
    House house;
    std::string many = "{";
    for (int i = 0; i < 100'000; ++i) many += (i ? ",\"f" : "\"f") + std::to_string(i) + "\":1";
    const std::string deep(100'000, '[');
    std::string half_deep = "{\"a\":";
    for (int i = 0; i < 40; ++i) half_deep += "[";
    for (const auto& full : full_bodies) {
        Sender sender(house, full);
        const auto before = house.fingerprint();
        const std::pair<const char*, std::string> bodies[] = {
            {"not closed", "{\"text\":"},
            {"two values", "{} {}"},
            {"an array", "[]"},
            {"a text", "\"text\""},
            {"null", "null"},
            {"too deep", half_deep + std::string(40, ']') + "}"},
            {"100,000 deep", deep + std::string(100'000, ']')},
            {"100,000 deep inside", "{\"a\":" + deep},
            {"100,000 fields", many + "}"},
            {"a number over all bounds", "{\"number\":1e400}"},
            {"no number", "{\"a\":NaN}"},
            {"a trailing comma", "{\"a\":1,}"},
            {"a comment", "{/**/}"},
            {"invalid UTF-8", "{\"a\":\"\xFF\"}"},
            {"an overlong form", "{\"a\":\"\xC0\x80\"}"},
            {"a surrogate as UTF-8", "{\"a\":\"\xED\xA0\x80\"}"},
            {"a byte order mark", "\xEF\xBB\xBF{}"},
            {"UTF-16", std::string("\xFF\xFE{\0}\0", 6)},
            {"half a surrogate", R"({"a":"\ud800"})"},
            {"a NUL", std::string("{\"a\":\"\0\"}", 9)},
            {"an unknown field", R"({"no_such_field":1})"},
            {"an unknown field twice", R"({"no_such_field":1,"no_such_field":2})"},
        };
        for (const auto& [what, body] : bodies) {
            const auto answer = sender.send(body);
            INFO(full.route << ", " << what << ": " << answer.status << " " << answer.body.substr(0, 200));
            CHECK(is_refusal(answer));
            CHECK((answer.status == 413 || !answer.code().empty()));
        }
        CHECK(house.fingerprint() == before);
    }
}

TEST_CASE("On every route a text with a NUL, half a character or another type is refused by its field") {
    House house;
    int fields = 0;
    for (const auto& full : full_bodies) {
        Sender sender(house, full);
        const auto before = house.fingerprint();
        json::value body = sender.body;
        each_value(body, "", json::kind::string, [&](json::value& place, const std::string& field) {
            ++fields;
            const json::value good = place;
            const auto refused = [&](const std::string& text, bool names_field) {
                const auto answer = sender.send(text);
                INFO(full.route << ", " << field << ": " << answer.status << " " << answer.body.substr(0, 200));
                CHECK(is_refusal(answer));
                if (names_field) CHECK(answer.field() == field);
            };
            place = "SLOT";
            const std::string text = json::serialize(body);
            const auto at = text.find("\"SLOT\"");
            const auto with = [&](const std::string& value) {
                return text.substr(0, at) + value + text.substr(at + 6);
            };
            refused(with(R"("\u0000")"), true);
            refused(with(R"("a\u0000b")"), true);
            refused(with(R"("\ud800")"), false);  // no JSON text at all
            refused(with(R"("\udc00a")"), false);
            refused(with("\"\xC3\""), false);
            // Of words that mean something there are few, and no other is taken for the nearest one.
            const std::set<std::string> words{"kind",    "role", "audience", "stance", "disclosure", "results_visible",
                                              "language"};
            if (words.contains(field.substr(field.rfind('.') + 1))) {
                refused(with(R"("no such word")"), true);
                refused(with(R"("")"), true);
                refused(with("\"" + std::string(good.as_string()) + " \""), true);
            }
            refused(with("17"), true);
            refused(with("1e400"), true);
            refused(with("true"), true);
            refused(with("{}"), true);
            refused(with("[]"), true);
            place = good;
        });
        each_value(body, "", json::kind::int64, [&](json::value& place, const std::string& field) {
            const json::value good = place;
            for (const auto& bad : {json::value("1"), json::value(-1), json::value(1.5), json::value(true),
                                    json::value(std::uint64_t(-1)), json::value(json::object{})}) {
                place = bad;
                const auto answer = sender.send(json::serialize(body));
                INFO(full.route << ", " << field << ": " << answer.status << " " << answer.body.substr(0, 200));
                CHECK(answer.status == 422);
                CHECK(answer.field() == field);
            }
            place = good;
        });
        CHECK(house.fingerprint() == before);
    }
    CHECK(fields > 30);
}

TEST_CASE("On no route can a column of the database be set by naming it in a request") {
    House house;
    const auto columns =
        json::parse(house.world.database.value("select json_agg(distinct column_name)::text from "
                                               "information_schema.columns where table_schema = 'public'"))
            .as_array();
    CHECK(columns.size() > 60);
    for (const auto& full : full_bodies) {
        Sender sender(house, full);
        const auto before = house.fingerprint();
        for (const auto& column : columns) {
            const std::string name(column.as_string());
            if (sender.body.contains(name) || name == "parent" || name == "affiliated_to") continue;
            if (full.route == std::string_view("PATCH /api/ballots/{ballot}")) continue;  // takes any rule
            json::object body = sender.body;
            body[name] = 1;
            const auto answer = sender.send(json::serialize(body));
            INFO(full.route << ", " << name << ": " << answer.status << " " << answer.body.substr(0, 200));
            CHECK(is_refusal(answer));
            if (answer.status == 422) CHECK(answer.field() == name);
        }
        CHECK(house.fingerprint() == before);
    }
}
