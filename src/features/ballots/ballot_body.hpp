// The rules of a ballot as somebody sends them.
#pragma once

#include "domain/ballot/ballot.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// Every rule in the request's body put in place of the one in `rules`; "document", "opens" and "closes" can be taken
// away with null. A new ballot (`all`) must name its question, kind, disclosure and, by the rules' own check, its
// units. The document must be one of the process, units must exist (input.not_a_choice) and be among
// those whom the process is for (ballot.units_outside_audience).
domain::BallotRules read_rules(Work& work, ProcessId process, const domain::Scope& scope, domain::BallotRules rules,
                               bool all);

}  // namespace samrad::features
