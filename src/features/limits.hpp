// How often somebody may try something.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace samrad::features {

// Token buckets in memory, one for each key. Thread-safe; forgets full buckets by itself.
class Limits {
public:
    // A `scale` of 2 allows twice as much everywhere; 0 is no limit at all (for load runs).
    explicit Limits(double scale = 1.0);
    ~Limits();

    // Takes one try for a key ("sign_in:address:127.0.0.1"): `burst` at once, refilled at `per_minute`. Throws a
    // Problem of Kind::limited with the seconds to wait where none is left.
    void take(std::string_view key, double per_minute, double burst);
    // Gives one try back: it was no failure.
    void give_back(std::string_view key);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrad::features
