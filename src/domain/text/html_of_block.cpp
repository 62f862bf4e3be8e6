#include "domain/text/markdown.hpp"

namespace samrad::domain {

namespace {

// The end of the element that begins at `at`: behind its closing tag. Elements of that name may be inside of it.
std::size_t end_of_element(std::string_view html, std::size_t at, std::string_view name) {
    const auto opening = "<" + std::string(name);
    const auto closing = "</" + std::string(name) + ">";
    int depth = 0;
    while (at < html.size()) {
        const auto tag = html.substr(at);
        const bool opens = tag.starts_with(opening) && (tag[opening.size()] == ' ' || tag[opening.size()] == '>');
        if (opens) ++depth;
        if (tag.starts_with(closing) && --depth == 0) return at + closing.size();
        at = html.find('<', at + 1);
    }
    return html.size();
}

}  // namespace

std::string html_of_block(std::string_view html, int block) {
    const auto place = html.find(" id=\"b" + std::to_string(block) + "\"");
    if (place == std::string_view::npos) return "";
    const auto from = html.rfind('<', place);
    const auto name = html.substr(from + 1, html.find_first_of(" >", from) - from - 1);
    const auto element = name == "hr" ? html.substr(from, html.find('>', from) + 1 - from)
                                      : html.substr(from, end_of_element(html, from, name) - from);
    std::string alone(element);
    // In texts and addresses a quote is written &quot;, so that this is found in tags alone.
    for (auto at = alone.find(" id=\"b"); at != std::string::npos; at = alone.find(" id=\"b", at)) {
        alone.erase(at, alone.find('"', at + 6) + 1 - at);
    }
    constexpr std::string_view mark = "<span class=\"ln\"";
    if (const auto first = alone.find(mark); first != std::string::npos) {
        alone.replace(first, mark.size(), "<span class=\"ln first\"");
    }
    // An item stands within a list.
    return name == "li" ? "<ul>" + alone + "</ul>" : alone;
}

}  // namespace samrad::domain
