// Threads that run handlers, with a queue that has an end.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace samrad::http {

class Workers {
public:
    // most_waiting: how many jobs may wait beside those that run.
    Workers(std::size_t threads, std::size_t most_waiting);
    // Runs no further job, and waits for those that run.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // Queues a job, which must not throw. False where the queue is full or stopped; then the job is dropped.
    bool submit(std::function<void()> job);
    // The same as the destructor; calling it twice is harmless.
    void stop();

private:
    void work();

    const std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> jobs_;
    bool stopped_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace samrad::http
