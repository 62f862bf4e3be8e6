#include "app/files.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace samrad::app {

std::string read_file(const std::string& path) {
    if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace samrad::app
