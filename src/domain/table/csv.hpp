// Tables as text: RFC 4180, written so that spreadsheets open it safely and read strictly.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace samrad::domain {

using Cells = std::vector<std::string>;
using Table = std::vector<Cells>;

// UTF-8 with a byte order mark (Excel reads Latin-1 otherwise), commas, CRLF. A cell that a spreadsheet would take for
// a formula, one that begins with = + - @ tab or CR, gets an apostrophe before it; so does one that begins with
// apostrophes and then one of these, so that read_csv() can give every cell back as it was. The same holds behind a
// line end, a semicolon or a tab inside a cell, where a spreadsheet of another language may begin one.
std::string write_csv(const Table& table);

// The rows of a text, apostrophes of write_csv() taken away. The separator is a semicolon, a tab or a comma: what is
// found first outside quotes in the first row (Excel in Norwegian writes semicolons). LF and CRLF end rows; an empty
// row is one without cells, so that rows keep their numbers, and none stands at the end; a byte order mark is skipped.
// Rows may differ in length. Problems of Kind::invalid, field `csv`, fact `row` (from 1): csv.quote_open (a quoted cell
// never ends), csv.quote_astray (a quote inside an unquoted cell, or something behind a closed one), csv.too_many_rows
// (over `most`).
Result<Table> read_csv(std::string_view text, std::size_t most);

}  // namespace samrad::domain
