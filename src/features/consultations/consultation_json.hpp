// Consultations and answers as JSON; see docs/PROTOCOL.md.
#pragma once

#include "domain/consultation/consultation.hpp"
#include "domain/permission/permission.hpp"
#include "features/json.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// As the actor may see it: how many have answered is for editors and moderators.
boost::json::object consultation_json(Work& work, const domain::Consultation& consultation, const domain::Scope& scope);

// Of what its editors decide of it: another as soon as one of them has decided otherwise.
std::string settings_fingerprint(const domain::ConsultationRules& rules);

}  // namespace samrad::features
