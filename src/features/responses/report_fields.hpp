// A theme of a report as what templates are filled with.
#pragma once

#include "features/plain_page.hpp"
#include "features/responses/told_report.hpp"

namespace samrad::features {

Fields theme_fields(const ToldReport& report, const ToldTheme& told, domain::Language language);

}  // namespace samrad::features
