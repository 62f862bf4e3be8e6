// Documents and their versions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "domain/document/document.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

std::optional<domain::Document> find_document(Transaction& tx, DocumentId document);
// The same, and the row is locked until the end of the transaction: one at a time saves a version.
std::optional<domain::Document> lock_document(Transaction& tx, DocumentId document);
std::vector<domain::Document> documents_of(Transaction& tx, const std::vector<ProcessId>& processes);

DocumentId add_document(Transaction& tx, ProcessId process, const std::string& title, AccountId author);
void rename_document(Transaction& tx, DocumentId document, const std::string& title);
void let_merge_be_followed(Transaction& tx, DocumentId document, bool followed);

// The step to a version from the one before it.
struct StoredStep {
    std::string change;       // ChangeSet JSON; "" for a first version, which has no step
    std::string moves;        // domain/text/move_lines
    bool correction = false;  // it mends errors of typing alone
};
// Adds version head + 1 and moves the head.
void add_version(Transaction& tx, DocumentId document, const domain::Version& version, int next_block,
                 const StoredStep& step = {});
std::optional<domain::Version> find_version(Transaction& tx, DocumentId document, int number);
// Newest first, those below `before` (0: from the newest), at most `limit`.
std::vector<domain::VersionNote> list_versions(Transaction& tx, DocumentId document, int before, int limit);
// The step that led to a version; nothing for the first and for unknown ones.
std::optional<StoredStep> find_step(Transaction& tx, DocumentId document, int number);

}  // namespace samrad::storage
