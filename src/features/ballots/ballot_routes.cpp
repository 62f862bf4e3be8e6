#include "features/ballots/ballot_routes.hpp"

namespace samrad::features {

using http::Verb;

std::vector<ActionRoute> ballot_routes() {
    return {
        {Verb::post, "/api/processes/{process}/ballots", Needs::editor, draft_ballot},
        {Verb::get, "/api/ballots/{ballot}", Needs::reader, show_ballot},
        {Verb::get, "/api/ballots/{ballot}/votes", Needs::reader, list_votes},
        {Verb::patch, "/api/ballots/{ballot}", Needs::editor, change_ballot},
        {Verb::post, "/api/ballots/{ballot}/opening", Needs::editor, open_ballot},
        {Verb::post, "/api/ballots/{ballot}/closing", Needs::editor, close_ballot},
        {Verb::put, "/api/ballots/{ballot}/vote", Needs::voter, cast_vote},
    };
}

}  // namespace samrad::features
