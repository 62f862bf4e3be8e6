#include "base/scratch_file.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <system_error>

using namespace samrad;

namespace {

std::string all_of(const ScratchFile& file) {
    std::string all;
    std::array<char, 3> piece{};
    while (const auto got = file.read(all.size(), piece)) all.append(piece.data(), got);
    return all;
}

}  // namespace

TEST_CASE("A scratch file gives back what was put in, from any place, and its owner can change") {
    ScratchFile file;
    file.append("abc");
    file.append("");
    file.append(std::string("d\0e", 3));
    const ScratchFile moved = std::move(file);
    CHECK(moved.size() == 6);
    CHECK(all_of(moved) == std::string("abcd\0e", 6));
    std::array<char, 2> two{};
    CHECK(moved.read(6, two) == 0);
}

TEST_CASE("A file that is taken over has no name any more and is read all the same") {
    const auto path = std::filesystem::temp_directory_path() / "samrad-scratch-test";
    std::ofstream(path) << "words";
    const auto file = ScratchFile::take(path.string());
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK(all_of(file) == "words");
    CHECK_THROWS_AS(ScratchFile::take(path.string()), std::system_error);
}
