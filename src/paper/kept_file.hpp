// Bytes as a file, for a program that takes nothing else.
#pragma once

#include <string>
#include <string_view>

namespace samrad::paper {

// The file is there as long as this is, for nobody but us. Where none could be written, and for no bytes, its path is
// "".
class KeptFile {
public:
    explicit KeptFile(std::string_view bytes);
    ~KeptFile();
    KeptFile(const KeptFile&) = delete;
    KeptFile& operator=(const KeptFile&) = delete;

    const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace samrad::paper
