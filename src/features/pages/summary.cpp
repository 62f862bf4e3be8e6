#include "features/pages/summary.hpp"

namespace samrad::features {

std::string summary_of(std::string_view html) {
    std::string plain;
    bool inside_tag = false;
    for (const char c : html) {
        if (c == '<') inside_tag = true;
        if (!inside_tag) plain.push_back(c == '\n' ? ' ' : c);
        if (c == '>') inside_tag = false;
        if (plain.size() > 200) break;
    }
    if (plain.size() > 200)
        plain.resize(plain.find_last_of(' ', 197) == std::string::npos ? 0 : plain.find_last_of(' ', 197));
    return plain.find('&') == std::string::npos ? plain : std::string();  // entities would be escaped twice
}

}  // namespace samrad::features
