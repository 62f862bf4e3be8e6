#include "app/clock.hpp"

#include <algorithm>

#include "base/log.hpp"
#include "storage/failure.hpp"

namespace samrad::app {

Clock::Clock(std::vector<Task> tasks) : tasks_(std::move(tasks)), thread_([this] { run(); }) {}

Clock::~Clock() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    stop_.notify_all();
}

void Clock::run() {
    using Steady = std::chrono::steady_clock;
    std::vector<Steady::time_point> due(tasks_.size(), Steady::now());
    while (true) {
        for (std::size_t i = 0; i < tasks_.size(); ++i) {
            if (due[i] > Steady::now()) continue;
            due[i] = Steady::now() + tasks_[i].every;
            try {
                tasks_[i].run();
            } catch (...) {
                log::warning("clock.task_failed",
                             {{"task", tasks_[i].name}, {"code", storage::current_problem().code}});
            }
        }
        std::unique_lock lock(mutex_);
        if (stop_.wait_until(lock, *std::min_element(due.begin(), due.end()), [this] { return stopping_; })) return;
    }
}

}  // namespace samrad::app
