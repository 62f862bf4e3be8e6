// Other people's programs, called as a filter: bytes go in, bytes come out.
//
// A program is started without a shell, with fixed words of our own as its arguments and nothing of what somebody sent;
// with an environment of three variables, no open files but its input and output, and a process group of its own, which
// is killed as a whole when its time is over.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace samrad::paper {

struct OutsideLimits {
    std::chrono::milliseconds time{20'000};
    std::size_t output = 64 * 1024 * 1024;  // bytes
    int at_once = 2;                        // calls; the next is told to come again
};

class OutsidePrograms {
public:
    explicit OutsidePrograms(OutsideLimits limits = {}) : limits_(limits) {}

    // What the program writes when it is given `input`. command[0] is a path, or a name that is looked for where Debian
    // puts programs. Blocks; thread-safe. Problems: paper.program_missing (unavailable; not installed, or the empty
    // name), paper.busy (limited), paper.too_slow and paper.too_large (too_large: ask for less), paper.failed (broken).
    // What the program says on standard error may hold what people wrote, so nobody reads it; how it ended is logged.
    // `time` takes the place of the usual limit.
    Result<std::string> run(const std::vector<std::string>& command, std::string_view input,
                            std::optional<std::chrono::milliseconds> time = std::nullopt);

private:
    const OutsideLimits limits_;
    std::atomic<int> running_{0};
};

}  // namespace samrad::paper
