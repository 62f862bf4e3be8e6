// libxlsxwriter writes to a file alone (Debian 12 has 1.1.4): one in a folder of its own, taken away at once.
#include "paper/workbook.hpp"

#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <span>
#include <system_error>
#include <utility>

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

constexpr std::size_t most_rows = LXW_ROW_MAX;

}  // namespace

struct WorkbookWriter::Book {
    Folder folder;
    std::string file = folder.path + "/book.xlsx";
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_format* head = nullptr;
    lxw_format* body = nullptr;
    std::size_t rows = 0;
};

WorkbookWriter::WorkbookWriter(const std::string& sheet_name, const std::vector<double>& widths)
    : book_(std::make_unique<Book>()) {
    auto& [folder, file, book, sheet, head, body, rows] = *book_;
    if (!folder.made) return;
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.path.data();
    book = ::workbook_new_opt(file.c_str(), &options);
    if (!book) return;
    sheet = ::workbook_add_worksheet(book, sheet_name.c_str());
    if (!sheet) return;
    head = ::workbook_add_format(book);
    ::format_set_bold(head);
    body = ::workbook_add_format(book);
    ::format_set_text_wrap(body);
    ::format_set_align(body, LXW_ALIGN_VERTICAL_TOP);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        ::worksheet_set_column(sheet, lxw_col_t(i), lxw_col_t(i), widths[i], nullptr);
    }
    ::worksheet_freeze_panes(sheet, 1, 0);
}

WorkbookWriter::~WorkbookWriter() {
    if (book_->book) ::workbook_close(book_->book);
}

void WorkbookWriter::add(const std::vector<std::string>& row) {
    if (!book_->sheet || book_->rows >= most_rows) return;
    for (std::size_t column = 0; column < row.size(); ++column) {
        if (row[column].empty()) continue;
        ::worksheet_write_string(book_->sheet, lxw_row_t(book_->rows), lxw_col_t(column),
                                 cell_text(row[column]).c_str(), book_->rows == 0 ? book_->head : book_->body);
    }
    ++book_->rows;
}

Result<ScratchFile> WorkbookWriter::finish() {
    if (!book_->book) return broken();
    const bool closed = ::workbook_close(std::exchange(book_->book, nullptr)) == LXW_NO_ERROR;
    if (!closed || !book_->sheet) return broken();
    try {
        return ScratchFile::take(book_->file);
    } catch (const std::system_error&) {
        return broken();
    }
}

Result<std::string> write_workbook(const Workbook& workbook) {
    WorkbookWriter writer(workbook.sheet_name, workbook.widths);
    for (const auto& row : workbook.rows) writer.add(row);
    const auto file = writer.finish();
    if (!file) return file.problem();
    std::string bytes(file->size(), '\0');
    for (std::size_t at = 0; at < bytes.size();) {
        const auto got = file->read(at, std::span(bytes).subspan(at));
        if (got == 0) return broken();
        at += got;
    }
    return bytes;
}

}  // namespace samrad::paper
