// Sending an amendment on to another unit's process: that part of amendment_actions.hpp.
#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "domain/amendment/forwarding.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "features/json.hpp"
#include "features/new_version.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/recommendations.hpp"

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

// What was adopted, against the amendment's own version: a body's wording where that was taken in its place, else its
// own.
std::string wording_of(Work& work, const Amendment& amendment) {
    if (!storage::adopted_as_changed(work.tx, {amendment.id}).contains(amendment.id)) return amendment.change;
    auto wording = amendment.change;
    for (const auto& one : storage::published_recommendations(work.tx, {amendment.id})) {
        if (!one.change.empty()) wording = one.change;
    }
    return wording;
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
    const auto text = text_of_version(work, from, amendment.version, texts);
    const auto target = text_of_version(work, to, to.head, texts);
    const auto change = require(domain::change_from_json(wording_of(work, amendment), text->source.size()));
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
    body.done();
    if (wanted == amendment.document) throw conflict("amendment.own_document");
    if (amendment.state != AmendmentState::submitted && amendment.state != AmendmentState::adopted) {
        throw conflict("amendment.not_forwardable");
    }
    auto target = reach_document(work, wanted, Act::amend);
    target.document = *storage::lock_document(work.tx, wanted);
    // It takes the reason, and perhaps words of the text, with it: nobody's are made public so.
    if (everybody_may_read(work.tx, wanted, work.now) && !everybody_may_read(work.tx, amendment.document, work.now)) {
        throw conflict("amendment.would_be_published");
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
    work.record("forward", "amendment:" + std::to_string(amendment.id.value),
                "amendment:" + std::to_string(made.id.value));
    tell_amendment(work, made);
    tell_amendment(work, amendment);
    return reply_amendment(work, made.id, texts, 201);
}

}  // namespace samrad::features
