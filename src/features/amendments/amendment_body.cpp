#include "features/amendments/amendment_body.hpp"

#include <algorithm>
#include <tuple>

#include "base/utf8.hpp"
#include "domain/document/document.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/guard.hpp"
#include "domain/text/markdown.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/json.hpp"
#include "features/steps.hpp"
#include "storage/amendments.hpp"
#include "storage/comments.hpp"
#include "storage/units.hpp"

namespace samrad::features {

domain::Rebased carry_to_newest(Work& work, const domain::Document& document, int version, const domain::Change& change,
                                Texts& texts) {
    domain::Rebased carried{domain::Carriage::clean, change};
    each_step(work, document, version, document.head, texts, [&](const TakenStep& taken) {
        carried = domain::Carrier(taken.before, taken.step.change, taken.correction).carry(carried.change);
        return carried.state == domain::Carriage::clean;
    });
    return carried;
}

namespace {

void stand_on_newest(Work& work, const domain::Document& document, domain::Amendment& amendment,
                     const domain::Rebased& carried, Texts& texts) {
    const auto newest = text_of_version(work, document, document.head, texts);
    amendment.now_version = document.head;
    amendment.carried = carried.state;
    const bool clean = carried.state == domain::Carriage::clean;
    amendment.now_change = clean ? domain::to_json(carried.change) : "";
    std::tie(amendment.line_from, amendment.line_to) = clean ? lines_touched(carried.change, *newest) : std::pair(0, 0);
}

}  // namespace

void set_change(Work& work, const domain::Document& document, domain::Amendment& amendment,
                const domain::Change& change, Texts& texts) {
    const auto own = text_of_version(work, document, amendment.version, texts);
    require(domain::refuse_change(change, own->source));
    amendment.change = domain::to_json(change);
    amendment.taken_words = domain::words_taken_by(change, own->source);
    stand_on_newest(work, document, amendment, carry_to_newest(work, document, amendment.version, change, texts),
                    texts);
}

void carry_on(Work& work, const domain::Document& document, domain::Amendment& amendment, Texts& texts) {
    if (amendment.amends) {  // it was written on that one's words where they stood
        const auto amended = storage::find_amendment(work.tx, *amendment.amends);
        require(domain::refuse_amending(*amended));
        const bool as_read = amendment.now_version == document.head && amended->now_change == amendment.amended_change;
        if (!as_read) throw conflict("version.stale_base");
    }
    if (amendment.now_version == document.head) return;
    if (amendment.now_change.empty()) {
        amendment.now_version = document.head;
        return;
    }
    const auto text = text_of_version(work, document, amendment.now_version, texts);
    const auto change = require(domain::change_from_json(amendment.now_change, text->source.size()));
    stand_on_newest(work, document, amendment, carry_to_newest(work, document, amendment.now_version, change, texts),
                    texts);
}

std::shared_ptr<const Text> text_made_by(const domain::Change& change, const Text& base, int line_width) {
    domain::Version made;
    made.markdown = to_utf8(require(change.apply(base.source)));
    auto blocks = domain::read_blocks(made.markdown, line_width);
    domain::name_blocks(blocks, 1);
    for (const auto& block : blocks) made.block_ids.push_back(block.id);
    return render_version(made, line_width);
}

namespace {

// The whole of both as one change of the version: the amended one as this one would have it.
void read_amending(Work& work, Body& body, const ReachedDocument& at, AmendmentId id, domain::Amendment& amendment,
                   Texts& texts) {
    const auto amended = storage::find_amendment(work.tx, id);
    // One of another document, somebody's draft and none at all are answered alike.
    if (!amended || amended->document != at.document.id || amended->state == domain::AmendmentState::draft) {
        body.refuse("input.not_a_choice", "amends");
    }
    require(domain::refuse_amending(*amended));
    if (amendment.version != at.document.head) throw conflict("version.stale_base");
    const auto text = text_of_version(work, at.document, amendment.version, texts);
    const auto first = require(domain::change_from_json(amended->now_change, text->source.size()));
    const auto made = text_made_by(first, *text, at.document.line_width);
    const auto second = read_changes(body, *made);
    if (!second) body.refuse("input.missing", "changes");
    require(domain::refuse_change(*second, made->source));
    amendment.amends = amended->id;
    amendment.amended_change = amended->now_change;
    set_change(work, at.document, amendment, domain::compose(first, *second), texts);
}

}  // namespace

std::vector<CommentId> read_answered(Work& work, Body& body, const ReachedDocument& at) {
    std::vector<CommentId> ids;
    for (const auto id : body.maybe_numbers("answers", 20).value_or(std::vector<std::int64_t>{})) {
        ids.push_back(CommentId{id});
    }
    for (const auto id : ids) {
        const auto comment = storage::find_comment(work.tx, id);
        const bool here = comment && comment->document == at.document.id && !comment->amendment &&
                          comment->state == domain::CommentState::shown;
        if (!here) body.refuse("input.not_a_choice", "answers");
    }
    return ids;
}

domain::Amendment read_amendment(Work& work, Body& body, const ReachedDocument& at, Texts& texts) {
    domain::Amendment amendment;
    amendment.document = at.document.id;
    amendment.sponsor = person_of(work.actor);
    amendment.version = int(body.number("version", 1, 1'000'000));
    if (amendment.version > at.document.head) body.refuse("amendment.no_such_version", "version");
    amendment.kind = body.maybe_name<domain::AmendmentKind>("kind").value_or(domain::AmendmentKind::text);
    amendment.reason = domain::normalise(body.maybe_text("reason", 0, 10'000).value_or(""));
    require(check_passage(amendment.reason, "reason"));
    if (const auto unit = body.maybe_number("sponsor_unit", 1, INT64_MAX)) {
        const auto found = storage::find_unit(work.tx, UnitId{*unit});
        if (!found) body.refuse("input.not_a_choice", "sponsor_unit");
        require(domain::refuse_speaking(work.actor, found->path));
        amendment.sponsor_unit = found->id;
    }
    amendment.now_version = at.document.head;
    const auto amended = body.maybe_number("amends", 1, INT64_MAX);
    if (amended && amendment.kind == domain::AmendmentKind::principle) body.refuse("input.not_a_choice", "amends");
    if (amendment.kind == domain::AmendmentKind::principle) {
        amendment.instruction = domain::normalise(body.text("instruction", 1, 10'000));
        require(check_passage(amendment.instruction, "instruction"));
        return amendment;
    }
    if (amended) {
        read_amending(work, body, at, AmendmentId{*amended}, amendment, texts);
        return amendment;
    }
    const auto text = text_of_version(work, at.document, amendment.version, texts);
    amendment.whole = body.has("markdown");
    const auto change = read_changes(body, *text);
    if (!change) body.refuse("input.missing", "changes");
    set_change(work, at.document, amendment, *change, texts);
    return amendment;
}

}  // namespace samrad::features
