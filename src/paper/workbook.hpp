// Spreadsheets.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/scratch_file.hpp"

namespace samrad::paper {

// One sheet of an Excel workbook (xlsx), written row by row, so that it may be longer than memory. Everything is text,
// nothing a formula; what is longer than a cell may be (32,767 units) ends with "…".
class WorkbookWriter {
public:
    // The name: at most 31 units, none of [ ] : * ? / and backslash. `widths` of the columns, in digits; those behind
    // have the usual one.
    WorkbookWriter(const std::string& sheet_name, const std::vector<double>& widths);
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;
    ~WorkbookWriter();

    // The next row; the first is the head. Rows over 1,048,576 are not there in Excel and are dropped.
    void add(const std::vector<std::string>& row);
    // The whole, once. Problem: paper.failed where no file can be written in the temporary folder.
    Result<ScratchFile> finish();

private:
    struct Book;
    std::unique_ptr<Book> book_;
};

struct Workbook {
    std::string sheet_name;
    std::vector<std::vector<std::string>> rows;
    std::vector<double> widths;
};

// The same of a table that is at hand, as bytes.
Result<std::string> write_workbook(const Workbook& workbook);

}  // namespace samrad::paper
