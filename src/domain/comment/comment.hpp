// Comments, where they hang, and the rules for changing them.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/problem.hpp"
#include "base/time.hpp"
#include "domain/account/account.hpp"

namespace samrad::domain {

enum class Stance { support, against, neutral };
enum class CommentState { shown, hidden, deleted };
enum class Attachment { exact, changed, orphaned };

// Where a comment hangs: a block, or some words in it, by positions in the block's visible text (UTF-16 code units).
struct Place {
    int version = 0;
    int block = 0;
    int from = 0;
    int to = 0;
    bool whole_block = true;
    std::string quote;  // the words as they were in that version
    // The same, carried to the newest version; no meaning where the attachment is orphaned.
    Attachment attachment = Attachment::exact;
    int now_block = 0;
    int now_from = 0;
    int now_to = 0;
};

struct Resolution {
    Person by;
    Time at;
    std::string answer;
};

struct Comment {
    CommentId id;
    DocumentId document;
    std::optional<AmendmentId> amendment;  // that the thread is about
    std::optional<CommentId> parent;
    std::optional<CommentId> root;  // nothing for the first comment of a thread
    Person author;
    Time at;
    std::optional<Time> edited;
    int edits = 0;
    std::string text;
    std::optional<Stance> stance;
    int supports = 0;
    int replies = 0;
    std::optional<Place> place;
    CommentState state = CommentState::shown;
    std::string hidden_reason;
    std::optional<std::string> appeal;
    std::optional<Resolution> resolution;
};

// For the first 15 minutes an author corrects a comment without leaving a trace of the first wording.
inline constexpr std::chrono::minutes free_editing{15};
inline Time freely_editable_until(const Comment& comment) { return comment.at + free_editing; }

// Who may see the text of a comment: everybody while it is shown; its author and the moderators while it is hidden;
// nobody after it was deleted.
bool may_see_text(const Comment& comment, AccountId reader, bool moderates);

// Nothing where the author may change it: comment.not_yours (forbidden), comment.is_deleted, comment.is_hidden
// (conflict).
std::optional<Problem> refuse_edit(const Comment& comment, AccountId who);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::Stance> =
    std::array<std::string_view, 3>{"for", "against", "neutral"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::CommentState> =
    std::array<std::string_view, 3>{"shown", "hidden", "deleted"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::Attachment> =
    std::array<std::string_view, 3>{"exact", "changed", "orphaned"};
