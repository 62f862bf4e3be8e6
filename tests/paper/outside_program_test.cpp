// Other people's programs on a short rein.
#include "paper/outside_program.hpp"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <thread>

using namespace samrad;
using namespace samrad::paper;
using namespace std::chrono_literals;

TEST_CASE("A program gets its input and its output comes back, however much there is of both") {
    OutsidePrograms programs;
    const std::string much(5'000'000, 'x');
    CHECK(*programs.run({"cat"}, much) == much);
    CHECK(*programs.run({"cat"}, "") == "");
    CHECK(*programs.run({"/usr/bin/wc", "-c"}, "abc") == "3\n");
    // One that does not listen may answer all the same.
    CHECK(*programs.run({"echo", "ja"}, much) == "ja\n");
}

TEST_CASE("A program that is not there, that fails, or that takes too long or too much is an answer with a code") {
    OutsidePrograms programs({300ms, 1000, 2});
    CHECK(programs.run({"no-such-program"}, "").problem().code == "paper.program_missing");
    CHECK(programs.run({""}, "").problem().code == "paper.program_missing");
    CHECK(programs.run({"false"}, "").problem().code == "paper.failed");
    CHECK(programs.run({"cat"}, std::string(2000, 'x')).problem().code == "paper.too_large");
    CHECK(programs.run({"sleep", "60"}, "").problem().code == "paper.too_slow");
    CHECK(programs.run({"sleep", "0.5"}, "", 20s));
}

TEST_CASE("What a program started is killed with it") {
    OutsidePrograms programs({300ms, 1000, 2});
    const auto length = "61." + std::to_string(::getpid());  // other runs of this test have sleepers of their own
    // `timeout` waits for its own child, and both are of one group.
    CHECK(programs.run({"timeout", "--foreground", "60", "sleep", length}, "").problem().code == "paper.too_slow");
    const auto left = OutsidePrograms().run({"ps", "-eo", "args"}, "");
    CHECK((!left || left->find("sleep " + length) == std::string::npos));
}

TEST_CASE("A program sees nothing of ours: three variables, no open files, no arguments but our own") {
    OutsidePrograms programs;
    const std::ifstream ours("/dev/zero");  // open here, and inherited where nobody takes care
    CHECK(*programs.run({"env"}, "") == "PATH=/usr/local/bin:/usr/bin:/bin\nLANG=C.UTF-8\nHOME=/nonexistent\n");
    CHECK(*programs.run({"ls", "/proc/self/fd"}, "") == "0\n1\n2\n3\n");  // 3 is the folder that ls reads
    CHECK(*programs.run({"pwd"}, "") == "/\n");
}

TEST_CASE("As many programs as are allowed run at once, and the next is told to come again") {
    OutsidePrograms programs({20'000ms, 1000, 1});
    OutsidePrograms* both = &programs;
    Result<std::string> first = std::string();
    std::thread one([&] {
        do first = both->run({"sleep", "1"}, "");
        while (!first && first.problem().code == "paper.busy");
    });
    std::string code;
    // The first may not have begun yet; it is there for a second.
    for (int i = 0; i < 400 && code != "paper.busy"; ++i) {
        const auto answer = programs.run({"true"}, "");
        code = answer ? "" : answer.problem().code;
    }
    one.join();
    CHECK(code == "paper.busy");
    CHECK(programs.run({"true"}, ""));
}
