#include "domain/text/html_tag.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace samrad::domain {

Tag read_tag(std::string_view text) {
    Tag tag;
    tag.closing = text.size() > 1 && text[1] == '/';
    std::string_view inside = text.substr(tag.closing ? 2 : 1, text.size() - (tag.closing ? 3 : 2));
    const auto end = inside.find_first_of(" /");
    tag.name = inside.substr(0, end);
    tag.attributes = end == std::string_view::npos ? std::string_view{} : inside.substr(end);
    constexpr std::string_view mark = " data-sourcepos=\"";
    if (tag.attributes.starts_with(mark)) {
        const auto close = tag.attributes.find('"', mark.size());
        tag.sourcepos = tag.attributes.substr(mark.size(), close - mark.size());
        tag.attributes.remove_prefix(close + 1);
    }
    return tag;
}

std::string_view attribute(std::string_view attributes, std::string_view name) {
    const std::string wanted = std::string(name) + "=\"";
    const auto at = attributes.find(wanted);
    if (at == std::string_view::npos) return {};
    const auto from = at + wanted.size();
    return attributes.substr(from, attributes.find('"', from) - from);
}

int heading_level(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

SourcePlace place_of(std::string_view sourcepos) {
    SourcePlace place;
    for (int* number : {&place.first_line, &place.first_column, &place.last_line}) {
        const auto read = std::from_chars(sourcepos.data(), sourcepos.data() + sourcepos.size(), *number);
        sourcepos.remove_prefix(std::min<std::size_t>(sourcepos.size(), std::size_t(read.ptr - sourcepos.data()) + 1));
    }
    return place;
}

int first_number(std::string_view attributes) {
    const auto start = attribute(attributes, "start");
    int number = 1;
    std::from_chars(start.data(), start.data() + start.size(), number);
    return number;
}

}  // namespace samrad::domain
