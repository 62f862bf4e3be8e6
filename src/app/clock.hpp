// What happens by the time of day.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace samrad::app {

// A thread that calls its tasks in turn, each at its own pace. A task that throws is logged and called again later.
class Clock {
public:
    struct Task {
        const char* name;
        std::chrono::milliseconds every;
        std::function<void()> run;
    };
    explicit Clock(std::vector<Task> tasks);
    ~Clock();  // waits for the task that runs

private:
    void run();

    std::vector<Task> tasks_;
    std::mutex mutex_;
    std::condition_variable stop_;
    bool stopping_ = false;
    std::jthread thread_;
};

}  // namespace samrad::app
