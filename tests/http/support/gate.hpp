// Holds handlers for as long as a test wants.
#pragma once

#include <condition_variable>
#include <mutex>

namespace samrad::test {

// Holds handlers until it is opened.
class Gate {
public:
    void wait() {
        std::unique_lock lock(mutex_);
        ++waiting_;
        moved_.notify_all();
        moved_.wait(lock, [this] { return open_; });
    }
    void wait_for(int arrivals) {
        std::unique_lock lock(mutex_);
        moved_.wait(lock, [&] { return waiting_ >= arrivals; });
    }
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        moved_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable moved_;
    int waiting_ = 0;
    bool open_ = false;
};

}  // namespace samrad::test
