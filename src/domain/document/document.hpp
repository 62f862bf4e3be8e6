// Documents and their versions, as values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/account/account.hpp"

namespace samrad::domain {

struct Document {
    DocumentId id;
    ProcessId process;
    std::string title;
    int head = 0;         // the number of the newest version
    int line_width = 80;  // columns of the official lines
    int next_block = 1;   // the next block number that was never used
    int comment_count = 0;
    bool merge_followed = false;  // whether readers see the merge room as it stands
    int amendment_count = 0;      // of those that were ever submitted: the newest one's number
};

// What lists show of a version.
struct VersionNote {
    int number = 0;
    std::string note;
    Person author;
    Time at;
    std::size_t length = 0;  // bytes of Markdown
};

struct Version {
    VersionNote about;
    std::string markdown;
    std::vector<int> block_ids;  // block numbers of the text's blocks in reading order
};

// The cap on a version's Markdown and on a comment's, in bytes.
inline constexpr std::size_t most_markdown = 1024 * 1024;
inline constexpr std::size_t most_comment = 20 * 1024;

}  // namespace samrad::domain
