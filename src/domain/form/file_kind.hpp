// What a file is, by its content and never by what it is called.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/names.hpp"
#include "base/problem.hpp"

namespace samrad::domain {

enum class FileKind { pdf, png, jpeg, odt, docx, text };

inline constexpr std::size_t largest_file = 10 * 1024 * 1024;
inline constexpr std::size_t most_files = 5;  // of one question, where the form does not say fewer

// The media type by which it is served, and the ending its name has.
std::string_view media_type_of(FileKind kind);
std::string_view ending_of(FileKind kind);

// What the bytes are, where that is one kind of file that is taken and nothing else besides:
//   pdf        begins with %PDF-1 or %PDF-2 and ends with %%EOF (blank bytes may follow)
//   png, jpeg  begin and end as such a picture does, with sides of 1 to 20,000 points, and PNG's pieces follow one
//              another without a gap
//   odt, docx  a zip file whose directory is whole: names without "..", at most 2,000 entries, at most 100 MB unpacked
//              and not over 200 times its size, no encryption; an ODT names itself first and uncompressed, a DOCX has
//              [Content_Types].xml and word/document.xml; no macros
//   text       UTF-8 without controls but tab and line ends, and no markup: it does not begin with <
// Codes: file.empty, file.too_large, file.kind_refused, file.unpacks_too_large (zip bombs). Field "".
struct KindOfFile {
    std::optional<FileKind> kind;
    std::optional<Problem> problem;
};
KindOfFile kind_of_file(std::string_view bytes);

// A name that does no harm wherever it is written: no folders, no dots at its ends, nothing but letters, digits, blanks
// and . _ - ( ), at most 100 bytes, with the ending of its kind. "vedlegg.pdf" where nothing of it is left.
std::string harmless_name(std::string_view name, FileKind kind);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::FileKind> =
    std::array<std::string_view, 6>{"pdf", "png", "jpeg", "odt", "docx", "text"};
