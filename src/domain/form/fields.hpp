// What somebody typed into a form, and what of it is asked for.
//
// One shape for all: field names to texts, as an HTML form sends them. A question's field has its key as its name;
// further fields of it have a part behind a dot:
//   short_text, long_text    q         the text
//   choice, choices          q         the options' keys, "other" for something else; q.other its words
//   scale, number            q         a number, decimal point or comma
//   date                     q         2026-11-23
//   ranking                  q.option  1 for the first, and so on
//   matrix                   q.row     the column's key
//   place                    q         a municipality's number, "0301"
//   file                     q         the numbers of files that were sent before
//   agreement                q         agree, disagree or unsure; q.wording a wording of one's own
//   consent                  q         yes
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/form/form.hpp"

namespace samrad::domain {

using Fields = std::map<std::string, std::vector<std::string>, std::less<>>;

// The first text of a field, "" where there is none.
const std::string& text_of(const Fields& fields, std::string_view name);

// A number as people type it, with a decimal point or comma; nothing where it is none, or none that ends.
std::optional<double> number_in(std::string text);

// The keys of the questions that are asked of somebody who answered so far: those whose own conditions and whose
// section's hold. A question that is not asked counts as not answered wherever a condition asks for it;
// spaces at the ends count for nothing, as when the answer is checked. The form have
// passed check_form.
std::set<std::string, std::less<>> shown_questions(const Form& form, const Fields& fields);

// Whether the section is asked: it has a question that is. One without is passed over.
bool is_shown(const Section& section, const std::set<std::string, std::less<>>& shown);

// Whether one of its conditions hangs on a question of its own page.
bool hangs_on_its_page(const Question& question, const Section& section);
// A field beside those of the questions: the keys of the questions that a page's script had taken out of sight when the
// page was stored. What was typed there before is kept, for who thinks better of it.
inline constexpr const char* unseen_field = "?unseen";
bool is_unseen(const Fields& fields, std::string_view key);
// The keys of the questions that nobody sees because of what was answered. What hangs on its own page is seen there,
// asked or not, unless a script took it out of sight.
std::set<std::string, std::less<>> passed_over(const Form& form, const Fields& fields);
// The fields that are left without theirs, and without unseen_field.
Fields without_passed_over(const Form& form, Fields fields);
// Notes which questions of a section are out of sight now; what is no question of it is nothing.
void note_unseen(Fields& fields, const Section& section, const std::vector<std::string>& keys);

// The options in the order in which this answer has them: as written, or, where the question is shuffled, by `seed`
// (the same for one answer every time).
std::vector<Option> options_in_order(const Question& question, std::uint64_t seed);

// The numbers and names of Norway's municipalities.
struct Municipality {
    std::string_view number;
    std::string_view name;
};
const std::vector<Municipality>& municipalities();

// The field names that belong to a question, those it might have included ("q", "q.other").
std::vector<std::string> fields_of(const Question& question);

}  // namespace samrad::domain
