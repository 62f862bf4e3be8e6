#include "domain/process/process.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace samrad;
using namespace samrad::domain;
using namespace std::chrono_literals;

namespace {

const Time noon = *from_iso("2026-11-23T12:00:00Z");

Stage stage(StageKind kind, std::optional<Time> starts, std::string title = "Stadium") {
    return {StageId{}, std::move(title), kind, starts};
}

}  // namespace

TEST_CASE("Before any stage has begun a process is being prepared") {
    CHECK(stage_at({}, noon) == nullptr);
    CHECK(stage_kind_at({}, noon) == StageKind::preparing);
    CHECK(stage_kind_at({stage(StageKind::voting, noon + 1us)}, noon) == StageKind::preparing);
    CHECK(stage_kind_at({stage(StageKind::voting, std::nullopt)}, noon) == StageKind::preparing);
}

TEST_CASE("The present stage is the one that began last, at its very moment") {
    const std::vector<Stage> stages{stage(StageKind::reading, noon - 2h), stage(StageKind::discussing, noon),
                                    stage(StageKind::voting, noon + 2h), stage(StageKind::closed, std::nullopt)};
    CHECK(stage_kind_at(stages, noon - 1us) == StageKind::reading);
    CHECK(stage_kind_at(stages, noon) == StageKind::discussing);
    CHECK(stage_kind_at(stages, noon + 2h) == StageKind::voting);
    CHECK(stage_kind_at(stages, noon + 1000h) == StageKind::voting);  // the last waits for a hand
    CHECK(next_change(stages, noon - 3h) == noon - 2h);
    CHECK(next_change(stages, noon) == noon + 2h);
    CHECK_FALSE(next_change(stages, noon + 2h));
}

TEST_CASE("Of two stages that begin together the later in the order is the present one") {
    CHECK(stage_kind_at({stage(StageKind::reading, noon), stage(StageKind::discussing, noon)}, noon) ==
          StageKind::discussing);
}

TEST_CASE("The stage depends on the clock and not on the order in which stages are stored") {
    std::vector<Stage> stages{stage(StageKind::reading, noon), stage(StageKind::discussing, noon + 1h),
                              stage(StageKind::voting, noon + 2h)};
    std::vector<int> order{0, 1, 2};
    do {
        const std::vector<Stage> shuffled{stages[std::size_t(order[0])], stages[std::size_t(order[1])],
                                          stages[std::size_t(order[2])]};
        for (int minutes = -30; minutes < 180; minutes += 15) {
            const Time at = noon + std::chrono::minutes(minutes);
            CHECK(stage_kind_at(shuffled, at) == stage_kind_at(stages, at));
            CHECK(next_change(shuffled, at) == next_change(stages, at));
        }
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("Comments are for discussing and voting, votes for voting alone") {
    for (const auto kind :
         {StageKind::preparing, StageKind::reading, StageKind::discussing, StageKind::voting, StageKind::closed}) {
        CHECK(allows_comments(kind) == (kind == StageKind::discussing || kind == StageKind::voting));
        CHECK(allows_votes(kind) == (kind == StageKind::voting));
    }
}

TEST_CASE("Stages that no clock could follow are refused by name") {
    const auto code = [](const std::vector<Stage>& stages) {
        const auto problem = check_stages(stages);
        return problem ? problem->code + " " + problem->field : "";
    };
    CHECK(code({}) == "process.stages_missing stages");
    CHECK(code(std::vector<Stage>(21, stage(StageKind::reading, noon))) == "process.too_many_stages stages");
    CHECK(code({stage(StageKind::reading, noon, "")}) == "process.stage_title stages");
    CHECK(code({stage(StageKind::reading, noon, std::string(101, 'x'))}) == "process.stage_title stages");
    CHECK(code({stage(StageKind::reading, noon), stage(StageKind::voting, noon - 1us)}) ==
          "process.stage_order stages");
    CHECK(code({stage(StageKind::reading, noon), stage(StageKind::discussing, std::nullopt),
                stage(StageKind::voting, noon - 1us)}) == "process.stage_order stages");
    CHECK(code({stage(StageKind::reading, noon), stage(StageKind::voting, noon)}).empty());
    CHECK(code(std::vector<Stage>(20, stage(StageKind::reading, std::nullopt))).empty());
}

TEST_CASE(
    "While a body that must be heard is awaited, a stage that decides is passed over, and begins when it is not") {
    Process process;
    process.stages = {stage(StageKind::amending, noon - 2h), stage(StageKind::voting, noon - 1h),
                      stage(StageKind::closed, noon + 1h)};
    process.awaits_hearing = true;
    CHECK(present_stage(process, noon)->kind == StageKind::amending);
    CHECK(held_stage(process, noon)->kind == StageKind::voting);
    CHECK(held_stage(process, noon - 90min) == nullptr);
    CHECK(present_stage(process, noon + 2h)->kind == StageKind::closed);
    CHECK(held_stage(process, noon + 2h) == nullptr);
    CHECK(refuse_stage(process, StageKind::voting)->code == "process.awaits_hearing");
    CHECK(!refuse_stage(process, StageKind::discussing));
    process.awaits_hearing = false;
    CHECK(present_stage(process, noon)->kind == StageKind::voting);
    CHECK(held_stage(process, noon) == nullptr);
    CHECK(!refuse_stage(process, StageKind::voting));
}
