#include "features/amendments/amendments_told.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <functional>
#include <map>
#include <tuple>

#include "base/utf8.hpp"
#include "domain/amendment/quotation.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/new_version.hpp"
#include "storage/documents.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace {

// A line break inside a paragraph of Markdown is a space to a reader.
std::string as_read(std::string text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const bool alone = text[i] == '\n' && text[i - 1] != '\n' && text[i + 1] != '\n';
        const bool begins = std::string_view("-*+>#0123456789").find(text[i + 1]) != std::string_view::npos;
        if (alone && !begins) text[i] = ' ';
    }
    return text;
}

// The rows that the page shows, as pieces.
std::vector<std::vector<paper::Piece>> difference_of(const Text& text, const domain::Change& change) {
    std::vector<std::vector<paper::Piece>> rows;
    for (const auto& row : difference_json(text, change)) {
        auto& pieces = rows.emplace_back();
        for (const auto& one : row.at("pieces").as_array()) {
            const std::string_view mark = one.at("mark").as_string();
            pieces.push_back({mark == "kept"      ? paper::Piece::kept
                              : mark == "deleted" ? paper::Piece::deleted
                                                  : paper::Piece::inserted,
                              std::string(one.at("text").as_string())});
        }
        for (auto& piece : pieces) piece.text = as_read(piece.text);
        // A block that is put in brings the line breaks before it, and one that goes takes those behind it: nothing to
        // print.
        while (!pieces.empty()) {
            auto& last = pieces.back().text;
            last.erase(last.find_last_not_of('\n') + 1);
            if (!last.empty()) break;
            pieces.pop_back();
        }
        if (!pieces.empty()) {
            auto& first = pieces.front().text;
            first.erase(0, std::min(first.find_first_not_of('\n'), first.size()));
        }
    }
    return rows;
}

// A version's text with its clauses, which cost more to find than all else about an amendment.
struct Cut {
    std::shared_ptr<const Text> text;
    domain::Units units;
};

std::pair<std::string, std::string> words_of(const Cut& cut, const domain::Change& change) {
    std::pair<std::string, std::string> words;
    bool first = true;
    for (const auto& quotation : domain::quotations_of(change, cut.text->source, cut.units)) {
        if (!first) words.first += "\n[…]\n", words.second += "\n[…]\n";
        words.first += to_utf8(quotation.old_words);
        words.second += to_utf8(quotation.new_words);
        first = false;
    }
    return words;
}

// What bodies would adopt in its place, and what they spoke about: changes of the version of the wording that they had
// before them.
void add_wordings(ToldAmendment& told, const std::function<const Cut&(int)>& version) {
    for (auto& one : told.recommendations) {
        const auto& said = one.recommendation;
        if (said.change.empty() && said.saw.empty()) continue;
        const auto& cut = version(said.version);
        const auto saw = domain::change_from_json(said.saw, cut.text->source.size());
        if (!said.saw.empty() && saw) one.about = words_of(cut, *saw).second;
        const auto change = domain::change_from_json(said.change, cut.text->source.size());
        if (said.change.empty() || !change) continue;
        one.wording = difference_of(*cut.text, *change);
        one.new_words = words_of(cut, *change).second;
    }
}

void add_text(ToldAmendment& told, const std::function<const Cut&(int)>& version) {
    const auto& amendment = told.amendment;
    // On the newest version where it was carried there, else on its own: as the list shows it.
    const bool now = !amendment.now_change.empty() && domain::is_pending(amendment);
    const auto last = domain::last_wording(amendment);
    told.version = now ? amendment.now_version : last.version;
    if (amendment.kind == domain::AmendmentKind::principle) return;
    const auto& cut = version(told.version);
    const auto& text = cut.text;
    const auto change = domain::change_from_json(now ? amendment.now_change : last.change, text->source.size());
    if (!change) return;
    told.sort = domain::sort_of(*change, text->source);
    told.difference = difference_of(*text, *change);
    std::tie(told.old_words, told.new_words) = words_of(cut, *change);
    if (!now) std::tie(told.line_from, told.line_to) = lines_touched(*change, *text);
}

std::size_t size_of(const ToldAmendment& told) {
    std::size_t size = 500 + told.amendment.reason.size() + told.amendment.decided_reason.size() +
                       told.amendment.instruction.size() + told.old_words.size() + told.new_words.size();
    for (const auto& row : told.difference) {
        for (const auto& piece : row) size += piece.text.size();
    }
    for (const auto& one : told.recommendations) {
        size += one.recommendation.reason.size() + one.new_words.size() + one.about.size();
        for (const auto& dissent : one.dissents) size += dissent.text.size() + dissent.names.size();
    }
    return size;
}

// Sponsors and recommendations of one stretch, by amendment.
struct Beside {
    std::map<AmendmentId, std::vector<std::string>> cosponsors;
    std::map<AmendmentId, std::vector<ToldRecommendation>> recommendations;
};

Beside beside(Work& work, const std::vector<AmendmentId>& ids) {
    Beside found;
    for (const auto& [id, person] : storage::sponsors_of(work.tx, ids)) found.cosponsors[id].push_back(person.name);
    const auto published = storage::published_recommendations(work.tx, ids);
    std::vector<RecommendationId> named;
    std::vector<AmendmentId> covering;
    for (const auto& one : published) {
        named.push_back(one.id);
        if (one.covered_by) covering.push_back(*one.covered_by);
    }
    std::map<RecommendationId, std::vector<storage::Dissent>> dissents;
    for (auto& dissent : storage::dissents_on(work.tx, named)) {
        dissents[dissent.recommendation].push_back(std::move(dissent));
    }
    std::map<AmendmentId, int> numbers;
    for (const auto& one : storage::find_amendments(work.tx, covering)) numbers[one.id] = one.number;
    std::map<UnitId, std::string> units;
    for (const auto& one : published) {
        ToldRecommendation told{
            one, "", one.covered_by ? numbers[*one.covered_by] : 0, {}, "", "", std::move(dissents[one.id])};
        if (one.refer_to) {
            auto& name = units[*one.refer_to];
            if (name.empty()) {
                const auto unit = storage::find_unit(work.tx, *one.refer_to);
                name = unit ? unit->name : "";
            }
            told.refer_to = name;
        }
        found.recommendations[one.amendment].push_back(std::move(told));
    }
    return found;
}

}  // namespace

std::vector<ToldAmendment> told_amendments(Work& work, const domain::Document& document, storage::AmendmentQuery query,
                                           Texts& texts, std::size_t most_bytes) {
    std::vector<ToldAmendment> all;
    std::size_t bytes = 0;
    std::map<int, Cut> cuts;
    const std::function<const Cut&(int)> version = [&](int number) -> const Cut& {
        auto& cut = cuts[number];
        if (!cut.text) {
            cut.text = text_of_version(work, document, number, texts);
            cut.units = domain::clauses_of(cut.text->source);
        }
        return cut;
    };
    query.limit = 250;
    while (true) {
        auto page = storage::list_amendments(work.tx, query);
        std::vector<AmendmentId> ids;
        for (const auto& amendment : page) ids.push_back(amendment.id);
        auto found = beside(work, ids);
        const auto decided = decided_by_amendment(work.tx, page, storage::what_was_voted(work.tx, {document.id}, ids));
        const bool last = int(page.size()) < query.limit;
        for (auto& amendment : page) {
            query.after_line = amendment.line_from;
            query.after_number = amendment.number;
            const auto id = amendment.id;
            ToldAmendment told;
            told.line_from = amendment.line_from;
            told.line_to = amendment.line_to;
            told.amendment = std::move(amendment);
            add_text(told, version);
            told.cosponsors = std::move(found.cosponsors[id]);
            told.recommendations = std::move(found.recommendations[id]);
            if (const auto one = decided.find(id); one != decided.end()) told.decided = one->second;
            add_wordings(told, version);
            bytes += size_of(told);
            // The changes themselves are of no more use.
            told.amendment.change.clear();
            told.amendment.now_change.clear();
            told.amendment.worded_change.clear();
            all.push_back(std::move(told));
            if (bytes > most_bytes || all.size() > most_told) {
                throw Problem{Kind::too_large, "paper.too_large", {}, {{"most", std::to_string(most_told)}}, 0};
            }
        }
        if (last) return all;
    }
}

}  // namespace samrad::features
