// Finds the shared data that the project does not carry itself.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace samrad::tests {

// The bytes of a file of the shared data, or nothing where it is absent: from SAMRAD_SHARED_DATA, else from beside the
// project.
inline std::optional<std::string> shared_data(const std::string& name) {
    const char* folder = std::getenv("SAMRAD_SHARED_DATA");
    std::ifstream file((folder ? std::string(folder) : std::string(SAMRAD_SOURCE_DIR "/../shared/data")) + "/" + name,
                       std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace samrad::tests
