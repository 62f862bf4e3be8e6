// Documents and versions as JSON.
#pragma once

#include "domain/document/document.hpp"
#include "domain/text/compare.hpp"
#include "features/json.hpp"
#include "features/reach.hpp"
#include "features/texts.hpp"

namespace samrad::features {

boost::json::object version_json(const domain::VersionNote& version);
boost::json::array outline_json(const domain::Rendering& rendering);

// The document with one of its versions, but for text_json(); see docs/PROTOCOL.md. `last_event` is where its live
// topic stands.
boost::json::object document_json(const ReachedDocument& reached, const domain::VersionNote& version, const Text& text,
                                  const domain::Actor& actor, std::int64_t last_event, Time now);
// The members of it that are the same for everybody: its outline and html.
boost::json::object text_json(const Text& text);

}  // namespace samrad::features
