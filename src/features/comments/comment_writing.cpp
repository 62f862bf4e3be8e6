// The writing half of comment_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "domain/text/anchor.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/guard.hpp"
#include "features/body.hpp"
#include "features/comments/comment_actions.hpp"
#include "features/comments/comment_json.hpp"
#include "features/comments/reached_comment.hpp"
#include "features/places.hpp"
#include "features/steps.hpp"
#include "storage/amendments.hpp"
#include "storage/comments.hpp"
#include "storage/documents.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;

namespace {

std::string read_text(Body& body) {
    const auto text = domain::normalise(body.text("text", 1, domain::most_comment));
    require(check_passage(text, "text"));
    if (text.find_first_not_of(" \n\t") == std::string::npos) body.refuse("input.too_short", "text");
    return text;
}

// What somebody chose to comment on: a block of a version, whole or some of its words.
struct Chosen {
    int version = 0;
    std::string block;
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
};

std::optional<Chosen> read_anchor(Body& body) {
    auto anchor = body.maybe_object("anchor");
    if (!anchor) return std::nullopt;
    Chosen chosen;
    chosen.version = int(anchor->number("version", 1, 1'000'000));
    chosen.block = anchor->text("block", 2, 12);
    chosen.from = anchor->maybe_number("from", 0, 10'000'000);
    chosen.to = anchor->maybe_number("to", 1, 10'000'000);
    if (chosen.from.has_value() != chosen.to.has_value()) anchor->refuse("input.missing", chosen.from ? "to" : "from");
    anchor->done();
    return chosen;
}

std::shared_ptr<const Text> text_of(Work& work, const domain::Document& document, int number, Texts& texts) {
    if (auto text = texts.find(document.id, number)) return text;
    const auto version = storage::find_version(work.tx, document.id, number);
    if (!version) throw invalid("comment.no_such_version", "anchor.version");
    return texts.get(document.id, *version, document.line_width);
}

// The place as it was chosen, in its own version.
domain::Place place_of(const Chosen& chosen, const Text& text) {
    const auto* block = text.block(chosen.block);
    if (!block) throw invalid("comment.no_such_block", "anchor.block");
    const auto length = block->visible.size();
    const auto from = std::size_t(chosen.from.value_or(0));
    const auto to = std::size_t(chosen.to.value_or(std::int64_t(length)));
    if (length == 0 || from >= to || to > length) throw invalid("comment.range_outside", "anchor.from");
    const auto quote = block->visible.substr(from, to - from);
    if (!is_utf16(quote)) throw invalid("comment.range_splits_character", "anchor.from");
    domain::Place place;
    place.version = chosen.version;
    place.block = place.now_block = block->id;
    place.from = place.now_from = int(from);
    place.to = place.now_to = int(to);
    place.whole_block = !chosen.from;
    place.quote = to_utf8(quote);
    return place;
}

// The place of a comment that was begun on an older version, carried as the saves since carried those that were there.
void carry(Work& work, const domain::Document& document, int from, int to, domain::Place& place, Texts& texts) {
    if (from >= to) return;
    const auto text = text_of(work, document, from, texts);
    const auto quote = to_utf16(place.quote);
    auto anchor = anchor_of(place, text->source, text->block(block_name(place.now_block)));
    each_step(work, document, from, to, texts, [&](const TakenStep& taken) {
        anchor = domain::carry(anchor, quote, taken.step, taken.after);
        return true;
    });
    const auto newest = text_of(work, document, to, texts);
    settle(place, anchor, newest->source, newest->blocks);
}

void limit_writing(Work& work) { work.limits.take("comment:" + std::to_string(work.actor.account.value), 20, 10); }

}  // namespace

http::Reply write_comment(Work& work, Texts& texts) {
    const auto reached = reach_document(work, work.id<DocumentId>("document"), Act::comment);
    limit_writing(work);
    Body body(work.request);
    domain::Comment comment;
    comment.document = reached.document.id;
    comment.author = person_of(work.actor);
    comment.text = read_text(body);
    comment.stance = body.maybe_name<domain::Stance>("stance");
    const auto parent = body.maybe_number("parent", 1, INT64_MAX);
    const auto chosen = read_anchor(body);
    const auto about = body.maybe_number("amendment", 1, INT64_MAX);
    body.done();
    if (about) {
        if (parent || chosen) body.refuse("comment.one_subject", "amendment");
        const auto amendment = storage::find_amendment(work.tx, AmendmentId{*about});
        const bool there = amendment && amendment->document == comment.document;
        if (!there || amendment->state == domain::AmendmentState::draft) {
            body.refuse("comment.no_such_amendment", "amendment");
        }
        comment.amendment = amendment->id;
    }
    if (parent) {
        if (chosen) body.refuse("comment.reply_has_no_anchor", "anchor");
        const auto above = storage::find_comment(work.tx, CommentId{*parent});
        if (!above || above->document != comment.document) body.refuse("comment.no_such_parent", "parent");
        if (above->state != domain::CommentState::shown) throw conflict("comment.parent_gone");
        comment.parent = above->id;
        comment.root = above->root.value_or(above->id);
        comment.amendment = above->amendment;
    }
    const int read = chosen ? std::max(chosen->version, reached.document.head) : 0;
    if (chosen) {
        comment.place = place_of(*chosen, *text_of(work, reached.document, chosen->version, texts));
        carry(work, reached.document, chosen->version, read, *comment.place, texts);
    }
    // Behind the lock no version is saved between the carrying and the storing of the place, and only what was saved
    // since is carried there.
    const auto document = *storage::lock_document(work.tx, comment.document);
    if (chosen) carry(work, document, read, document.head, *comment.place, texts);
    comment.id = storage::add_comment(work.tx, comment);
    tell_counted(work, comment);
    return reply_comment(work, comment.id, 201);
}

http::Reply edit_comment(Work& work) {
    const auto [comment, at, moderates] = reach_comment(work, Act::comment, true);
    require(domain::refuse_edit(comment, work.actor.account));
    limit_writing(work);
    Body body(work.request);
    const auto text = read_text(body);
    const auto named = body.maybe_name<domain::Stance>("stance");
    const auto stance = named || body.is_null("stance") ? named : comment.stance;  // null takes it back
    body.done();
    const bool keep = work.now >= domain::freely_editable_until(comment);
    storage::change_text(work.tx, comment, text, stance, keep && text != comment.text);
    tell_comment(work, comment);
    return reply_comment(work, comment.id);
}

http::Reply delete_comment(Work& work) {
    const auto [comment, at, moderates] = reach_comment(work, Act::read, true);
    work.require_sign_in();
    if (comment.author.id != work.actor.account) throw forbidden("comment.not_yours");
    Body(work.request).done();
    if (comment.state == domain::CommentState::deleted) return http::Reply::nothing();
    storage::delete_comment(work.tx, comment);
    tell_counted(work, comment);
    return http::Reply::nothing();
}

http::Reply support_comment(Work& work) {
    const auto [comment, at, moderates] = reach_comment(work, Act::comment, true);
    Body(work.request).done();
    if (comment.state != domain::CommentState::shown) throw conflict("comment.is_gone");
    if (comment.author.id == work.actor.account) throw forbidden("comment.own_support");
    const int supports = storage::support(work.tx, comment.id, work.actor.account);
    if (supports != comment.supports) tell_comment(work, comment);
    return reply_json({{"supports", supports}});
}

http::Reply withdraw_support(Work& work) {
    const auto [comment, at, moderates] = reach_comment(work, Act::comment, true);
    Body(work.request).done();
    const int supports = storage::withdraw_support(work.tx, comment.id, work.actor.account);
    if (supports != comment.supports) tell_comment(work, comment);
    return reply_json({{"supports", supports}});
}

}  // namespace samrad::features
