// What a file is, by its content: what is taken, and what only looks like it.
#include "domain/form/file_kind.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <vector>

using namespace samrad::domain;
using std::string;

namespace {

string number(std::uint32_t value, int bytes) {
    string text;
    for (int i = 0; i < bytes; ++i) text += char(value >> (8 * i));
    return text;
}

struct Entry {
    string name;
    string content;
    std::uint32_t unpacked = 0;  // what the directory says; 0: as many as there are
    std::uint32_t flags = 0;
};

// A zip file with its entries uncompressed. `heads` puts the same entries at other places, for those that overlap.
string zip(const std::vector<Entry>& entries, bool overlap = false) {
    string file, directory;
    for (const auto& entry : entries) {
        const auto at = overlap ? 0u : std::uint32_t(file.size());
        const auto size = std::uint32_t(entry.content.size());
        const auto unpacked = entry.unpacked ? entry.unpacked : size;
        const string common = number(20, 2) + number(entry.flags, 2) + number(0, 2) + number(0, 4) + number(0, 4) +
                              number(size, 4) + number(unpacked, 4) + number(std::uint32_t(entry.name.size()), 2);
        if (!overlap || file.empty()) {
            file += string("PK\x03\x04", 4) + common + number(0, 2) + entry.name + entry.content;
        }
        directory += string("PK\x01\x02", 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) +
                     number(0, 2) + number(0, 4) + number(at, 4) + entry.name;
    }
    const auto start = std::uint32_t(file.size());
    return file + directory + string("PK\x05\x06", 4) + number(0, 4) + number(std::uint32_t(entries.size()), 2) +
           number(std::uint32_t(entries.size()), 2) + number(std::uint32_t(directory.size()), 4) + number(start, 4) +
           number(0, 2);
}

const std::vector<Entry> odt_entries{{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}};
const std::vector<Entry> docx_entries{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w/>"}};

std::vector<Entry> with(std::vector<Entry> entries, Entry more) {
    entries.push_back(std::move(more));
    return entries;
}

string png(std::uint8_t width = 9) {
    const string head = string(3, '\0') + char(width) + string(3, '\0') + "\x09\x08\x02" + string(3, '\0');
    return string("\x89PNG\r\n\x1a\n", 8) + string("\0\0\0\x0D", 4) + "IHDR" + head + "crc!" + string("\0\0\0\0", 4) +
           "IENDcrc!";
}

string jpeg(const string& height = string("\0\x09", 2)) {
    return string("\xFF\xD8\xFF\xE0\0\x04jf", 8) + string("\xFF\xC0\0\x0B\x08", 5) + height + string("\0\x09", 2) +
           "\x01\x11\x01\xFF\xDApicture\xFF\xD9";
}

string code_of(const string& bytes) {
    const auto found = kind_of_file(bytes);
    return found.problem ? found.problem->code : string(samrad::name_of(*found.kind));
}

}  // namespace

TEST_CASE("A file is what its content says") {
    CHECK(code_of("%PDF-1.7\n1 0 obj\n%%EOF\n") == "pdf");
    CHECK(code_of(png()) == "png");
    CHECK(code_of(jpeg()) == "jpeg");
    CHECK(code_of(zip(odt_entries)) == "odt");
    CHECK(code_of(zip(docx_entries)) == "docx");
    CHECK(code_of("Vi mener dette.\n\tOg dette.\r\n") == "text");
    CHECK(code_of("\xEF\xBB\xBFMed merke") == "text");
    CHECK(code_of("") == "file.empty");
    CHECK(code_of(string(10 * 1024 * 1024 + 1, 'a')) == "file.too_large");
    CHECK(code_of(string(10 * 1024 * 1024, 'a')) == "text");
}

TEST_CASE("Pages, pictures with scripts and programs are refused, whatever they are called or begin like") {
    for (const string& bytes : {string("<!doctype html><script>alert(1)</script>"),
                                string("  \n<svg xmlns='http://www.w3.org/2000/svg'/>"),
                                string("\xEF\xBB\xBF<html>"),
                                string("<?xml version='1.0'?><svg/>"),
                                string("GIF89a\x01\x02"),
                                string("MZ\x90\0\x03", 5),
                                string("\x7F"
                                       "ELF\x02\x01"),
                                string("BM\0\0", 4),
                                string("a\0b", 3),
                                string("\xFE\xFF\0h\0e", 6),
                                string("%PDF-1.7 uten slutt"),
                                string("%PDF-9.0\n%%EOF"),
                                png() + "<script>",
                                png(0),
                                string("\x89PNG\r\n\x1a\n<html>"),
                                jpeg(string("\xFF\xFF", 2)),
                                jpeg() + "<html>",
                                string("\xFF\xD8\xFF<script>\xFF\xD9"),
                                string("\x1F\x8B\x08\0", 4),
                                string("\x1b[31mrødt")}) {
        INFO(bytes.substr(0, 30));
        CHECK(code_of(bytes) == "file.kind_refused");
    }
}

TEST_CASE("A file that is two kinds at once is refused") {
    const string archive = zip(docx_entries);
    CHECK(code_of("%PDF-1.7\n" + archive + "\n%%EOF") == "file.kind_refused");
    CHECK(code_of(jpeg().substr(0, jpeg().size() - 2) + archive + "\xFF\xD9") == "file.kind_refused");
    CHECK(code_of("text first" + archive) == "file.kind_refused");
    CHECK(code_of(archive + "behind") == "file.kind_refused");
    CHECK(code_of(zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                       {"content.xml", "<a/>"},
                       {"Basic/Standard/Module1.xml", "x"}})) == "file.kind_refused");
    CHECK(code_of(zip(with(docx_entries, {"word/vbaProject.bin", "x"}))) == "file.kind_refused");
    CHECK(code_of(zip({{"index.html", "<html>"}})) == "file.kind_refused");
    CHECK(code_of(zip({{"content.xml", "<a/>"}, {"mimetype", "application/vnd.oasis.opendocument.text"}})) ==
          "file.kind_refused");
}

TEST_CASE("Zip files that unpack to too much, overlap, hide or lead elsewhere are refused") {
    CHECK(code_of(zip(with(docx_entries, {"word/big.xml", "x", 100'000'001}))) == "file.unpacks_too_large");
    CHECK(code_of(zip(with(docx_entries, {"word/big.xml", "x", 500'000}))) == "file.unpacks_too_large");
    CHECK(code_of(zip(with(docx_entries, {"word/big.xml", "x", 0xFFFFFFFF}))) == "file.kind_refused");
    CHECK(code_of(zip(with(docx_entries, {"../../etc/passwd", "x"}))) == "file.kind_refused");
    CHECK(code_of(zip(with(docx_entries, {"/etc/passwd", "x"}))) == "file.kind_refused");
    CHECK(code_of(zip(with(docx_entries, {"word\\x", "x"}))) == "file.kind_refused");
    CHECK(code_of(zip(with(docx_entries, {"secret", "x", 0, 1}))) == "file.kind_refused");
    CHECK(code_of(zip({{"word/document.xml", "<w/>"}, {"word/document.xml", "<w/>"}}, true)) == "file.kind_refused");
    std::vector<Entry> many = docx_entries;
    for (int i = 0; i < 2000; ++i) many.push_back({"word/" + std::to_string(i), "x"});
    CHECK(code_of(zip(many)) == "file.kind_refused");
}

TEST_CASE("A zip file cut off or changed in any one byte is taken or refused, and read in bounds") {
    const string whole = zip(odt_entries);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        kind_of_file(whole.substr(0, i));
        for (const char c : {'\0', '\xFF', '\x7F'}) {
            string bent = whole;
            bent[i] = c;
            kind_of_file(bent);
        }
    }
    for (const string& whole_picture : {png(), jpeg()}) {
        for (std::size_t i = 0; i < whole_picture.size(); ++i) {
            CHECK(code_of(whole_picture.substr(0, i)) != code_of(whole_picture));
            string bent = whole_picture;
            bent[i] = '\xFF';
            kind_of_file(bent);
        }
    }
}

TEST_CASE("A file's name does no harm wherever it is written") {
    CHECK(harmless_name("Vårt høringssvar (2).docx", FileKind::docx) == "Vårt høringssvar (2).docx");
    CHECK(harmless_name("../../etc/passwd", FileKind::text) == "passwd.txt");
    CHECK(harmless_name("C:\\Users\\kari\\svar.pdf", FileKind::pdf) == "svar.pdf");
    CHECK(harmless_name("svar.html", FileKind::text) == "svar.txt");
    CHECK(harmless_name("x\r\nSet-Cookie: a=b\".pdf", FileKind::pdf) == "x_Set-Cookie_ a_b.pdf");
    CHECK(harmless_name("<img src=x onerror=alert(1)>.png", FileKind::png) == "img src_x onerror_alert(1).png");
    CHECK(harmless_name("\xE2\x80\xAE"
                        "fdp.exe",
                        FileKind::pdf) == "fdp.pdf");
    for (const char* nothing : {"", "...", ".htaccess", "////", "\xF0\x9F\x98\x80"}) {
        INFO(nothing);
        CHECK(harmless_name(nothing, FileKind::pdf).find('/') == string::npos);
        CHECK(harmless_name(nothing, FileKind::pdf).size() > 4);
        CHECK(harmless_name(nothing, FileKind::pdf)[0] != '.');
    }
    CHECK(harmless_name(string(5000, 'a'), FileKind::jpeg).size() <= 100);
}
