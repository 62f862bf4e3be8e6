// Comments, their supports and their earlier texts.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "domain/comment/comment.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

std::optional<domain::Comment> find_comment(Transaction& tx, CommentId comment);
// The same, and its row is locked until the end of the transaction.
std::optional<domain::Comment> lock_comment(Transaction& tx, CommentId comment);
std::vector<domain::Comment> find_comments(Transaction& tx, const std::vector<CommentId>& comments);

// The first comments of threads. Pages go by id, never by offset: `after` 0 is the first page.
struct ThreadQuery {
    DocumentId document;
    std::optional<int> block;              // only those that hang on this block now
    std::optional<AmendmentId> amendment;  // those about this amendment; nothing: those about the text
    bool oldest_first = false;
    CommentId after;
    int limit = 50;
};
std::vector<domain::Comment> list_threads(Transaction& tx, const ThreadQuery& query);
// The replies of a thread, oldest first, after `after`.
std::vector<domain::Comment> list_replies(Transaction& tx, CommentId root, CommentId after, int limit);
// Hidden comments of all documents of a process, newest first, below `before` (0: from the newest).
std::vector<domain::Comment> list_hidden(Transaction& tx, ProcessId process, CommentId before, int limit);
// Open threads for each block of the newest version.
std::map<int, int> threads_by_block(Transaction& tx, DocumentId document);

// Stores a comment and its place, and counts it in its thread and its document. Of the value, id, times and counts are
// ignored.
CommentId add_comment(Transaction& tx, const domain::Comment& comment);
// A new wording. `keep` stores the old one in the history.
void change_text(Transaction& tx, const domain::Comment& before, const std::string& text,
                 const std::optional<domain::Stance>& stance, bool keep);
// Empties text and history and leaves a tombstone.
void delete_comment(Transaction& tx, const domain::Comment& comment);
void hide_comment(Transaction& tx, const domain::Comment& comment, AccountId moderator, const std::string& reason);
void show_comment(Transaction& tx, const domain::Comment& comment);
void appeal_hiding(Transaction& tx, CommentId comment, const std::string& text);
void resolve_thread(Transaction& tx, CommentId root, AccountId editor, const std::string& answer);
void reopen_thread(Transaction& tx, CommentId root);

// Adds or takes away one's support; twice is once. Returns the number of supports then.
int support(Transaction& tx, CommentId comment, AccountId account);
int withdraw_support(Transaction& tx, CommentId comment, AccountId account);
// Of the given comments, those that the account supports.
std::set<CommentId> supported_by(Transaction& tx, AccountId account, const std::vector<CommentId>& comments);

struct EarlierText {
    std::string text;
    Time at;
};
std::vector<EarlierText> earlier_texts(Transaction& tx, CommentId comment);

}  // namespace samrad::storage
