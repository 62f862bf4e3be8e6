// From an id in a path to the consultation, with the permission asked on the way.
#pragma once

#include "domain/consultation/consultation.hpp"
#include "domain/permission/permission.hpp"
#include "features/perform.hpp"

namespace samrad::features {

struct ReachedConsultation {
    domain::Consultation consultation;
    domain::Scope scope;
};

// The consultation, where the actor may do the act in its process; throws the refusal otherwise (Kind::missing where it
// does not exist or may not be seen). A draft exists for editors alone.
ReachedConsultation reach_consultation(Work& work, ConsultationId consultation, domain::Act act);
// The same behind its row's lock until the commit, so that a form and an answer to it do not pass each other.
ReachedConsultation reach_locked_consultation(Work& work, ConsultationId consultation, domain::Act act);
// The same for who reads its answers; to others who see the process it is forbidden.
ReachedConsultation reach_answers(Work& work, ConsultationId consultation);

}  // namespace samrad::features
