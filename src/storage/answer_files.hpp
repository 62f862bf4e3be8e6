// Files that came with answers. Their bytes are read one file at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/form/file_kind.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// That a file is for moderators alone, and why.
struct Withholding {
    std::string reason;
    std::string by;  // a reader's name
    Time at;
};

struct AnswerFile {
    std::int64_t id = 0;
    AnswerId answer;
    std::string question;  // the key of the one that asked for it
    std::string name;
    domain::FileKind kind = domain::FileKind::text;
    std::int64_t size = 0;
    std::optional<Withholding> withheld = {};
};

std::int64_t add_answer_file(Transaction& tx, const AnswerFile& file, const std::string& bytes);
// Of one answer, in the order they came.
std::vector<AnswerFile> files_of_answer(Transaction& tx, AnswerId answer);
std::optional<AnswerFile> find_answer_file(Transaction& tx, std::int64_t file);
std::string bytes_of_file(Transaction& tx, std::int64_t file);
void withhold_file(Transaction& tx, std::int64_t file, const std::string& reason, AccountId by);
void give_file_back(Transaction& tx, std::int64_t file);
void remove_answer_file(Transaction& tx, AnswerId answer, std::int64_t file);

}  // namespace samrad::storage
