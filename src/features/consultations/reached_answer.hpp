// From the link of an answer to the answer: who has the link has the answer, and nobody else.
#pragma once

#include <string>

#include "domain/account/account.hpp"
#include "domain/consultation/consultation.hpp"
#include "domain/form/fields.hpp"
#include "domain/form/form.hpp"
#include "features/perform.hpp"
#include "storage/answers.hpp"

namespace samrad::features {

struct ReachedAnswer {
    storage::Answer answer;
    domain::Consultation consultation;
    domain::Form form;     // of the revision that it answers
    domain::Fields typed;  // what is being written
    std::string link;      // "/answers/…"
    domain::FormLanguage language = domain::FormLanguage::nb;
};

// The answer of the link in the path; missing where there is none or it was withdrawn or erased. `lock`: its row stays
// until the commit.
ReachedAnswer reach_answer(Work& work, bool lock);

// The page's language: the account's, else the browser's.
domain::Language page_language(const Work& work);

// The sections that are asked of this answer, by their place in the form.
std::vector<std::size_t> asked_sections(const domain::Form& form, const domain::Fields& typed);

}  // namespace samrad::features
