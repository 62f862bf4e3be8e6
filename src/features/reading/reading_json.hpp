// What readers of answers see, as JSON; see docs/PROTOCOL.md.
#pragma once

#include "domain/consultation/theme.hpp"
#include "features/body.hpp"
#include "features/json.hpp"
#include "storage/reading.hpp"
#include "storage/redactions.hpp"

namespace samrad::features {

boost::json::object reading_json(const storage::ReadingItem& item);
boost::json::object passage_json(const domain::Passage& passage);
boost::json::object mark_json(const domain::Mark& mark);
boost::json::object redaction_json(const storage::Redaction& redaction);

// {"field":"q","first":0,"past":12}
domain::Passage read_passage(Body& body);

}  // namespace samrad::features
