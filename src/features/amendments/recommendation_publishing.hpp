// What recommending shares with publishing what was kept.
#pragma once

#include <set>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "features/body.hpp"
#include "features/reach.hpp"

namespace samrad::features {

// The body that speaks: one of the process's own organisation or of those that it is for, by somebody who may. Throws
// input.not_a_choice, recommendation.not_heard, or why one may not speak for it.
UnitId speaking_unit(Work& work, const ReachedDocument& at, std::int64_t id);

// {replaces?:[id]}: what the sender has seen that the body published before.
std::set<RecommendationId> read_replaced(Body& body);

// What is published takes the place of what the body published before, so who publishes says what of that they have
// seen. Throws recommendation.replaces where there is more: on which amendments, and in "turned" on how many of them
// the body said something else. `amendments` are those that `said` is about, locked.
void require_replaced_seen(Work& work, const std::vector<domain::Recommendation>& said,
                           const std::vector<domain::Amendment>& amendments, const std::set<RecommendationId>& seen);

// What is stored of these amendments becomes public, and everybody who reads hears of it.
void publish(Work& work, const std::vector<RecommendationId>& ids, const std::vector<domain::Amendment>& amendments);

}  // namespace samrad::features
