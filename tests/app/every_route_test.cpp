// Every route of the server, asked by everybody, about things they may see and things they may not. The routes come
// from the server's own list; each has an entry here that says who may do it, and one without an entry fails. Judged by
// the status, by canaries in the bodies, and by the database, in which a refused request changes nothing.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <map>
#include <set>

#include "app/route_tables.hpp"
#include "support/party.hpp"

using namespace samrad;
using http::Verb;
using testing::Party;

namespace {

// ---- Who asks -------------------------------------------------------------------------------------------------------

enum Role { nobody, participant, stranger, member, moderator, editor, administrator };
constexpr const char* role_names[] = {
    "nobody", "participant", "administrator of another organisation", "member", "moderator", "editor", "administrator"};
constexpr Role roles[] = {nobody, participant, stranger, member, moderator, editor, administrator};

// ---- What they ask about --------------------------------------------------------------------------------------------

// A process with all that is in it. Everything in it has the canary in its words.
struct Place {
    const char* name;
    const char* audience;
    const char* kind;  // of the present stage
    const char* canary;
    bool seen_by(Role role) const {
        if (role >= moderator) return true;
        if (std::string_view(kind) == "preparing") return false;
        return std::string_view(audience) == "public" || role == member;
    }
};
constexpr Place places[] = {{"public", "public", "discussing", "KANARIopen"},
                            {"members'", "members", "discussing", "KANARIinside"},
                            {"named units'", "units", "discussing", "KANARIbranch"},
                            {"preparing", "public", "preparing", "KANARIdraft"}};

// A comment that was hidden: nobody reads it but moderators and its author, who does not ask here.
constexpr const char* hidden_canary = "KANARIhidden";

using Things = std::map<std::string, std::string>;  // by the names that paths give them

struct House : Party {
    House() {
        const app::RouteParts parts{
            {"https://samrad.example", "Partiet", true}, passwords, texts, templates, pages, "<svg/>"};
        for (auto& route : app::all_routes(parts)) {
            const auto& known = world.routes();
            const bool is_known = std::any_of(known.begin(), known.end(), [&](const auto& other) {
                return other.verb == route.verb && other.pattern == route.pattern;
            });
            if (!is_known) world.add({route});
        }
        chief = world.person("Anne", "anne@example.org");
        world.standing(chief, unit, "administrator");
        world.database.sql("update accounts set confirmed_at = now() - interval '1 day'");
        world.database.sql(
            "insert into invitations (token_hash, email, unit_id, role, expires_at) values "
            "(sha256('KANARItoken'), 'anne@example.org', " +
            std::to_string(branch.value) + ", 'member', now() + interval '1 day')");
    }

    testing::Browser as(Role role) {
        const AccountId accounts[] = {{}, participant, stranger, member, moderator, editor, chief};
        return accounts[role] ? world.signed_in(accounts[role]) : world.browser();
    }

    Things things_of(const Place& place) {
        Things things;
        const std::string canary = place.canary;
        const auto process = world.signed_in(editor).post(
            "/api/units/" + std::to_string(unit.value) + "/processes",
            R"({"title":")" + canary + R"(","description":")" + canary + R"(","audience":")" + place.audience +
                R"(","units":[)" + std::to_string(branch.value) +
                R"(],"admits_participants":true,"stages":[{"title":"Nå","kind":"discussing","starts":"2020-01-01T00:00:00Z"}]})");
        INFO(process.body);
        REQUIRE(process.status == 201);
        things["process"] = process.at("id");
        things["document"] = document(things["process"], canary + " i dokumentet.\n");
        things["comment"] = comment(editor, things["document"], canary + " i kommentaren").at("comment.id");
        things["hidden"] = comment(second, things["document"], hidden_canary).at("comment.id");
        REQUIRE(world.signed_in(moderator)
                    .post("/api/comments/" + things["hidden"] + "/hiding", R"({"reason":"KANARIhidden"})")
                    .status == 200);
        const auto ballot = world.signed_in(editor).post(
            "/api/processes/" + things["process"] + "/ballots",
            R"({"question":")" + canary +
                R"(","kind":"approval","disclosure":"named","results_visible":"always","units":[)" +
                std::to_string(branch.value) + "]}");
        INFO(ballot.body);
        REQUIRE(ballot.status == 201);
        things["ballot"] = ballot.at("id");
        things["version"] = "1";
        things["unit"] = std::to_string(unit.value);
        things["token"] = "KANARItoken";
        things["standing"] =
            world.database.value("select id from standings where account_id = " + std::to_string(second.value));
        world.database.sql("update invitations set used_at = null, used_by = null");
        things["rest"] = "no/such/page";
        world.database.sql(std::string("update stages set kind = '") + place.kind +
                           "' where process_id = " + things["process"]);
        return things;
    }

    // All that people have made, as one number.
    std::string fingerprint() {
        std::string query = "select md5(concat(";
        for (const char* table :
             {"accounts", "units", "standings", "invitations", "processes", "stages", "documents", "versions",
              "comments", "supports", "ballots", "ballot_units", "votes", "outbox", "audit_trail", "events"}) {
            query += std::string("(select md5(string_agg(t::text, '|' order by t::text)) from ") + table + " t),";
        }
        query.back() = ')';
        return world.database.value(query + ")");
    }

    features::Passwords passwords{features::Passwords::cheap()};
    features::PageTemplates templates{SAMRAD_SOURCE_DIR "/frontend"};
    features::PageCache pages;
    AccountId chief;
};

// ---- Who may
// ----------------------------------------------------------------------------------------------------------

enum class Rule {
    all,            // everybody; what is in it depends on the asker, by the canaries
    form,           // everybody may try; an empty form is refused by naming its field
    signed_in,      // everybody with an account
    reader,         // who sees the process
    draft_reader,   // of a draft ballot: editors and administrators
    commenter,      // who sees the process, and its stage and audience say yes
    author,         // whose comment it is: the editor's
    edits,          // editors and administrators
    edits_draft,    // the same, of a draft ballot
    moderates,      // moderators and administrators
    edits_unit,     // begins processes in the unit
    administers,    // administrators of the unit
    appoints,       // administrators of anything
    owns_standing,  // administrators of the standing's unit, and whose it is; to all others it does not exist
    invited,        // whose address it is: the administrator's
    missing,        // nobody, ever
};

struct Entry {
    Rule rule;
    const char* body = "{}";
    const char* query = "";
};

const std::map<std::string, Entry> entries{
    {"GET /api/me", {Rule::all}},
    {"PATCH /api/me", {Rule::signed_in}},
    {"POST /api/accounts", {Rule::form}},
    {"POST /api/accounts/confirm", {Rule::form}},
    {"POST /api/password/forgot", {Rule::form}},
    {"POST /api/password/reset", {Rule::form}},
    {"POST /api/session", {Rule::form}},
    {"DELETE /api/session", {Rule::signed_in}},
    {"DELETE /api/sessions", {Rule::signed_in}},
    {"GET /api/units", {Rule::all}},
    {"GET /api/units/{unit}", {Rule::all}},
    {"POST /api/units", {Rule::administers, R"({"name":"Nytt","kind":"branch","parent":UNIT})"}},
    {"PATCH /api/units/{unit}", {Rule::administers, R"({"name":"Partiet"})"}},
    {"POST /api/units/{unit}/standings", {Rule::administers, R"({"account":PERSON,"role":"editor"})"}},
    {"DELETE /api/standings/{standing}", {Rule::owns_standing}},
    {"GET /api/people", {Rule::appoints, "{}", "?q=kar"}},
    {"POST /api/units/{unit}/invitations", {Rule::administers, R"({"email":"ny@example.org","role":"member"})"}},
    {"GET /api/invitations/{token}", {Rule::all}},
    {"POST /api/invitations/{token}/acceptance", {Rule::invited}},
    {"GET /api/processes", {Rule::all}},
    {"POST /api/units/{unit}/processes", {Rule::edits_unit}},
    {"GET /api/processes/{process}", {Rule::reader}},
    {"PATCH /api/processes/{process}", {Rule::edits}},
    {"POST /api/processes/{process}/stage", {Rule::edits}},
    {"POST /api/processes/{process}/documents", {Rule::edits}},
    {"GET /api/documents/{document}", {Rule::reader}},
    {"PATCH /api/documents/{document}", {Rule::edits}},
    {"GET /api/documents/{document}/versions", {Rule::reader}},
    {"POST /api/documents/{document}/versions", {Rule::edits}},
    {"GET /api/documents/{document}/versions/{version}/source", {Rule::reader}},
    {"GET /api/documents/{document}/versions/{version}/markdown", {Rule::reader}},
    {"GET /api/documents/{document}/versions/{version}/lines", {Rule::reader}},
    {"GET /api/documents/{document}/comparison", {Rule::reader, "{}", "?from=1&to=1"}},
    {"POST /api/rendering", {Rule::signed_in, R"({"markdown":"# Ja"})"}},
    {"GET /api/documents/{document}/comments", {Rule::reader}},
    {"POST /api/documents/{document}/comments", {Rule::commenter, R"({"text":"Et innspill"})"}},
    {"GET /api/comments/{comment}", {Rule::reader}},
    {"PATCH /api/comments/{comment}", {Rule::author, R"({"text":"Endret"})"}},
    {"DELETE /api/comments/{comment}", {Rule::author}},
    {"GET /api/comments/{comment}/thread", {Rule::reader}},
    {"GET /api/comments/{comment}/history", {Rule::reader}},
    {"PUT /api/comments/{comment}/support", {Rule::commenter}},
    {"DELETE /api/comments/{comment}/support", {Rule::commenter}},
    {"POST /api/comments/{comment}/resolution", {Rule::edits, R"({"answer":"Tatt inn"})"}},
    {"DELETE /api/comments/{comment}/resolution", {Rule::edits}},
    {"POST /api/comments/{comment}/hiding", {Rule::moderates, R"({"reason":"Utenfor tema"})"}},
    {"DELETE /api/comments/{comment}/hiding", {Rule::moderates}},
    {"POST /api/comments/{comment}/appeal", {Rule::author, R"({"text":"Hvorfor?"})"}},
    {"GET /api/processes/{process}/hidden", {Rule::moderates}},
    {"POST /api/processes/{process}/ballots", {Rule::edits}},
    {"GET /api/ballots/{ballot}", {Rule::draft_reader}},
    {"PATCH /api/ballots/{ballot}", {Rule::edits_draft}},
    {"POST /api/ballots/{ballot}/opening", {Rule::edits_draft}},
    {"POST /api/ballots/{ballot}/closing", {Rule::edits_draft}},
    {"PUT /api/ballots/{ballot}/vote", {Rule::draft_reader, R"({"choice":1})"}},
    {"GET /", {Rule::all}},
    {"GET /processes/{process}", {Rule::reader}},
    {"GET /documents/{document}", {Rule::reader}},
    {"GET /documents/{document}/versions/{version}", {Rule::reader}},
    {"GET /ballots/{ballot}", {Rule::draft_reader}},
    {"GET /comments/{comment}", {Rule::reader}},
    {"GET /documents/{document}/comparison", {Rule::all}},
    {"GET /documents/{document}/edit", {Rule::all}},
    {"GET /processes/{process}/edit", {Rule::all}},
    {"GET /units/{unit}/processes/new", {Rule::all}},
    {"GET /processes/{process}/documents/new", {Rule::all}},
    {"GET /processes/{process}/ballots/new", {Rule::all}},
    {"GET /ballots/{ballot}/edit", {Rule::all}},
    {"GET /units", {Rule::all}},
    {"GET /units/{unit}", {Rule::all}},
    {"GET /sign-in", {Rule::all}},
    {"GET /sign-up", {Rule::all}},
    {"GET /forgot", {Rule::all}},
    {"GET /reset", {Rule::all}},
    {"GET /confirm", {Rule::all}},
    {"GET /invitation", {Rule::all}},
    {"GET /account", {Rule::all}},
    {"GET /{rest...}", {Rule::missing}},
    {"GET /favicon.svg", {Rule::all}},
    {"GET /api/health", {Rule::all}},
};

std::string name_of(const features::ActionRoute& route) {
    constexpr const char* verbs[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
    return std::string(verbs[int(route.verb)]) + " " + route.pattern;
}

// What an answer may be: one of the statuses; 0 is any that is neither a refusal nor our failure.
using Expected = std::set<int>;
const Expected allowed{0};

bool fits(const Expected& expected, int status) {
    if (expected.contains(status)) return true;
    return expected.contains(0) && status < 500 && status != 401 && status != 403 && status != 404;
}

Expected expected(Rule rule, bool writes, Role role, const Place& place) {
    const bool sees = place.seen_by(role);
    const bool office = role == editor || role == administrator;
    const bool preparing = std::string_view(place.kind) == "preparing";
    switch (rule) {
        case Rule::all: return {200};
        case Rule::form: return {422};
        case Rule::missing: return {404};
        default: break;
    }
    const bool asks_itself = rule == Rule::reader || rule == Rule::draft_reader || rule == Rule::moderates;
    if (role == nobody && (writes || !asks_itself)) return {401};
    switch (rule) {
        case Rule::signed_in: return allowed;
        case Rule::edits_unit: return office ? allowed : Expected{403};
        case Rule::administers: return role == administrator ? allowed : Expected{403};
        case Rule::appoints: return role == administrator || role == stranger ? allowed : Expected{403};
        case Rule::owns_standing: return role == administrator ? allowed : Expected{404};
        case Rule::invited: return role == administrator ? allowed : Expected{403};
        default: break;
    }
    if (!sees) return {404};
    switch (rule) {
        case Rule::reader: return allowed;
        case Rule::draft_reader:
        case Rule::edits_draft: return office ? allowed : Expected{404};
        case Rule::edits: return office ? allowed : Expected{403};
        case Rule::moderates: return role == moderator || role == administrator ? allowed : Expected{role ? 403 : 401};
        case Rule::commenter:
            if (preparing) return {409};
            // Strangers are participants here, where those are admitted; one's own comment has no support of one's own.
            return role == editor ? Expected{0, 403} : allowed;
        case Rule::author:
            if (role == editor) return allowed;
            return preparing ? Expected{409, 403} : Expected{403};  // the stage may be told before whose comment it is
        default: return {};
    }
}

std::string filled(std::string text, const Things& things, const House& house) {
    const auto replace = [&](const std::string& name, const std::string& value) {
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size())) {
            text.replace(at, name.size(), value);
        }
    };
    for (const auto& [name, value] : things) {
        replace("{" + name + "}", value);
        replace("{" + name + "...}", value);
    }
    replace("UNIT", std::to_string(house.unit.value));
    replace("PERSON", std::to_string(house.second.value));
    return text;
}

// Nobody finds words of what they may not see, wherever they look.
void check_canaries(const testing::Answer& answer, Role role) {
    for (const auto& place : places) {
        if (!place.seen_by(role)) CHECK(answer.body.find(place.canary) == std::string::npos);
    }
    const bool moderates = role == moderator || role == administrator;
    if (!moderates) CHECK(answer.body.find(hidden_canary) == std::string::npos);
    if (role != administrator) CHECK(answer.body.find("anne@example.org\",\"conf") == std::string::npos);
}

}  // namespace

TEST_CASE("On every route, in every role: what may not be seen is missing, what may not be done is refused") {
    House house;
    std::vector<Things> all_things;
    for (const auto& place : places) all_things.push_back(house.things_of(place));
    int cells = 0;
    std::set<std::string> asked;
    for (const auto& route : house.world.routes()) {
        const auto name = name_of(route);
        const auto entry = entries.find(name);
        INFO("a route without an entry in this test: " << name);
        REQUIRE(entry != entries.end());
        asked.insert(name);
        const bool writes = route.verb != Verb::get;
        const bool changes_things = writes && route.pattern.find('{') != std::string::npos;
        for (std::size_t i = 0; i < std::size(places); ++i) {
            // What a permitted request may change is made for it alone.
            const Things things = changes_things ? house.things_of(places[i]) : all_things[i];
            const auto before = house.fingerprint();
            bool untouched = true;
            for (const Role role : roles) {
                const auto path = filled(route.pattern + entry->second.query, things, house);
                REQUIRE(path.find('{') == std::string::npos);
                auto browser = house.as(role);
                const auto answer =
                    browser.send(route.verb, path, writes ? filled(entry->second.body, things, house) : "");
                INFO(name << " of a " << places[i].name << " process as " << role_names[role] << ": " << answer.status
                          << " " << answer.body.substr(0, 300));
                const auto wanted = expected(entry->second.rule, writes, role, places[i]);
                CHECK(fits(wanted, answer.status));
                check_canaries(answer, role);
                ++cells;
                if (!wanted.contains(0) && writes && untouched) CHECK(house.fingerprint() == before);
                if (wanted.contains(0)) untouched = false;
            }
        }
    }
    for (const auto& [name, entry] : entries) {
        INFO("this test knows a route that the server does not: " << name);
        CHECK(asked.contains(name));
    }
    CHECK(cells > 2000);
}

TEST_CASE("A hidden comment's words and reason reach no other reader, through whatever route it is asked for") {
    House house;
    auto things = house.things_of(places[0]);
    things["comment"] = things["hidden"];
    int reads = 0;
    for (const auto& route : house.world.routes()) {
        if (route.verb != Verb::get) continue;
        for (const Role role : roles) {
            const auto answer = house.as(role).get(filled(route.pattern, things, house));
            INFO(name_of(route) << " as " << role_names[role] << ": " << answer.status);
            CHECK(answer.status < 500);
            check_canaries(answer, role);
            ++reads;
        }
    }
    CHECK(reads > 200);
}

TEST_CASE("An id that does not exist is answered as one that may not be seen") {
    House house;
    const auto things = house.things_of(places[1]);
    Things none = things;
    for (const char* name : {"process", "document", "comment", "ballot"}) none[name] = "987654321";
    for (const auto& route : house.world.routes()) {
        if (filled(route.pattern, things, house) == filled(route.pattern, none, house)) continue;
        const auto entry = entries.at(name_of(route));
        const std::string body = route.verb == Verb::get ? "" : filled(entry.body, things, house);
        auto browser = house.as(participant);
        const auto hidden = browser.send(route.verb, filled(route.pattern, things, house), body);
        const auto unknown = browser.send(route.verb, filled(route.pattern, none, house), body);
        INFO(name_of(route) << ": " << hidden.body.substr(0, 200));
        CHECK(hidden.status == unknown.status);
        if (hidden.status == 404 && route.pattern.starts_with("/api/")) {
            CHECK(hidden.body == unknown.body);
            CHECK(hidden.headers == unknown.headers);
        }
    }
}
