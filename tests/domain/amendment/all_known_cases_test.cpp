// No known case is forgotten: each that binds every implementation, or that others mark as broken, is a test under its
// number, and each that is a matter of taste is decided in docs/domain/amendments.md.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "domain/amendment/known_cases.hpp"

using namespace samrad::tests;

namespace {

std::string file_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

// The numbers in a text: "COL-01", or "CHR-02, 03, 04" which shortens those that follow.
std::set<std::string> numbers_in(const std::string& text) {
    static const std::regex number("([A-Z]{3}-)([0-9]{2})((?:, [0-9]{2}(?![0-9]))*)");
    static const std::regex further("[0-9]{2}");
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at) {
        found.insert(at->str(1) + at->str(2));
        const auto more = at->str(3);
        for (std::sregex_iterator one(more.begin(), more.end(), further); one != end; ++one) {
            found.insert(at->str(1) + one->str());
        }
    }
    return found;
}

std::set<std::string> tested() {
    static const std::regex name("TEST_CASE\\(\\s*\"([^\"]*)\"");
    std::set<std::string> found;
    for (const auto* folder : {"/tests/domain/amendment", "/tests/features/amendments"}) {
        for (const auto& entry : std::filesystem::directory_iterator(std::string(SAMRAD_SOURCE_DIR) + folder)) {
            if (!entry.path().filename().string().starts_with("known_")) continue;
            const auto text = file_of(entry.path());
            for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at) {
                found.merge(numbers_in(at->str(1)));
            }
        }
    }
    return found;
}

}  // namespace

TEST_CASE("Every known case is a test under its own number, or a decision that is written down") {
    const auto file = shared_data("amendment-cases.json");
    if (!file) SKIP("the shared data is not here");
    const auto tests = tested();
    const auto told = numbers_in(file_of(SAMRAD_SOURCE_DIR "/docs/domain/amendments.md"));
    const json::value read = json::parse(*file);
    for (const auto& one : read.at("cases").as_array()) {
        const std::string id(one.at("id").as_string());
        const std::string_view strength(one.at("strength").as_string());
        INFO(id << ", " << strength);
        if (strength == "style" || strength == "choice") {
            CHECK(told.contains(id));
        } else {
            CHECK(tests.contains(id));
        }
    }
}
