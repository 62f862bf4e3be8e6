#include "features/tallies/tally_routes.hpp"

#include "features/tallies/tally_actions.hpp"

namespace samrad::features {

std::vector<ActionRoute> tally_routes() {
    return {{http::Verb::get, "/api/consultations/{consultation}/tallies", Needs::reader, show_tallies}};
}

}  // namespace samrad::features
