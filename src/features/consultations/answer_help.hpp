// What the script of the answer's pages asks for: they work without it, and better with it.
#pragma once

#include "features/perform.hpp"

namespace samrad::features {

// A challenge to work on before an answer is sent.
http::Reply give_challenge(Work& work);

// Stores a page as it is typed: {page: 1, base, fields: {q1: ["…"]}}; without a page, what is asked of who answers.
// Answers with the page's new state and what is wrong so far, in words. Where it was changed elsewhere meanwhile
// nothing is stored: 409 answer.changed_elsewhere.
http::Reply save_draft(Work& work);

// The files that were sent in with an answer, for its readers. What is withheld has no name, and is given to moderators
// alone, which is recorded.
http::Reply list_answer_files(Work& work);
http::Reply show_answer_file(Work& work);
// Withholds one, {reason}; and gives it back, which moderators do.
http::Reply withhold_answer_file(Work& work);
http::Reply give_answer_file_back(Work& work);

}  // namespace samrad::features
