#include "features/amendments/amendment_paper.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace samrad::features {

namespace {

using std::string;

string lines_cell(const ToldAmendment& told) {
    if (told.line_from == 0) return "";
    if (told.line_from == told.line_to) return std::to_string(told.line_from);
    return std::to_string(told.line_from) + "–" + std::to_string(told.line_to);
}

string day_of(Time time) { return to_iso(time).substr(0, 10); }

string votes_of(const domain::Recommendation& one) {
    const auto votes = counted({one.votes_for, one.votes_against, one.votes_abstain});
    return votes.empty() ? "" : " (" + votes + ")";
}

// "Styret: avvis (2–7)", with whom it is referred to; what covers it is told instead of that another does.
string verdict_of(const ToldRecommendation& one, Language language) {
    string text = one.recommendation.unit_name + ": ";
    if (one.covered_by_number > 0) {
        domain::Amendment covering;
        covering.number = one.covered_by_number;
        text += string(paper_word(PaperWord::covered_by, language)) + " " + name_on_paper(covering, language);
    } else {
        text += verdict_word(one.recommendation.verdict, language);
    }
    if (!one.refer_to.empty()) {
        text += string(" ") + paper_word(PaperWord::referred_to, language) + " " + one.refer_to;
    }
    text += votes_of(one.recommendation);
    if (!one.recommendation.outdated) return text;
    text += string(". ") + paper_word(PaperWord::about_earlier, language);
    return one.about.empty() ? text : text + ": «" + one.about + "»";
}

string joined(const std::vector<string>& all, const char* between) {
    string text;
    for (const auto& one : all) text += (text.empty() ? "" : between) + one;
    return text;
}

std::vector<string> told_names(std::vector<string> names, Language language) {
    for (auto& name : names) name = domain::told_name(name, language);
    return names;
}

domain::Cells cells_of(const ToldAmendment& told, Language language) {
    const auto& amendment = told.amendment;
    std::vector<string> recommendations;
    std::vector<string> dissents;
    for (const auto& one : told.recommendations) {
        const auto& reason = one.recommendation.reason;
        recommendations.push_back(verdict_of(one, language) + (one.new_words.empty() ? "" : ": " + one.new_words) +
                                  (reason.empty() ? "" : ". " + reason));
        for (const auto& dissent : one.dissents) dissents.push_back(dissent.names + ": " + dissent.text);
    }
    domain::Cells cells(column_count);
    const auto cell = [&](Column column) -> string& { return cells[std::size_t(column)]; };
    cell(Column::number) = std::to_string(amendment.number);
    cell(Column::state) = state_word(amendment.state, language);
    cell(Column::version) = std::to_string(told.version);
    cell(Column::lines) = lines_cell(told);
    cell(Column::kind) = sort_word(told.sort, language);
    cell(Column::old_words) = told.old_words;
    cell(Column::new_words) = told.new_words;
    cell(Column::instruction) = amendment.instruction;
    cell(Column::reason) = amendment.reason;
    cell(Column::sponsor) = domain::told_name(amendment.sponsor.name, language);
    cell(Column::unit) = amendment.sponsor_unit_name;
    cell(Column::cosponsors) = joined(told_names(told.cosponsors, language), "; ");
    cell(Column::supports) = std::to_string(amendment.supports);
    cell(Column::submitted) = day_of(amendment.submitted.value_or(amendment.at));
    cell(Column::recommendations) = joined(recommendations, "\n");
    cell(Column::dissents) = joined(dissents, "\n");
    if (told.decided) {
        cell(Column::decided) = std::to_string(told.decided->version);
        cell(Column::decided_by) = told.decided->by_name;
        auto how = how_decided(amendment, *told.decided, language);
        how.insert(how.begin(), outcome_word(amendment, told.decided, language));
        cell(Column::decision) = joined(how, "\n");
        cell(Column::decided_why) = told.decided->reason;
    }
    return cells;
}

paper::Paper titled(PaperWord title, const domain::Document& document, Time now, Language language) {
    paper::Paper paper;
    paper.language = name_of(language);
    paper.title = string(paper_word(title, language)) + ": " + document.title;
    paper.subtitle =
        string(paper_word(PaperWord::version, language)) + " " + std::to_string(document.head) + ", " + day_of(now);
    paper.reason_word = paper_word(PaperWord::reason, language);
    return paper;
}

// Deeper lists stand as far in as this one: the column has an end.
constexpr int deepest = 6;

paper::Passage passage_of(const domain::Block& block) {
    paper::Passage passage;
    if (block.kind == domain::BlockKind::heading) passage.level = block.level;
    if (block.kind == domain::BlockKind::item) {
        passage.mark = block.ordinal ? std::to_string(*block.ordinal) + "." : "\u2022";
        passage.depth = std::clamp(block.level, 1, deepest);
    }
    return passage;
}

}  // namespace

domain::Table table_of(const std::vector<ToldAmendment>& told, Language language) {
    domain::Table table(1);
    for (int i = 0; i < column_count; ++i) table.front().emplace_back(column_head(Column(i), language));
    for (const auto& one : told) table.push_back(cells_of(one, language));
    return table;
}

paper::Entry entry_of(const ToldAmendment& told, int head, Language language) {
    const auto& amendment = told.amendment;
    paper::Entry entry;
    entry.name = name_on_paper(amendment, language);
    entry.place = place_on_paper(told.line_from, told.line_to, told.sort, language);
    if (told.sort && told.version != head) {
        entry.place +=
            string(" (") + paper_word(PaperWord::version, language) + " " + std::to_string(told.version) + ")";
    }
    const string first = amendment.sponsor_unit_name.empty() ? domain::told_name(amendment.sponsor.name, language)
                                                             : amendment.sponsor_unit_name;
    entry.by = first + (told.cosponsors.empty() ? "" : ", " + joined(told_names(told.cosponsors, language), ", "));
    if (amendment.supports > 0) {
        entry.by +=
            string(" · ") + paper_word(PaperWord::supported_by, language) + " " + std::to_string(amendment.supports);
    }
    entry.state = outcome(amendment, told.decided, language);
    entry.author = first;
    entry.date = to_iso(amendment.submitted.value_or(amendment.at)).substr(0, 19) + "Z";
    entry.difference = told.difference;
    entry.instruction = amendment.instruction;
    entry.reason = amendment.reason;
    for (const auto& one : told.recommendations) {
        entry.opinions.push_back({verdict_of(one, language), one.recommendation.reason, false, one.wording});
        for (const auto& dissent : one.dissents) {
            entry.opinions.push_back(
                {string(paper_word(PaperWord::dissent, language)) + ": " + dissent.names, dissent.text, true, {}});
        }
    }
    if (told.decided) {
        auto said = how_decided(amendment, *told.decided, language);
        if (!told.decided->reason.empty()) said.push_back(told.decided->reason);
        if (!said.empty()) entry.opinions.push_back({paper_word(PaperWord::decision, language), joined(said, "\n")});
    }
    return entry;
}

paper::Paper list_paper(const std::vector<ToldAmendment>& told, const domain::Document& document, Time now,
                        Language language) {
    auto paper = titled(PaperWord::amendments, document, now, language);
    paper.passages.emplace_back();
    for (const auto& one : told) paper.passages.back().entries.push_back(entry_of(one, document.head, language));
    return paper;
}

paper::Paper synopsis_paper(const std::vector<ToldAmendment>& told, const domain::Document& document, const Text& text,
                            const OfficialLines& part, Time now, Language language) {
    auto paper = titled(PaperWord::synopsis, document, now, language);
    if (part.from > 0) paper.subtitle += ", " + lines_on_paper(part.from, part.to, language);
    paper.line_word = paper_word(PaperWord::line, language);
    paper.text_word = paper_word(PaperWord::text, language);
    paper.amendments_word = paper_word(PaperWord::amendments, language);
    paper.passages.emplace_back();
    std::vector<std::pair<int, std::size_t>> begins;  // first line of each passage
    std::size_t block = SIZE_MAX;
    for (const auto& line : domain::lines_of(text.blocks, document.line_width)) {
        const auto& of = text.blocks[line.block];
        if (part.from > 0 && (of.last_line < part.from || of.first_line > part.to)) continue;
        if (line.block != block) {
            begins.emplace_back(line.number, paper.passages.size());
            paper.passages.push_back(passage_of(of));
            block = line.block;
        }
        auto words = of.visible.substr(line.visible.from, line.visible.to - line.visible.from);
        std::replace(words.begin(), words.end(), u'\n', u' ');
        paper.passages.back().lines.emplace_back(line.number, to_utf8(words));
    }
    for (const auto& one : told) {
        std::size_t passage = 0;
        const auto after = std::upper_bound(begins.begin(), begins.end(), one.line_from,
                                            [](int line, const auto& begin) { return line < begin.first; });
        if (!begins.empty() && one.line_from > 0 && one.version == document.head) {
            passage = std::prev(std::max(after, begins.begin() + 1))->second;
        }
        paper.passages[passage].entries.push_back(entry_of(one, document.head, language));
    }
    if (paper.passages.front().entries.empty()) paper.passages.erase(paper.passages.begin());
    return paper;
}

}  // namespace samrad::features
