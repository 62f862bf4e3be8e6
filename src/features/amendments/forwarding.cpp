// Sending an amendment on to another unit's process: that part of amendment_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "base/utf8.hpp"
#include "domain/amendment/forwarding.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/amendment_news.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "features/json.hpp"
#include "features/new_version.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/merges.hpp"

namespace samrad::features {

using domain::Act;
using domain::Amendment;
using domain::AmendmentState;

namespace {

constexpr std::size_t longest_instruction = 18'000;  // bytes: below what the schema holds

// As the text of a principle: where it comes from, and what it would change there.
std::string told_in_words(const Work& work, const Amendment& amendment, const domain::Document& document,
                          const domain::Change& change, const Text& text) {
    const char* letter = work.actor.language == domain::Language::en ? "A " : "E ";
    auto words = "«" + document.title + "», " + letter + std::to_string(amendment.number) + ":\n\n" +
                 to_utf8(domain::quoted(change, {text.source, text.blocks}));
    if (words.size() <= longest_instruction) return words;
    auto end = longest_instruction;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
    return words.substr(0, end) + "…";
}

// What it brought to the version that took it in other words than its own: a body's, those of one that amends it, or
// what was written by hand. A change of the version before.
domain::Change brought_by(Work& work, const Amendment& amendment, const domain::Document& document,
                          std::size_t length_before, Texts& texts) {
    const auto made = text_of_version(work, document, *amendment.decided_version, texts);
    std::set<AmendmentId> by{amendment.id};
    for (const auto& [amended, one] : storage::amended_by(work.tx, {amendment.id})) by.insert(one);
    domain::Change change;
    std::size_t at = 0;
    for (const auto& stretch :
         storage::trace_of(work.tx, document.id, *amendment.decided_version, 0, made->source.size())) {
        const auto& names = stretch.amendments;
        if (std::none_of(names.begin(), names.end(), [&](AmendmentId id) { return by.contains(id); })) continue;
        change.add_kept(stretch.old_from - at);
        change.add_replaced(stretch.old_to - stretch.old_from,
                            made->source.substr(stretch.new_from, stretch.new_to - stretch.new_from));
        at = stretch.old_to;
    }
    change.add_kept(length_before - at);
    return change;
}

// Whether the text that comes of it could be a version: a change that was lawful in its own text need not be in
// another.
bool stays_within_limits(const domain::Change& change, const Text& text) {
    try {
        check_changed(change, text);
        return true;
    } catch (const Problem&) {
        return false;
    }
}

// The source's wording, as it was submitted or adopted, on the target's newest text; a principle where it has no place
// there.
void write_for(Work& work, Amendment& made, const Amendment& amendment, const domain::Document& from,
               const domain::Document& to, Texts& texts) {
    made.version = made.now_version = to.head;
    if (amendment.kind == domain::AmendmentKind::principle) {
        made.kind = domain::AmendmentKind::principle;
        made.instruction = amendment.instruction;
        return;
    }
    const bool reworded = amendment.extent == domain::Extent::part;
    const auto [version, words] = domain::last_wording(amendment);
    const auto text = text_of_version(work, from, reworded ? *amendment.decided_version - 1 : version, texts);
    const auto target = text_of_version(work, to, to.head, texts);
    const auto change = reworded ? brought_by(work, amendment, from, text->source.size(), texts)
                                 : require(domain::change_from_json(words, text->source.size()));
    const auto moved = domain::transplanted(change, {text->source, text->blocks}, {target->source, target->blocks});
    if (!moved || domain::refuse_change(*moved, target->source) || !stays_within_limits(*moved, *target)) {
        made.kind = domain::AmendmentKind::principle;
        made.instruction = told_in_words(work, amendment, from, change, *text);
        return;
    }
    made.change = made.now_change = domain::to_json(*moved);
    std::tie(made.line_from, made.line_to) = lines_touched(*moved, *target);
}

}  // namespace

http::Reply forward_amendment(Work& work, Texts& texts) {
    const auto [amendment, at] = reach_amendment(work, Act::edit, true);
    Body body(work.request);
    const auto wanted = body.id<DocumentId>("document");
    const bool published = body.maybe_flag("publish").value_or(false);
    body.done();
    if (wanted == amendment.document) throw conflict("amendment.own_document");
    if (amendment.state != AmendmentState::submitted && amendment.state != AmendmentState::adopted) {
        throw conflict("amendment.not_forwardable");
    }
    auto target = reach_document(work, wanted, Act::amend);
    target.document = *storage::lock_document(work.tx, wanted);
    // It takes the reason, and perhaps words of the text, with it: nobody's are made public so, unless who speaks for
    // the unit says that it makes them public. That is kept on record.
    const bool publishes =
        everybody_may_read(work.tx, wanted, work.now) && !everybody_may_read(work.tx, amendment.document, work.now);
    if (publishes) {
        if (!published) throw conflict("amendment.would_be_published");
        require(domain::refuse_speaking(work.actor, at.process.unit_path));
    }
    for (const auto& [from, as] : storage::forwarded_as(work.tx, {amendment.id})) {
        if (storage::find_amendment(work.tx, as)->document != wanted) continue;
        auto problem = conflict("amendment.forwarded");
        problem.facts.emplace_back("amendment", std::to_string(as.value));
        throw problem;
    }
    Amendment made;
    made.document = wanted;
    made.reason = amendment.reason;
    made.sponsor = person_of(work.actor);
    made.sponsor_unit = at.process.unit;
    made.forwarded_from = amendment.id;
    write_for(work, made, amendment, at.document, target.document, texts);
    require(domain::refuse_submission(made, target.process.amendments, 0, work.now));
    made.id = storage::add_amendment(work.tx, made);
    storage::submit(work.tx, made);
    made.state = AmendmentState::submitted;
    keep_collisions(work, target.document, {made.id}, texts);
    if (publishes) {
        work.record("publish", "amendment:" + std::to_string(amendment.id.value),
                    "document:" + std::to_string(wanted.value));
    }
    work.record("forward", "amendment:" + std::to_string(amendment.id.value),
                "amendment:" + std::to_string(made.id.value));
    tell_amendment(work, made);
    tell_amendment(work, amendment);
    return reply_amendment(work, made.id, texts, 201);
}

}  // namespace samrad::features
