#include "features/ballots/ballot_world.hpp"

#include <boost/json.hpp>

#include "features/ballots/ballot_routes.hpp"
#include "features/processes/process_routes.hpp"

namespace samrad::testing {

BallotWorld::BallotWorld(double limit_scale) : World(limit_scale) {
    add(features::ballot_routes());
    add(features::process_routes(features::ballots_for));
    party = unit("Partiet");
    branch = unit("Bydelen", party);
    other_branch = unit("Nabobydelen", party);
    editor = person("Eli Redaktør");
    standing(editor, party, "editor");
    kari = person("Kari Medlem");
    standing(kari, branch, "member");
    ola = person("Ola Medlem");
    standing(ola, branch, "member");
    nils = person("Nils i nabobydelen");
    standing(nils, other_branch, "member");
    guest = person("Gro Gjest");
    database.sql("update accounts set confirmed_at = now() - interval '1 day'");
    process = add_process("public");
}

}  // namespace samrad::testing
