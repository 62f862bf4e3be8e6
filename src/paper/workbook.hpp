// Spreadsheets.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace samrad::paper {

struct Workbook {
    std::string sheet_name;  // at most 31 units, none of [ ] : * ? / and backslash
    std::vector<std::vector<std::string>> rows;
    std::vector<double> widths;  // of the columns, in digits
};

// One sheet as an Excel workbook (xlsx), the first row its head. Everything is text, nothing a formula; what is longer
// than a cell may be (32,767 units) ends with "…". Problem: paper.failed where no file can be written in the temporary
// folder.
Result<std::string> write_workbook(const Workbook& workbook);

}  // namespace samrad::paper
