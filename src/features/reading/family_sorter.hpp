// Keeps the families of nearly identical answers up to date, behind the commit of the answers: nobody who sends one
// waits for it.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <vector>

#include "domain/consultation/family.hpp"
#include "live/hub.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

class FamilySorter {
public:
    // `announce` is called after each commit with the topics that have news.
    FamilySorter(storage::Pool& pool, std::function<void(const std::vector<live::Topic>&)> announce);

    // Sorts what came, changed or went since; returns how many answers that were. A consultation that another server
    // process is sorting is left to that one. One thread at a time. What cannot be sorted now is sorted next time.
    int sort();

private:
    // What is remembered between two rounds; found anew in the database where another process had one in between.
    struct Known {
        domain::Families families;
        std::int64_t round = -1;
        std::chrono::steady_clock::time_point used;
    };
    int sort_some(ConsultationId consultation);

    storage::Pool& pool_;
    std::function<void(const std::vector<live::Topic>&)> announce_;
    std::map<ConsultationId, Known> known_;
};

}  // namespace samrad::features
