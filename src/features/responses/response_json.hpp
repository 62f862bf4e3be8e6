// Responses and reports as JSON; docs/PROTOCOL.md says what stands in it.
#pragma once

#include "features/json.hpp"
#include "features/responses/told_report.hpp"

namespace samrad::features {

// A revision as editors see it. `quotes`: of its quotes those that may be shown.
boost::json::object response_json(const domain::Response& response, const std::vector<ToldBlock>& blocks,
                                  const std::vector<MarkId>& quotes);
// By voice, null where hidden.
boost::json::object counts_json(const domain::ShownByVoice& counts);
// A theme of a report that is published.
boost::json::object told_theme_json(const ToldTheme& told);
boost::json::object report_json(const ToldReport& report);

}  // namespace samrad::features
