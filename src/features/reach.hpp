// From an id in a path to the thing, with the permission asked on the way: nobody gets hold of a thing that he may not
// see.
#pragma once

#include "domain/document/document.hpp"
#include "domain/permission/permission.hpp"
#include "domain/process/process.hpp"
#include "features/perform.hpp"

namespace samrad::features {

struct ReachedProcess {
    domain::Process process;
    domain::Scope scope;
};

struct ReachedDocument {
    domain::Document document;
    domain::Process process;
    domain::Scope scope;
};

// The process or document, where the actor may do the act there; throws the refusal otherwise (Kind::missing where it
// does not exist or may not be seen).
ReachedProcess reach_process(Work& work, ProcessId process, domain::Act act);
ReachedDocument reach_document(Work& work, DocumentId document, domain::Act act);

// Whether everybody may read a document, whoever they are: what is told to all its readers may name it only then.
bool everybody_may_read(storage::Transaction& tx, DocumentId document, Time at);

}  // namespace samrad::features
