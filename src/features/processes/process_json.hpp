// Processes as JSON.
#pragma once

#include <string>
#include <vector>

#include "domain/consultation/consultee.hpp"
#include "domain/document/document.hpp"
#include "domain/permission/permission.hpp"
#include "domain/process/process.hpp"
#include "features/json.hpp"

namespace samrad::features {

// The process without its ballots, which another feature writes; see docs/PROTOCOL.md.
boost::json::object process_json(const domain::Process& process, const domain::Scope& scope, const domain::Actor& actor,
                                 const std::vector<domain::Document>& documents, Time now);
// Of all that an editor of the process writes, and of nothing else: it is another one when any of that is.
std::string settings_fingerprint(const domain::Process& process);
// Who must be heard before it decides: {"required","awaited","waived","held_stage"}, or null where nobody must.
boost::json::value hearing_json(const domain::Process& process, const std::vector<domain::Consultee>& required,
                                Time now);

}  // namespace samrad::features
