// Files that come with a page of a form, and those that are taken away again.
#pragma once

#include <vector>

#include "base/problem.hpp"
#include "domain/form/fields.hpp"
#include "features/form_body.hpp"
#include "features/perform.hpp"
#include "storage/answer_files.hpp"

namespace samrad::features {

struct ReachedAnswer;

bool asks_for_files(const domain::Section& section);

// Stores the files that were sent for questions of the section ("file.q1") and takes those away that were ticked for it
// ("remove.q1", their numbers); `reached` has them then. Each is what its content says it is. What is wrong is named by
// the question: file.*, answer.too_many.
std::vector<Problem> take_files(Work& work, ReachedAnswer& reached, const domain::Section& section,
                                const SentForm& sent);

// Whether it is among these fields of an answer.
bool is_sent(const storage::AnswerFile& file, const domain::Fields& sent);

// Deletes those that the answer as it was sent has no more.
void drop_files_not_in(Work& work, const ReachedAnswer& reached, const domain::Fields& kept);

// The file as a download that no browser opens as a page of ours.
http::Reply file_reply(Work& work, const storage::AnswerFile& file);

}  // namespace samrad::features
