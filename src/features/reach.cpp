#include "features/reach.hpp"

#include "storage/documents.hpp"
#include "storage/processes.hpp"

namespace samrad::features {

ReachedProcess reach_process(Work& work, ProcessId process, domain::Act act) {
    auto found = storage::find_process(work.tx, process);
    if (!found) throw missing();
    const auto scope = domain::scope_of(*found, work.now);
    require(domain::refuse(work.actor, act, scope));
    return {*std::move(found), scope};
}

ReachedDocument reach_document(Work& work, DocumentId document, domain::Act act) {
    auto found = storage::find_document(work.tx, document);
    if (!found) throw missing();
    auto [process, scope] = reach_process(work, found->process, act);
    return {*std::move(found), std::move(process), scope};
}

bool everybody_may_read(storage::Transaction& tx, DocumentId document, Time at) {
    const auto found = storage::find_document(tx, document);
    const auto process = found ? storage::find_process(tx, found->process) : std::nullopt;
    return process && domain::may(domain::Actor{}, domain::Act::read, domain::scope_of(*process, at));
}

}  // namespace samrad::features
