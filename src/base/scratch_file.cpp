#include "base/scratch_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace samrad {

namespace {

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

int open_nameless() {
    std::string path = (std::filesystem::temp_directory_path() / "samrad-XXXXXX").string();
    const int descriptor = ::mkostemp(path.data(), O_CLOEXEC);
    if (descriptor < 0) fail("a scratch file");
    ::unlink(path.c_str());
    return descriptor;
}

}  // namespace

ScratchFile::ScratchFile() : descriptor_(open_nameless()) {}

ScratchFile ScratchFile::take(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) fail("a scratch file");
    ::unlink(path.c_str());
    struct stat facts{};
    ScratchFile taken(descriptor, 0);
    if (::fstat(descriptor, &facts) != 0) fail("a scratch file");
    taken.size_ = static_cast<std::uint64_t>(facts.st_size);
    return taken;
}

ScratchFile::ScratchFile(ScratchFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}

ScratchFile::~ScratchFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void ScratchFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("a scratch file");
        size_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::size_t ScratchFile::read(std::uint64_t offset, std::span<char> place) const {
    for (;;) {
        const auto got = ::pread(descriptor_, place.data(), place.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("a scratch file");
        return static_cast<std::size_t>(got);
    }
}

}  // namespace samrad
