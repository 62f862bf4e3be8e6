// Whether what somebody typed is an answer to the form.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "domain/form/fields.hpp"

namespace samrad::domain {

// What is known beside the form itself.
struct AnswerFacts {
    std::set<std::string, std::less<>> files;  // the numbers of the files that came with this answer, as "question/12"
    bool complete = true;                      // false while one is still writing: nothing is missing yet
};

struct CheckedAnswer {
    Fields kept;                    // what was asked and is right, spaces at the ends taken off; this is what is stored
    std::vector<Problem> problems;  // Kind::invalid, in the order of the form; `field` is the field's name
};

// Holds the fields of the sections whose keys are in `sections` (all where it is empty) against the form. Never throws;
// what is wrong is named and not kept. Texts are counted in code points.
//   answer.required        a question that must be answered is not (facts: none)
//   answer.not_asked       something was typed where the conditions say that it is not asked
//   answer.unknown_field   a field that no question has
//   answer.too_long, answer.too_short, answer.too_many, answer.too_few, answer.out_of_range   (fact "most" or "least")
//   answer.not_a_choice, answer.not_a_number, answer.not_a_date, answer.not_a_place, answer.not_a_file
//   answer.one_only        more than one text for a field that takes one
//   answer.other_missing   "other" without its words, or words without "other"
//   answer.rank_twice, answer.rank_missing
//   answer.not_text        NUL or what is not UTF-8
CheckedAnswer check_answer(const Form& form, const Fields& fields, const AnswerFacts& facts,
                           const std::vector<std::string>& sections = {});

// The texts of an answer in the order of the form that a person wrote freely, each with its field's name: what is read,
// searched, marked and folded into families.
struct FreeText {
    std::string field;
    std::string text;
};
std::vector<FreeText> free_texts(const Form& form, const Fields& fields);

// The fields of such texts, whether somebody filled them in or not, in the order of the form.
std::vector<std::string> free_text_fields(const Form& form);

}  // namespace samrad::domain
