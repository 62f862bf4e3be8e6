#include "base/log.hpp"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

using namespace samrad;

namespace {

// What `act` writes to standard error.
template <class Act>
std::string captured(Act act) {
    std::FILE* file = std::tmpfile();
    REQUIRE(file);
    const int before = ::dup(STDERR_FILENO);
    ::dup2(::fileno(file), STDERR_FILENO);
    act();
    ::dup2(before, STDERR_FILENO);
    ::close(before);
    std::string out;
    std::rewind(file);
    for (int c = 0; (c = std::fgetc(file)) != EOF;) out.push_back(static_cast<char>(c));
    std::fclose(file);
    return out;
}

std::size_t lines(const std::string& text) {
    std::size_t count = 0;
    for (const char c : text) count += c == '\n';
    return count;
}

}  // namespace

TEST_CASE("A log line has a time, a level, an event and its fields") {
    const auto line = captured([] { log::info("server.started", {{"port", "8080"}}); });
    CHECK(line.starts_with("time=2"));
    CHECK(line.ends_with(" level=info event=server.started port=\"8080\"\n"));
}

TEST_CASE("A value can neither begin a line of the log nor recolour the terminal") {
    const auto line = captured([] {
        log::warning("sign_in.refused", {{"agent", "x\"\nlevel=info event=forged\r\x1B[31m\\ \u202E\u2028\x7F"}});
    });
    CHECK(lines(line) == 1);
    for (const char c : line.substr(0, line.size() - 1)) CHECK((c >= 0x20 && c < 0x7F));
    CHECK(line.find("x\\\"\\x0alevel=info") != std::string::npos);
}

TEST_CASE("Lines below the level are dropped") {
    const auto text = captured([] {
        log::write(log::Level::debug, "unseen");
        log::set_level(log::Level::error);
        log::warning("unseen");
        log::error("seen");
        log::set_level(log::Level::info);
    });
    CHECK(lines(text) == 1);
    CHECK(text.find("event=seen") != std::string::npos);
}

TEST_CASE("Lines of several threads are not mixed") {
    const auto text = captured([] {
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([] {
                for (int i = 0; i < 50; ++i) log::info("tick", {{"text", std::string(200, 'a')}});
            });
        }
        for (auto& thread : threads) thread.join();
    });
    CHECK(lines(text) == 200);
    std::size_t whole = 0;
    for (std::size_t at = 0; (at = text.find(std::string(200, 'a') + "\"\n", at)) != std::string::npos; ++at) ++whole;
    CHECK(whole == 200);
}
