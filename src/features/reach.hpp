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

// ?limit= of a list: 1 to 100, 50 where absent; input.out_of_range otherwise.
int page_limit(const http::Request& request);
// ?after= of a list: the cursor that the page before gave, 0 where absent. Anything else is input.cursor_invalid.
std::int64_t page_cursor(const http::Request& request);
// ?unit= of a list: the unit whose things alone are asked for, 0 where absent. What is no id is input.not_a_choice.
UnitId page_unit(const http::Request& request);

}  // namespace samrad::features
