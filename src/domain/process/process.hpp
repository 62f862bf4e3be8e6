// Processes and the clock of their stages.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/problem.hpp"
#include "base/time.hpp"

namespace samrad::domain {

enum class Audience { everybody, members, units };
enum class StageKind { preparing, reading, discussing, amending, voting, closed };

struct Stage {
    StageId id;
    std::string title;
    StageKind kind = StageKind::preparing;
    std::optional<Time> starts;
};

// Whose support counts towards the number that is needed.
enum class SupportersFrom { everybody, members, units };

// A unit with its name, as rules for amendments name it.
struct NamedUnit {
    UnitId id;
    std::string name;
};

struct AmendmentRules {
    std::optional<Time> until;  // the last moment to submit; nothing: as long as the stage allows
    bool participants = false;  // people without a standing may submit too
    int supporters_needed = 0;  // before a body takes an amendment up
    SupportersFrom supporters_from = SupportersFrom::everybody;
    std::vector<NamedUnit> supporters_units;  // of `units`: who stands in one of these, or below it, counts
    int supporter_units_needed = 0;           // of how many different units those are who count; 0: of any
    int each = 0;                  // how many one person may have before the committee in a document; 0: any number
    std::vector<NamedUnit> chain;  // the bodies that recommend, in their order
};

struct Process {
    ProcessId id;
    UnitId unit;
    std::string unit_name;
    std::vector<UnitId> unit_path;
    std::string title;
    std::string description;
    Audience audience = Audience::members;
    std::vector<UnitId> named_units;
    bool admits_participants = false;
    std::vector<Stage> stages;  // in their order
    AmendmentRules amendments;
    // Bodies that must be heard before the process decides have neither answered nor been waived.
    bool awaits_hearing = false;
};

// The present stage: the one with the latest start that is not after `at`; of two that start together, the later in the
// order. Nothing where no stage has begun, which counts as preparing.
// While a hearing is awaited, the stages that decide are passed over: they begin, by the clock or by hand, when the
// last body has been heard or waived.
const Stage* stage_at(const std::vector<Stage>& stages, Time at, bool awaits_hearing = false);
StageKind stage_kind_at(const std::vector<Stage>& stages, Time at, bool awaits_hearing = false);
inline const Stage* present_stage(const Process& process, Time at) {
    return stage_at(process.stages, at, process.awaits_hearing);
}
// The stage that would be the present one, were it not for the hearing that is awaited; nothing where none is held
// back.
const Stage* held_stage(const Process& process, Time at);
// Why a stage cannot be begun by hand: it decides, and a hearing is awaited. Code process.awaits_hearing, field
// "stage".
std::optional<Problem> refuse_stage(const Process& process, StageKind kind);

// When the present stage ends by the clock: the earliest start after `at`. Nothing where only a hand can end it.
std::optional<Time> next_change(const std::vector<Stage>& stages, Time at);

bool allows_comments(StageKind kind);
bool allows_votes(StageKind kind);
bool allows_amendments(StageKind kind);
// Whether something is decided in it, so that who must be heard has to be heard before.
bool decides(StageKind kind);

// Stages as an editor hands them in: 1 to 20, titles 1 to 100 code points, dates rising in their order.
// Codes: process.stages_missing, process.too_many_stages, process.stage_title, process.stage_order; field "stages".
std::optional<Problem> check_stages(const std::vector<Stage>& stages);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::Audience> =
    std::array<std::string_view, 3>{"public", "members", "units"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::SupportersFrom> =
    std::array<std::string_view, 3>{"everybody", "members", "units"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::StageKind> =
    std::array<std::string_view, 6>{"preparing", "reading", "discussing", "amending", "voting", "closed"};
