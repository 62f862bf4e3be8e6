#include "paper/kept_file.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>

namespace samrad::paper {

KeptFile::KeptFile(std::string_view bytes) {
    if (bytes.empty()) return;
    std::error_code none;
    const auto folder = std::filesystem::temp_directory_path(none);
    if (none) return;
    auto path = (folder / "samrad-XXXXXX").string();
    const int file = ::mkstemp(path.data());
    if (file < 0) return;
    path_ = path;
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written <= 0) break;
        bytes.remove_prefix(std::size_t(written));
    }
    ::close(file);
    if (bytes.empty()) return;
    ::unlink(path_.c_str());
    path_.clear();
}

KeptFile::~KeptFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
}

}  // namespace samrad::paper
