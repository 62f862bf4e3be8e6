#include "features/reach_consultation.hpp"

#include "features/reach.hpp"
#include "storage/consultations.hpp"

namespace samrad::features {

ReachedConsultation reach_consultation(Work& work, ConsultationId id, domain::Act act) {
    auto found = storage::find_consultation(work.tx, id);
    if (!found) throw missing();
    const auto reached = reach_process(work, found->process, domain::Act::read);
    if (!found->published && !domain::may(work.actor, domain::Act::edit, reached.scope)) throw missing();
    require(domain::refuse(work.actor, act, reached.scope));
    return {*std::move(found), reached.scope};
}

ReachedConsultation reach_locked_consultation(Work& work, ConsultationId id, domain::Act act) {
    auto reached = reach_consultation(work, id, act);
    reached.consultation = storage::lock_consultation(work.tx, id).value();
    return reached;
}

ReachedConsultation reach_answers(Work& work, ConsultationId id) {
    return reach_consultation(work, id, domain::Act::read_answers);
}

}  // namespace samrad::features
