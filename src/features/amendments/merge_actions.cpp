// The merge room: that part of amendment_actions.hpp. Everything that editors decide is stored at once, as an event of
// its own; the room is worked out from what is stored, so that several people can work in it.
#include <algorithm>
#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/merge.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "features/new_version.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/merges.hpp"
#include "storage/people.hpp"
#include "storage/recommendations.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;
using domain::MergeDecision;

namespace {

Problem conflict_with(std::string_view code, const char* fact, std::size_t number) {
    auto problem = conflict(code);
    problem.facts.emplace_back(fact, std::to_string(number));
    return problem;
}

struct Room {
    std::shared_ptr<const Text> text;
    std::vector<domain::Amendment> pending;
    std::map<AmendmentId, storage::DecidedAmendment> decisions;
    std::vector<storage::HandText> hands;
    std::vector<std::size_t> taken;  // indexes into pending, one for each change that was merged
    domain::Merged merged;
};

MergeDecision decision_on(const Room& room, AmendmentId amendment) {
    const auto found = room.decisions.find(amendment);
    return found == room.decisions.end() ? MergeDecision::open : found->second.decision;
}

// The wording that a body recommends, on the newest version; nothing where there is none or it cannot be carried.
std::optional<domain::Change> recommended_wording(Work& work, const domain::Document& document,
                                                  const domain::Amendment& amendment, Texts& texts) {
    std::optional<domain::Change> wording;
    for (const auto& one : storage::published_recommendations(work.tx, {amendment.id})) {
        if (one.change.empty()) continue;
        const auto text = text_of_version(work, document, amendment.version, texts);
        const auto change = domain::change_from_json(one.change, text->source.size());
        if (!change) continue;
        const auto carried = carry_to_newest(work, document, amendment.version, *change, texts);
        if (carried.state == domain::Carriage::clean) wording = carried.change;
    }
    return wording;
}

Room open_room(Work& work, const domain::Document& document, Texts& texts) {
    Room room;
    room.text = text_of_version(work, document, document.head, texts);
    room.pending = storage::pending_amendments(work.tx, document.id);
    room.decisions = storage::merge_decisions(work.tx, document.id, document.head);
    room.hands = storage::hand_texts(work.tx, document.id, document.head);
    std::vector<domain::Change> changes;
    for (std::size_t i = 0; i < room.pending.size(); ++i) {
        const auto& amendment = room.pending[i];
        const auto decision = decision_on(room, amendment.id);
        if (decision != MergeDecision::take && decision != MergeDecision::take_changed) continue;
        std::optional<domain::Change> change;
        if (decision == MergeDecision::take_changed) {
            change = recommended_wording(work, document, amendment, texts);
        } else if (!amendment.now_change.empty()) {
            const auto read = domain::change_from_json(amendment.now_change, room.text->source.size());
            if (read) change = *read;
        }
        if (!change) continue;
        changes.push_back(*std::move(change));
        room.taken.push_back(i);
    }
    std::vector<domain::Settlement> settlements;
    for (const auto& hand : room.hands) settlements.push_back({{hand.from, hand.to}, to_utf16(hand.text)});
    room.merged = domain::merge_all(room.text->source, changes, settlements);
    return room;
}

json::array names_of_changes(const Room& room, const std::vector<std::size_t>& changes) {
    json::array ids;
    for (const auto change : changes) ids.push_back(room.pending[room.taken[change]].id.value);
    return ids;
}

json::array amendments_in_room(Work& work, const Room& room) {
    std::set<AccountId> editors;
    for (const auto& [id, decided] : room.decisions) editors.insert(decided.author);
    const auto people = storage::find_people(work.tx, editors);
    std::vector<AmendmentId> ids;
    for (const auto& amendment : room.pending) ids.push_back(amendment.id);
    std::map<std::int64_t, json::array> recommended;
    std::set<AmendmentId> worded;
    for (const auto& one : storage::published_recommendations(work.tx, ids)) {
        recommended[one.amendment.value].push_back(
            json::object{{"unit", one.unit_name}, {"verdict", name_of(one.verdict)}});
        if (!one.change.empty()) worded.insert(one.amendment);
    }
    json::array list;
    for (const auto& amendment : room.pending) {
        const auto decided = room.decisions.find(amendment.id);
        list.push_back(json::object{{"id", amendment.id.value},
                                    {"number", amendment.number},
                                    {"kind", name_of(amendment.kind)},
                                    {"sponsor", person_json(amendment.sponsor)},
                                    {"sponsor_unit", amendment.sponsor_unit_name},
                                    {"reason", amendment.reason},
                                    {"instruction", amendment.instruction},
                                    {"line_from", amendment.line_from},
                                    {"line_to", amendment.line_to},
                                    {"carried", name_of(amendment.carried)},
                                    {"recommendations", recommended[amendment.id.value]},
                                    {"has_wording", worded.contains(amendment.id)},
                                    {"decision", name_of(decision_on(room, amendment.id))},
                                    {"decided_by", decided == room.decisions.end()
                                                       ? json::value(nullptr)
                                                       : json::value(person_json(people.at(decided->second.author)))}});
    }
    return list;
}

// The blocks that the selection changes, as the old words, the new ones and whose they are.
json::array changed_blocks(const Room& room) {
    const std::u16string_view source = room.text->source;
    json::array blocks;
    std::size_t at = 0;  // the woven pieces come by place, as the blocks do
    const auto& woven = room.merged.woven;
    for (std::size_t b = 0; b < room.text->blocks.size(); ++b) {
        const auto& block = room.text->blocks[b];
        const bool last = b + 1 == room.text->blocks.size();
        const auto end = last ? source.size() : std::max(block.to, room.text->blocks[b + 1].from);
        json::array pieces;
        bool changed = false;
        std::size_t i = at;
        for (; i < woven.size() && (woven[i].before.from < end || last); ++i) {
            const auto& piece = woven[i];
            const auto from = std::max(piece.before.from, block.from);
            const auto to = std::min(piece.before.to, end);
            if (piece.kept()) {
                if (to > from) {
                    pieces.push_back(json::object{{"text", to_utf8(source.substr(from, to - from))}, {"mark", "kept"}});
                }
                if (piece.before.to > end) break;  // goes on in the next block
                continue;
            }
            changed = true;
            const auto names = names_of_changes(room, piece.changes);
            if (piece.before.to > piece.before.from) {
                pieces.push_back(json::object{
                    {"text", to_utf8(source.substr(piece.before.from, piece.before.to - piece.before.from))},
                    {"mark", "deleted"},
                    {"amendments", names},
                    {"by_hand", piece.by_hand}});
            }
            if (!piece.text.empty()) {
                pieces.push_back(json::object{{"text", to_utf8(piece.text)},
                                              {"mark", "inserted"},
                                              {"amendments", names},
                                              {"by_hand", piece.by_hand}});
            }
        }
        at = i;
        if (!changed) continue;
        if (auto& last_piece = pieces.back().as_object(); last_piece["mark"] == "kept") {
            auto& words = last_piece["text"].as_string();
            while (!words.empty() && words.back() == '\n') words.pop_back();
        }
        blocks.push_back(json::object{{"block", block_name(block.id)},
                                      {"line_from", block.first_line},
                                      {"line_to", block.last_line},
                                      {"pieces", std::move(pieces)}});
    }
    return blocks;
}

json::array disputes(const Room& room, const std::vector<domain::Dispute>& list, bool settled) {
    json::array found;
    for (const auto& dispute : list) {
        json::array readings;
        for (std::size_t i = 0; i < dispute.changes.size(); ++i) {
            readings.push_back(json::object{{"amendment", room.pending[room.taken[dispute.changes[i]]].id.value},
                                            {"text", to_utf8(dispute.readings[i])}});
        }
        const domain::Block* in = nullptr;
        for (const auto& block : room.text->blocks) {
            if (block.from <= dispute.base.from && block.first_line != 0) in = &block;
        }
        found.push_back(json::object{
            {"from", dispute.base.from},
            {"to", dispute.base.to},
            {"base", to_utf8(room.text->source.substr(dispute.base.from, dispute.base.to - dispute.base.from))},
            {"context", in ? to_utf8(in->visible) : std::string()},
            {"block", in ? json::value(block_name(in->id)) : json::value(nullptr)},
            {"line", in ? in->first_line : 0},
            {"readings", std::move(readings)},
            {"settled", settled}});
    }
    return found;
}

json::object room_json(Work& work, const domain::Document& document, const Room& room) {
    auto all = disputes(room, room.merged.open, false);
    for (auto& one : disputes(room, room.merged.settled, true)) all.push_back(std::move(one));
    json::array hands;
    for (const auto& hand : room.hands) {
        hands.push_back(json::object{{"from", hand.from}, {"to", hand.to}, {"text", hand.text}});
    }
    return {{"version", document.head},
            {"amendments", amendments_in_room(work, room)},
            {"blocks", changed_blocks(room)},
            {"disputes", std::move(all)},
            {"hand_texts", std::move(hands)}};
}

void tell_room(Work& work, DocumentId document) {
    work.tell("document:" + std::to_string(document.value), "merge", document.value);
}

ReachedDocument reach_room(Work& work) { return reach_document(work, work.id<DocumentId>("document"), Act::edit); }

// The document behind its lock, at the version that the editor saw.
domain::Document lock_room(Work& work, DocumentId id, std::int64_t version) {
    const auto document = *storage::lock_document(work.tx, id);
    if (version != document.head) {
        throw conflict_with("version.stale_base", "head", std::size_t(document.head));
    }
    return document;
}

std::vector<storage::TracedStretch> trace_of(const Room& room) {
    std::vector<storage::TracedStretch> stretches;
    std::size_t at = 0;
    for (const auto& piece : room.merged.woven) {
        const auto length = piece.kept() ? piece.before.to - piece.before.from : piece.text.size();
        if (!piece.kept()) {
            storage::TracedStretch stretch{piece.before.from, piece.before.to, at, at + length, {}};
            for (const auto change : piece.changes) stretch.amendments.push_back(room.pending[room.taken[change]].id);
            stretches.push_back(std::move(stretch));
        }
        at += length;
    }
    return stretches;
}

}  // namespace

http::Reply show_merge(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    return reply_json(room_json(work, at.document, open_room(work, at.document, texts)));
}

http::Reply decide_merge(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto decision = body.name<MergeDecision>("decision");
    const auto ids = body.maybe_numbers("amendments", 5'000);
    if (!ids || ids->empty()) body.refuse("input.missing", "amendments");
    body.done();
    const auto document = lock_room(work, at.document.id, version);
    std::vector<AmendmentId> wanted;
    for (const auto id : *ids) wanted.push_back(AmendmentId{id});
    for (const auto& amendment : storage::find_amendments(work.tx, wanted)) {
        if (amendment.document != document.id || amendment.state == domain::AmendmentState::draft) {
            throw invalid("input.not_a_choice", "amendments");
        }
        if (!domain::is_pending(amendment)) throw conflict("amendment.decided");
        if (decision == MergeDecision::take && amendment.now_change.empty()) throw conflict("amendment.needs_sponsor");
        if (decision == MergeDecision::take_changed && !recommended_wording(work, document, amendment, texts)) {
            throw conflict("amendment.no_wording");
        }
        storage::add_merge_decision(work.tx, document.id, document.head, amendment.id, decision, work.actor.account);
    }
    tell_room(work, document.id);
    return reply_json(room_json(work, document, open_room(work, document, texts)));
}

http::Reply write_by_hand(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto from = body.number("from", 0, 10'000'000);
    const auto to = body.number("to", 0, 10'000'000);
    const auto text = body.maybe_text("text", 0, domain::most_amended);
    body.done();
    const auto document = lock_room(work, at.document.id, version);
    const auto current = text_of_version(work, document, document.head, texts);
    const auto length = std::int64_t(current->source.size());
    const auto splits = [&](std::int64_t place) {
        return place > 0 && place < length && (current->source[std::size_t(place)] & 0xFC00) == 0xDC00;
    };
    if (from > to || to > length || splits(from) || splits(to)) throw invalid("input.out_of_range", "from");
    storage::add_hand_text(work.tx, document.id, document.head, std::size_t(from), std::size_t(to), text,
                           work.actor.account);
    tell_room(work, document.id);
    return reply_json(room_json(work, document, open_room(work, document, texts)));
}

http::Reply make_version(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto note = body.maybe_text("note", 0, 500).value_or("");
    body.done();
    const auto document = lock_room(work, at.document.id, version);
    const auto room = open_room(work, document, texts);
    if (!room.merged.open.empty()) {
        throw conflict_with("merge.open_disputes", "count", room.merged.open.size());
    }
    const auto change = domain::change_of(room.merged.woven);
    if (change.empty()) throw conflict("merge.nothing_taken");
    const int made = document.head + 1;
    for (const auto index : room.taken) {
        storage::decide(work.tx, room.pending[index].id, domain::AmendmentState::adopted, made);
    }
    for (const auto& amendment : room.pending) {
        if (decision_on(room, amendment.id) == MergeDecision::leave) {
            storage::decide(work.tx, amendment.id, domain::AmendmentState::rejected, std::nullopt);
        }
    }
    const auto markdown = to_utf8(domain::text_of(room.merged.woven, room.text->source));
    store_version(work.tx, document, {markdown, note, work.actor.account, false, change}, texts);
    storage::add_trace(work.tx, document.id, made, trace_of(room));
    work.record("merge", "document:" + std::to_string(document.id.value), std::to_string(made));
    const auto topic = "document:" + std::to_string(document.id.value);
    work.tell(topic, "version", document.id.value);
    work.tell(topic, "merge", document.id.value);
    work.tell("process:" + std::to_string(document.process.value), "process", document.process.value);
    return reply_json({{"version", made}, {"adopted", room.taken.size()}}, 201);
}

http::Reply reject_amendment(Work& work, Texts& texts) {
    const auto [amendment, at] = reach_amendment(work, Act::edit, true);
    Body(work.request).done();
    if (!domain::is_pending(amendment)) throw conflict("amendment.decided");
    storage::decide(work.tx, amendment.id, domain::AmendmentState::rejected, std::nullopt);
    work.record("reject", "amendment:" + std::to_string(amendment.id.value));
    tell_amendment(work, amendment);
    return reply_amendment(work, amendment.id, texts);
}

}  // namespace samrad::features
