// libxlsxwriter writes to a file alone (Debian 12 has 1.1.4): one in a folder of its own, taken away at once.
#include "paper/workbook.hpp"

#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/utf8.hpp"

namespace samrad::paper {

namespace {

namespace fs = std::filesystem;

struct Folder {
    std::string path = (fs::temp_directory_path() / "samrad-XXXXXX").string();
    bool made = ::mkdtemp(path.data()) != nullptr;
    ~Folder() {
        std::error_code ignored;
        if (made) fs::remove_all(path, ignored);
    }
};

// XML 1.0 knows no controls but tab and line ends; what is over the cap of a cell is cut.
std::string cell_text(const std::string& text) {
    constexpr std::size_t most = 32'767;
    auto units = to_utf16(text);
    std::erase_if(units, [](char16_t unit) {
        return (unit < 0x20 && unit != u'\n' && unit != u'\t') || unit == 0xFFFE || unit == 0xFFFF;
    });
    if (units.size() > most) {
        units.resize(most - 1);
        if (units.back() >= 0xD800 && units.back() < 0xDC00) units.pop_back();
        units += u'…';
    }
    return to_utf8(units);
}

Problem broken() { return {Kind::broken, "paper.failed", {}, {}, 0}; }

}  // namespace

Result<std::string> write_workbook(const Workbook& workbook) {
    Folder folder;
    if (!folder.made) return broken();
    const std::string file = folder.path + "/book.xlsx";
    lxw_workbook_options options{};
    options.tmpdir = folder.path.data();
    lxw_workbook* book = ::workbook_new_opt(file.c_str(), &options);
    if (!book) return broken();
    lxw_worksheet* sheet = ::workbook_add_worksheet(book, workbook.sheet_name.c_str());
    lxw_format* head = ::workbook_add_format(book);
    ::format_set_bold(head);
    lxw_format* body = ::workbook_add_format(book);
    ::format_set_text_wrap(body);
    ::format_set_align(body, LXW_ALIGN_VERTICAL_TOP);
    if (!sheet) {
        ::workbook_close(book);
        return broken();
    }
    for (std::size_t i = 0; i < workbook.widths.size(); ++i) {
        ::worksheet_set_column(sheet, lxw_col_t(i), lxw_col_t(i), workbook.widths[i], nullptr);
    }
    ::worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t row = 0; row < workbook.rows.size(); ++row) {
        const auto& cells = workbook.rows[row];
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (cells[column].empty()) continue;
            ::worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), cell_text(cells[column]).c_str(),
                                     row == 0 ? head : body);
        }
    }
    if (::workbook_close(book) != LXW_NO_ERROR) return broken();
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.empty()) return broken();
    return bytes;
}

}  // namespace samrad::paper
