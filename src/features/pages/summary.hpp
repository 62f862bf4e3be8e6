// What search engines and links show of a page.
#pragma once

#include <string>
#include <string_view>

namespace samrad::features {

// Plain text from rendered Markdown: no tags, at most 200 bytes, cut at a word's end. "" where it has entities.
std::string summary_of(std::string_view html);

}  // namespace samrad::features
