#include "features/limits.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/problem.hpp"

namespace samrad::features {

namespace {

using Clock = std::chrono::steady_clock;

struct Bucket {
    double left = 0;
    Clock::time_point at;
    Clock::time_point full_at;  // from then on the bucket tells nothing and can be forgotten
};

constexpr std::size_t most_buckets = 200'000;

}  // namespace

struct Limits::Inside {
    double scale = 1;
    std::mutex mutex;
    std::unordered_map<std::string, Bucket> buckets;

    void forget_full(Clock::time_point now) {
        std::erase_if(buckets, [&](const auto& entry) { return entry.second.full_at <= now; });
    }
};

Limits::Limits(double scale) : inside_(std::make_unique<Inside>()) { inside_->scale = scale; }
Limits::~Limits() = default;

void Limits::take(std::string_view key, double per_minute, double burst) {
    if (inside_->scale <= 0) return;
    const double rate = per_minute * inside_->scale / 60.0;  // a second
    const double size = std::max(1.0, burst * inside_->scale);
    const auto now = Clock::now();
    const std::lock_guard lock(inside_->mutex);
    if (inside_->buckets.size() > most_buckets) inside_->forget_full(now);
    auto [entry, fresh] = inside_->buckets.try_emplace(std::string(key));
    Bucket& bucket = entry->second;
    if (fresh) {
        bucket.left = size;
    } else {
        const double passed = std::chrono::duration<double>(now - bucket.at).count();
        bucket.left = std::min(size, bucket.left + passed * rate);
    }
    bucket.at = now;
    if (bucket.left < 1) {
        const int wait = int(std::ceil((1 - bucket.left) / rate));
        throw Problem{Kind::limited, "too_many_attempts", {}, {{"seconds", std::to_string(wait)}}, wait};
    }
    bucket.left -= 1;
    const auto until_full = std::chrono::duration<double>((size - bucket.left) / rate);
    bucket.full_at = now + std::chrono::duration_cast<Clock::duration>(until_full);
}

void Limits::give_back(std::string_view key) {
    const std::lock_guard lock(inside_->mutex);
    const auto found = inside_->buckets.find(std::string(key));
    if (found != inside_->buckets.end()) found->second.left += 1;  // over the size it is cut off at the next take
}

}  // namespace samrad::features
