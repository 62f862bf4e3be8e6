// What is in a zip file, as its directory says; nothing is unpacked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrad::domain {

struct ZipDirectory {
    std::vector<std::string> names;
    std::uint64_t unpacked = 0;  // bytes of all entries together
};

// Nothing where the file is not one whole zip file from its first byte to its last: something before or behind it,
// entries that overlap or lie outside, more than 2,000 of them, one disk of several, Zip64, encryption, another
// compression than none and deflate, or a name with "..", a backslash, NUL or a slash in front.
std::optional<ZipDirectory> read_zip_directory(std::string_view bytes);

}  // namespace samrad::domain
