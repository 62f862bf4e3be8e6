#include "app/demo/demo_programme.hpp"

#include <stdexcept>
#include <tuple>

#include "app/demo/demo_amendments.hpp"
#include "app/demo/programme_texts.hpp"
#include "base/utf8.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/diff.hpp"
#include "features/new_version.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/recommendations.hpp"

namespace samrad::app {

namespace {

using std::size_t;

// `before` as `after` in the text. What goes with nothing in its place takes the line break behind it along.
domain::Change change_for(const features::Text& text, const std::string& before, const std::string& after) {
    const std::u16string_view source = text.source;
    const auto words = to_utf16(before);
    const size_t at = source.find(words);
    if (at == std::u16string_view::npos || source.find(words, at + 1) != std::u16string_view::npos) {
        throw std::runtime_error("an amendment of the demo needs words that stand once in the text: " + before);
    }
    const bool whole_line = after.empty() && source[at] == u'-' && source.substr(at + words.size()).starts_with(u'\n');
    const size_t to = at + words.size() + (whole_line ? 1 : 0);
    domain::Change change = domain::Change::keep(at);
    const auto step = domain::step_between(source.substr(at, to - at), to_utf16(after)).change;
    size_t inserted = 0;
    for (const auto& section : step.sections()) {
        if (section.kept) {
            change.add_kept(section.length);
            continue;
        }
        change.add_replaced(section.length, std::u16string_view(step.inserted()).substr(inserted, section.inserted));
        inserted += section.inserted;
    }
    change.add_kept(source.size() - to);
    return change;
}

// The person who sends it, and the unit that it is sent for.
void set_sponsor(domain::Amendment& amendment, const ToldAmendment& told, const DemoOrganisation& all) {
    const size_t which = told.which;
    amendment.sponsor.id = all.members[which % all.members.size()];
    if (told.sponsor == "municipality") {
        amendment.sponsor_unit = all.municipalities[which % all.municipalities.size()];
    } else if (told.sponsor == "county") {
        amendment.sponsor_unit = all.counties[which % all.counties.size()];
    } else if (told.sponsor == "youth" || told.sponsor == "union") {
        const bool youth = told.sponsor == "youth";
        amendment.sponsor_unit = youth ? all.youth : all.union_;
        amendment.sponsor.id = all.affiliates[(2 * which + (youth ? 0 : 1)) % all.affiliates.size()];
    }
}

UnitId body_of(const std::string& name, const DemoOrganisation& all) {
    if (name == "committee") return all.programme_committee;
    if (name == "board") return all.central_board;
    return all.counties.at(size_t(name.back() - '0'));
}

void add_recommendation(storage::Transaction& tx, const domain::Amendment& amendment, const ToldAmendment& told,
                        const ToldRecommendation& said, const DemoOrganisation& all, const features::Text& text) {
    domain::Recommendation one;
    one.amendment = amendment.id;
    one.unit = body_of(said.body, all);
    one.verdict = from_name<domain::Verdict>(said.verdict).value();
    if (one.verdict == domain::Verdict::adopt_changed) {
        one.change = domain::to_json(change_for(text, told.before, said.wording));
    }
    if (one.verdict == domain::Verdict::refer) one.refer_to = all.central_board;
    one.reason = said.reason;
    one.votes_for = said.votes_for;
    one.votes_against = said.votes_against;
    one.author.id = said.body == "committee" ? all.editor : all.secretary;
    const auto id = storage::add_recommendation(tx, one);
    storage::publish(tx, {id});
    if (!said.dissent.empty()) storage::add_dissent(tx, {id, said.dissent_names, said.dissent, {}}, one.author.id);
}

void add_amendment(storage::Transaction& tx, DocumentId document, const ToldAmendment& told,
                   const DemoOrganisation& all, const features::Text& text) {
    domain::Amendment amendment;
    amendment.document = document;
    amendment.version = amendment.now_version = 1;
    amendment.reason = told.reason;
    set_sponsor(amendment, told, all);
    if (told.instruction.empty()) {
        const auto change = change_for(text, told.before, told.after);
        amendment.change = amendment.now_change = domain::to_json(change);
        amendment.taken_words = domain::words_taken_by(change, text.source);
        std::tie(amendment.line_from, amendment.line_to) = features::lines_touched(change, text);
    } else {
        amendment.kind = domain::AmendmentKind::principle;
        amendment.instruction = told.instruction;
    }
    amendment.id = storage::add_amendment(tx, amendment);
    const int number = storage::submit(tx, amendment);
    for (size_t i = 0; i < size_t(told.supporters); ++i) {
        const auto who = all.members[(told.which + 1 + i + size_t(number)) % all.members.size()];
        if (who != amendment.sponsor.id) add_demo_support(tx, amendment.id, who);
    }
    for (const auto& said : told.recommendations) add_recommendation(tx, amendment, told, said, all, text);
}

}  // namespace

DocumentId add_demo_programme(storage::Transaction& tx, ProcessId process, const DemoOrganisation& all,
                              features::Texts& texts) {
    std::string markdown;
    for (const auto chapter : programme_chapters()) {
        if (!markdown.empty()) markdown += '\n';
        markdown += chapter;
    }
    const auto id = storage::add_document(tx, process, "Utkast til partiprogram", all.editor);
    features::store_version(tx, *storage::lock_document(tx, id), {markdown, "Programkomiteens utkast", all.editor},
                            texts);
    const auto document = *storage::find_document(tx, id);
    const auto text = texts.get(id, *storage::find_version(tx, id, 1), document.line_width);
    for (const auto file : programme_amendments()) {
        for (const auto& told : read_amendments(file)) add_amendment(tx, id, told, all, *text);
    }
    return id;
}

}  // namespace samrad::app
