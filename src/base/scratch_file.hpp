// Bytes that are too many to hold in memory: a file without a name, gone with its owner, also when the process dies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace samrad {

// Written by one thread, then read by any number at once.
class ScratchFile {
public:
    // An empty one in the temporary folder ($TMPDIR, else /tmp). Throws std::system_error where it cannot be made.
    ScratchFile();
    // Takes over what somebody else wrote: opens the file and takes its name away. Throws std::system_error.
    static ScratchFile take(const std::string& path);
    ScratchFile(ScratchFile&& other) noexcept;
    ScratchFile& operator=(ScratchFile&&) = delete;
    ~ScratchFile();

    // At its end. Throws std::system_error, as when the disk is full; what came before stays.
    void append(std::string_view bytes);
    std::uint64_t size() const { return size_; }
    // As much as fits into `place` from `offset` on; 0 at the end. Throws std::system_error.
    std::size_t read(std::uint64_t offset, std::span<char> place) const;

private:
    explicit ScratchFile(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
    int descriptor_;
    std::uint64_t size_ = 0;
};

}  // namespace samrad
