// From the link of an answer to the answer: who has the link has the answer, and nobody else.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/account/account.hpp"
#include "domain/consultation/consultation.hpp"
#include "domain/form/answer_check.hpp"
#include "domain/form/fields.hpp"
#include "domain/form/form.hpp"
#include "features/perform.hpp"
#include "storage/answer_files.hpp"
#include "storage/answers.hpp"

namespace samrad::features {

// A paragraph that a question is about, as HTML, with its official lines.
struct AskedParagraph {
    std::string html;
    int first_line = 0;
    int last_line = 0;
};

struct ReachedAnswer {
    storage::Answer answer;
    domain::Consultation consultation;
    domain::Form form;     // of the revision that it answers
    domain::Fields typed;  // what is being written, without `about`
    domain::Fields about;  // what is being written of who answers, by the names of answer_about.hpp
    std::vector<storage::AnswerFile> files;
    std::string link;                                  // "/answers/…"
    std::map<std::string, AskedParagraph> paragraphs;  // by block; see asked_paragraphs.hpp
    std::string document_title;                        // of the document that they are in
    std::string account_name;                          // of who answers with an account and for nobody else
    // It was begun by the link that its body was mailed: whoever has that speaks for the body.
    bool invited = false;
    domain::FormLanguage language = domain::FormLanguage::nb;
    // The page's own words: English where the form is answered in English.
    domain::Language words() const {
        return language == domain::FormLanguage::en ? domain::Language::en : domain::Language::nb;
    }
};

// The answer of the link in the path; missing (answer.gone) where there is none or it was withdrawn or erased. `lock`:
// its row stays until the commit.
ReachedAnswer reach_answer(Work& work, bool lock);

// Why the link is not enough to change or withdraw it: of a unit's answer unit.not_yours where the actor does not speak
// for the unit (any more), and of one on paper answer.typist_only where the actor is neither an editor of the process
// nor the body itself. A person's answer is in the hands of whoever has its link.
std::optional<Problem> refuse_holder(Work& work, const ReachedAnswer& reached);

// Why the actor may not write on it now: consultation.not_open_yet, consultation.closed, and what refuse_holder says;
// answer.sign_in where nobody is signed in and the process is not for everybody. Throws `missing` where the actor may
// not read it (any more).
std::optional<Problem> refuse_writing(Work& work, const ReachedAnswer& reached);

// Whether it was sent before and counts, so that what is sent now is a change.
bool is_change(const storage::Answer& answer);
// Whether a proof of work or a mailed link is asked for: of strangers, once.
bool asks_proof(const ReachedAnswer& reached);

// The files that came with it, as check_answer asks for them.
domain::AnswerFacts facts_of(const ReachedAnswer& reached);

// All that is being written, as it is stored.
std::string typed_json(const ReachedAnswer& reached);

// The page's language: the account's, else the browser's.
domain::Language page_language(const Work& work);

// The sections that are asked of this answer, by their place in the form.
std::vector<std::size_t> asked_sections(const domain::Form& form, const domain::Fields& typed);

// A word for what stands in these fields: two pages that show the same have the same.
std::string state_of(const domain::Fields& fields);
// The fields of one section, of those that were typed.
domain::Fields fields_of_section(const domain::Section& section, const domain::Fields& typed);

}  // namespace samrad::features
