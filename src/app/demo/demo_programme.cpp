#include "app/demo/demo_programme.hpp"

#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

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

// The chain's branch, county board and editorial committee; the central board stands outside of it.
UnitId branch_of(const DemoOrganisation& all) { return all.municipalities.at(6); }
UnitId county_of(const DemoOrganisation& all) { return all.counties.at(2); }

UnitId body_of(const std::string& name, const DemoOrganisation& all) {
    if (name == "committee") return all.programme_committee;
    if (name == "board") return all.central_board;
    return county_of(all);
}

using domain::Verdict;

domain::Recommendation said_by(UnitId unit, AmendmentId amendment, Verdict verdict, AccountId author) {
    domain::Recommendation one;
    one.unit = unit;
    one.amendment = amendment;
    one.verdict = verdict;
    one.author.id = author;
    return one;
}

// The branch begins: for the most part as the county then says, now and then otherwise. Of some it says nothing.
void add_word_of_branch(storage::Transaction& tx, const domain::Amendment& amendment, int number, Verdict county,
                        const DemoOrganisation& all) {
    if (number % 5 == 0) return;
    const bool wants = (county == Verdict::reject) == (number % 7 == 3);
    auto one = said_by(branch_of(all), amendment.id, wants ? Verdict::adopt : Verdict::reject, all.secretary);
    one.votes_for = 12 + number % 9;
    one.votes_against = number % 4;
    if (number % 3 == 0) one.votes_abstain = 1 + number % 2;
    if (number % 4 == 1) {
        one.reason = wants ? "Medlemsmøtet støtter forslaget." : "Medlemsmøtet mener utkastet sier det bedre.";
    }
    storage::publish(tx, {storage::add_recommendation(tx, one)});
}

// What the committee has agreed upon and keeps back until its next meeting.
void keep_back(storage::Transaction& tx, const domain::Amendment& amendment, Verdict verdict,
               const DemoOrganisation& all) {
    auto one = said_by(all.programme_committee, amendment.id, verdict, all.editor);
    one.votes_for = 6;
    one.votes_against = 2;
    one.reason = "Foreløpig. Tas opp igjen på neste møte.";
    storage::add_recommendation(tx, one);
}

void say_covered(storage::Transaction& tx, const domain::Amendment& amendment, AmendmentId by,
                 const DemoOrganisation& all) {
    auto one = said_by(all.programme_committee, amendment.id, Verdict::covered, all.editor);
    one.covered_by = by;
    one.votes_for = 8;
    one.reason = "Det samme stedet er dekket av et forslag som komiteen innstiller på.";
    storage::publish(tx, {storage::add_recommendation(tx, one)});
}

// Amendments on one passage: of them the first that the committee wants covers the others.
using Passages = std::map<std::string, AmendmentId>;

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
    if (one.votes_for.value_or(0) > 8 && told.which % 3 == 0) one.votes_abstain = 1;
    const auto id = storage::add_recommendation(tx, one);
    storage::publish(tx, {id});
    if (!said.dissent.empty()) storage::add_dissent(tx, {id, said.dissent_names, said.dissent, {}}, one.author.id);
}

// Along the chain: the branch, the county, the committee. Of the committee's words some are kept back for now, and one
// on a passage of which it wants another amendment says that this is covered.
void add_recommendations(storage::Transaction& tx, const domain::Amendment& amendment, int number,
                         const ToldAmendment& told, const DemoOrganisation& all, const features::Text& text,
                         Passages& passages) {
    if (told.recommendations.empty()) return;
    const auto first = from_name<Verdict>(told.recommendations.front().verdict).value();
    add_word_of_branch(tx, amendment, number, first, all);
    bool has_committee = false;
    bool has_county = false;
    for (const auto& said : told.recommendations) {
        const bool committee = said.body == "committee";
        if (said.body.starts_with("county") && std::exchange(has_county, true))
            continue;  // others are not in the chain
        has_committee = has_committee || committee;
        const auto verdict = from_name<Verdict>(said.verdict).value();
        if (committee && passages.contains(told.before)) {
            say_covered(tx, amendment, passages.at(told.before), all);
        } else if (committee && number % 8 == 0 && verdict != Verdict::adopt_changed && verdict != Verdict::refer) {
            keep_back(tx, amendment, verdict, all);
        } else {
            add_recommendation(tx, amendment, told, said, all, text);
            if (committee && verdict == Verdict::adopt && !told.before.empty())
                passages.try_emplace(told.before, amendment.id);
        }
    }
    if (has_committee) return;
    if (passages.contains(told.before)) {
        say_covered(tx, amendment, passages.at(told.before), all);
    } else if (number % 6 == 1) {
        keep_back(tx, amendment, Verdict::adopt, all);
    }
}

void add_amendment(storage::Transaction& tx, DocumentId document, const ToldAmendment& told,
                   const DemoOrganisation& all, const features::Text& text, Passages& passages) {
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
    add_recommendations(tx, amendment, number, told, all, text, passages);
}

}  // namespace

std::vector<domain::NamedUnit> programme_chain(const DemoOrganisation& all) {
    return {{branch_of(all), ""}, {county_of(all), ""}, {all.programme_committee, ""}};
}

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
    Passages passages;
    for (const auto file : programme_amendments()) {
        for (const auto& told : read_amendments(file)) add_amendment(tx, id, told, all, *text, passages);
    }
    return id;
}

}  // namespace samrad::app
