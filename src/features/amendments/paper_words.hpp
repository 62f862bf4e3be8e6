// The words around amendments on paper and in spreadsheets, in the reader's language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/account/account.hpp"
#include "domain/amendment/amendment.hpp"
#include "features/amendments/decided.hpp"

namespace samrad::features {

using domain::Language;

std::string name_on_paper(const domain::Amendment& amendment, Language language);  // "E 214"
// "linje 112 til 114: erstatt", and without lines "prinsipp"; `sort` is absent for a principle.
std::string place_on_paper(int line_from, int line_to, std::optional<domain::ChangeSort> sort, Language language);
std::string lines_on_paper(int from, int to, Language language);  // "linje 112 til 114"
std::string state_word(domain::AmendmentState state, Language language);
std::string sort_word(std::optional<domain::ChangeSort> sort, Language language);  // "erstatning"
std::string verdict_word(domain::Verdict verdict, Language language);
// What became of it: "vedtatt i endret form", "falt", "trukket"; "" while it is before the committee. `decided` where
// it is adopted or rejected.
std::string outcome_word(const domain::Amendment& amendment, const std::optional<Decided>& decided, Language language);
// The same with by whom and in which version: "vedtatt av Landsmøtet, står i versjon 3".
std::string outcome(const domain::Amendment& amendment, const std::optional<Decided>& decided, Language language);
// How it came to that, a sentence for each thing that there is to tell: how a meeting voted, for which other one it
// fell or with which it was adopted, whose words were chosen in the place of its own.
std::vector<std::string> how_decided(const domain::Amendment& amendment, const Decided& decided, Language language);
// "2–7–1", of those that were counted; "" where none was.
std::string counted(const domain::VoteCount& votes);

// The sentences that stand alone.
enum class PaperWord {
    amendments,  // the title of the list, and the start of a file's name
    synopsis,
    version,
    reason,
    line,
    text,
    dissent,
    supported_by,
    covered_by,
    referred_to,
    decision,
    about_earlier,
};
const char* paper_word(PaperWord word, Language language);

// The heads of a spreadsheet's columns, in their order. Those that the import reads are the same words.
enum class Column {
    number,
    state,
    version,
    lines,
    kind,
    old_words,
    new_words,
    instruction,
    reason,
    sponsor,
    unit,
    cosponsors,
    supports,
    submitted,
    recommendations,
    dissents,
    decided,
    decided_by,
    decision,
    decided_why,
};
inline constexpr int column_count = 20;
const char* column_head(Column column, Language language);

}  // namespace samrad::features
