// The pages of reports and outcomes, whole as they are sent.
#pragma once

#include "features/perform.hpp"
#include "features/plain_page.hpp"
#include "features/site.hpp"
#include "features/texts.hpp"
#include "paper/press.hpp"

namespace samrad::features {

// An edition of the report to read and to print.
http::Reply report_page(Work& work, const PlainPages& pages, Texts& texts);
// The same as a file: ?form=docx, pdf or md.
http::Reply export_report(Work& work, Texts& texts, paper::Press& press, const Site& site);

// What became of one answer, for who has its link or the one that was mailed. The link is the right to see it, as it is
// for the answer itself: a contributor outside the organisation follows only the own words.
http::Reply outcome_page(Work& work, const PlainPages& pages, Texts& texts);

}  // namespace samrad::features
