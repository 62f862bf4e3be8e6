// Queries and paths that no page sends, on every route that reads.
#include <catch2/catch_test_macros.hpp>

#include "app/who_may.hpp"

using namespace samrad;
using namespace samrad::testing;

TEST_CASE("Whatever stands in a query or a path, the answer is a page, a list or a refusal") {
    House house;
    const auto things = house.things_of(places[0]);
    const std::string values[] = {"'",
                                  "1'--",
                                  "1+or+1=1",
                                  "1;drop+table+comments",
                                  "1)",
                                  "%25_%25_%25",
                                  "%5c",
                                  "%5c'",
                                  "1e3",
                                  "-1",
                                  "0x10",
                                  "+1",
                                  "9223372036854775807",
                                  "9223372036854775808",
                                  "NaN",
                                  "null",
                                  "",
                                  "%e2%80%a8",
                                  "%c3%a6",
                                  "id+desc",
                                  "newest,(select+1)",
                                  "$1",
                                  "%24%241",
                                  std::string(5000, '9'),
                                  std::string(5000, 'a'),
                                  "b1'",
                                  "b0",
                                  "b-1",
                                  "b99999999999"};
    const auto before = house.fingerprint();
    int asked = 0;
    const auto browser = house.as(administrator);
    for (const auto& route : house.world.routes()) {
        if (route.verb != http::Verb::get) continue;
        const auto path = house.filled(route.pattern, things);
        const bool page = !route.pattern.starts_with("/api/");
        for (const auto& value : values) {
            if (page && value.size() < 1000 && value != "'") continue;  // pages read little of a query
            for (const char* name : {"after", "limit", "sort", "block", "version", "from", "to", "q"}) {
                const auto answer = browser.get(path + "?" + name + "=" + value);
                INFO(name_of(route) << "?" << name << "=" << value.substr(0, 40) << ": " << answer.status << " "
                                    << answer.body.substr(0, 200));
                CHECK(answer.status < 500);
                ++asked;
            }
        }
        for (const auto& [name, good] : things) {
            if (route.pattern.find("{" + name + "}") == std::string::npos) continue;
            for (const char* bad : {"'", "1'", "0", "-1", "01x", "99999999999999999999", "1%20", "%c3%a6", "1;"}) {
                Things others = things;
                others[name] = bad;
                const auto answer = browser.get(house.filled(route.pattern, others));
                INFO(route.pattern << " " << name << "=" << bad << ": " << answer.status);
                CHECK(answer.status < 500);
                if (route.pattern.starts_with("/api/")) CHECK(answer.status == 404);
            }
        }
    }
    CHECK(asked > 3000);
    CHECK(house.fingerprint() == before);
}
