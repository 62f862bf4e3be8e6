#include "domain/process/process.hpp"

#include "base/utf8.hpp"

namespace samrad::domain {

const Stage* stage_at(const std::vector<Stage>& stages, Time at, bool awaits_hearing) {
    const Stage* present = nullptr;
    for (const Stage& stage : stages) {
        if (!stage.starts || *stage.starts > at) continue;
        if (awaits_hearing && decides(stage.kind)) continue;
        if (!present || *stage.starts >= *present->starts) present = &stage;
    }
    return present;
}

StageKind stage_kind_at(const std::vector<Stage>& stages, Time at, bool awaits_hearing) {
    const Stage* stage = stage_at(stages, at, awaits_hearing);
    return stage ? stage->kind : StageKind::preparing;
}

const Stage* held_stage(const Process& process, Time at) {
    const Stage* by_the_clock = stage_at(process.stages, at);
    return by_the_clock && by_the_clock != present_stage(process, at) ? by_the_clock : nullptr;
}

std::optional<Problem> refuse_stage(const Process& process, StageKind kind) {
    if (!decides(kind) || !process.awaits_hearing) return std::nullopt;
    auto problem = conflict("process.awaits_hearing");
    problem.field = "stage";
    return problem;
}

std::optional<Time> next_change(const std::vector<Stage>& stages, Time at) {
    std::optional<Time> next;
    for (const Stage& stage : stages) {
        if (stage.starts && *stage.starts > at && (!next || *stage.starts < *next)) next = stage.starts;
    }
    return next;
}

bool allows_comments(StageKind kind) {
    return kind == StageKind::discussing || kind == StageKind::amending || kind == StageKind::voting;
}

bool allows_amendments(StageKind kind) { return kind == StageKind::amending; }

bool allows_votes(StageKind kind) { return kind == StageKind::voting; }

bool decides(StageKind kind) { return kind == StageKind::voting; }

std::optional<Problem> check_stages(const std::vector<Stage>& stages) {
    if (stages.empty()) return invalid("process.stages_missing", "stages");
    if (stages.size() > 20) return invalid("process.too_many_stages", "stages");
    std::optional<Time> last;
    for (const Stage& stage : stages) {
        if (stage.title.empty() || code_points(stage.title) > 100) return invalid("process.stage_title", "stages");
        if (!stage.starts) continue;
        if (last && *stage.starts < *last) return invalid("process.stage_order", "stages");
        last = stage.starts;
    }
    return std::nullopt;
}

}  // namespace samrad::domain
