#include "features/processes/process_routes.hpp"

#include <boost/json.hpp>

namespace samrad::features {

using http::Verb;

std::vector<ActionRoute> process_routes(BallotsOfProcess ballots) {
    const auto with = [ballots](auto action) { return [=](Work& work) { return action(work, ballots); }; };
    return {
        {Verb::get, "/api/processes", Needs::anyone, list_processes},
        {Verb::post, "/api/units/{unit}/processes", Needs::editor, with(begin_process)},
        {Verb::get, "/api/processes/{process}", Needs::reader, with(show_process)},
        {Verb::patch, "/api/processes/{process}", Needs::editor, with(edit_process)},
        {Verb::post, "/api/processes/{process}/stage", Needs::editor, with(begin_stage)},
    };
}

}  // namespace samrad::features
