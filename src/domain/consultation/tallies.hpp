// What a consultation's answers come to: how many chose what, by voice.
//
// An answer counts in cells, each named by a text, since that is what is stored: "q=" for having answered q, "q=option"
// for a choice. A matrix counts by row ("q.row=column"), a ranking by place ("q.option=1"), an agreement by
// agree, disagree and unsure, a number by the band it lies in ("q=20", the band's lower end), a date by month
// ("q=2026-11"). Free texts are not counted. "q?" counts who was asked q, "?" every answer that says what it was asked.
// An answer that is published for all to read counts twice: once more in cells with a "+" before ("+q=option", "+").
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/consultation.hpp"
#include "domain/consultation/small_counts.hpp"
#include "domain/form/fields.hpp"

namespace samrad::domain {

// The cells in which an answer counts; `fields` as they came from check_answer, `published`: whether others read it.
std::vector<std::string> cells_of(const Form& form, const Fields& fields, bool published = false);

// How many answers count in a cell. The cell "" counts the answers, "#" every change, those that took one away too,
// "+#" those of published answers.
using Cells = std::map<std::string, std::int64_t, std::less<>>;

// Takes the published answers out of a voice's cells and returns theirs: who reads them knows what they chose, so it is
// of the others that nothing may be told. Where some answers do not say whether they are published, what is left are
// cells of which nothing is shown.
Cells take_published(Cells& cells);

// Whether what everybody is shown may follow: enough has changed that the difference tells of no single person whose
// answer is not published.
bool worth_renewing(const Cells& shown, const Cells& now);

// One line of a table: an option, and how many chose it, in the order of the voices; nothing where it is hidden.
struct TallyLine {
    std::string key;
    Wording label;  // empty for places, bands and months; of a scale, what its ends mean
    std::vector<Shown> counts;
};

// A closed question, or a row of a matrix.
struct TallyTable {
    std::string field;  // "q", "q.row"
    QuestionKind kind = QuestionKind::choice;
    Wording title;
    Wording row;                    // of a matrix
    double step = 0;                // of a number with both limits: how wide each band is; else bands are powers of ten
    std::vector<Shown> asked;       // by voice: of how many the counts are
    std::vector<Shown> unanswered;  // how many of them chose no line
    std::vector<TallyLine> lines;
};

// The tables of all closed questions, with small counts hidden, so that none can be worked out from the others:
// small_counts.hpp says how within a table, where not having answered is one line more. Of a question that hangs on a
// hidden count nothing is shown in that voice, since how many were asked it is that count. Where only some were asked,
// as their revision was another or the question hangs on one that has no table, how many is shown where neither they
// nor the others are few.
// `forms`: the revisions, newest first; options that only an older one offered stand last in their table, what only an
// older one asked at the end. A ranking shows how many put each first. Of places, bands and months those are there that
// can be shown of any voice, in their order: that a single person named one is not told either; `voices` says whose
// counts are in which column.
// `published`: of each voice what take_published took out of it, nothing where none was. It is judged by the others
// alone what is shown, and the published are in the numbers.
std::vector<TallyTable> tally_tables(const std::vector<Form>& forms, const std::vector<Cells>& voices,
                                     const std::vector<Cells>& published = {});

// How many answered at all, by voice; nothing where it is one to four, or where so few are not published.
std::vector<Shown> answers_by_voice(const std::vector<Cells>& voices, const std::vector<Cells>& published = {});

}  // namespace samrad::domain
