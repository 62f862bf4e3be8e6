#include "features/stage_json.hpp"

#include <boost/json.hpp>

namespace samrad::features {

namespace json = boost::json;

json::object stage_json(const std::vector<domain::Stage>& stages, const domain::Stage& stage) {
    const auto ends = stage.starts ? domain::next_change(stages, *stage.starts) : std::nullopt;
    return {{"id", stage.id.value},
            {"title", stage.title},
            {"kind", name_of(stage.kind)},
            {"starts", time_json(stage.starts)},
            {"ends", time_json(ends)}};
}

json::value present_stage_json(const domain::Process& process, Time now) {
    const auto* present = domain::present_stage(process, now);
    if (!present) return nullptr;
    return stage_json(process.stages, *present);
}

}  // namespace samrad::features
