#include "features/amendments/voting_list.hpp"

#include <boost/json.hpp>
#include <set>

#include "domain/amendment/amending.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/merge_room.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "storage/amendments.hpp"
#include "storage/recommendations.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::VotingResult;

namespace {

std::optional<domain::Change> change_on(const Text& text, const domain::Amendment& amendment, int version) {
    if (amendment.now_change.empty() || amendment.now_version != version) return std::nullopt;
    const auto read = domain::change_from_json(amendment.now_change, text.source.size());
    if (!read) return std::nullopt;
    return *read;
}

std::vector<domain::Contender> contenders_of(const VotingList& list, int version) {
    const domain::Chapters chapters(list.text->blocks);
    std::vector<domain::Contender> contenders;
    for (const auto& amendment : list.pending) {
        contenders.push_back({amendment.number,
                              chapters.of_line(amendment.line_from),
                              amendment.line_from,
                              amendment.amends ? std::nullopt : change_on(*list.text, amendment, version),
                              {},
                              {},
                              amendment.whole});
        if (!amendment.amends) continue;
        const auto amended = list.index_of.find(*amendment.amends);
        if (amended == list.index_of.end()) {
            contenders.back().change = change_on(*list.text, amendment, version);
        } else {
            contenders.back().amends = amended->second;
        }
    }
    for (const auto& one : list.recommendations) {
        if (one.verdict != domain::Verdict::covered || !one.covered_by || one.outdated) continue;
        const auto covering = list.index_of.find(*one.covered_by);
        if (covering == list.index_of.end()) continue;
        contenders[list.index_of.at(one.amendment)].covered_by.push_back(covering->second);
    }
    return contenders;
}

// An amendment that says the same as one that is decided, and came later, is a vote of its own.
std::vector<domain::VotingItem> parted(const VotingList& list, const std::vector<domain::VotingItem>& items) {
    std::vector<domain::VotingItem> all;
    for (const auto& item : items) {
        auto open = item;
        auto done = item;
        std::erase_if(open.contenders, [&](std::size_t i) { return list.result_of(i) != VotingResult::open; });
        std::erase_if(done.contenders, [&](std::size_t i) { return list.result_of(i) == VotingResult::open; });
        if (!done.contenders.empty()) all.push_back(std::move(done));
        if (!open.contenders.empty()) all.push_back(std::move(open));
    }
    return all;
}

std::optional<domain::Change> change_as(Work& work, const domain::Document& document, const VotingList& list,
                                        std::size_t contender, VotingResult result, Texts& texts) {
    const auto& amendment = list.pending[contender];
    if (result == VotingResult::adopted_changed) return recommended_wording(work, document, amendment, texts);
    return change_on(*list.text, amendment, document.head);
}

}  // namespace

VotingResult VotingList::result_of(std::size_t contender) const {
    const auto found = results.find(pending[contender].id);
    return found == results.end() ? VotingResult::open : found->second.result;
}

const domain::VotingItem& VotingList::item_of(std::size_t contender) const {
    const auto has = [&](const domain::VotingItem& item) {
        return std::find(item.contenders.begin(), item.contenders.end(), contender) != item.contenders.end();
    };
    return *std::find_if(items.begin(), items.end(), has);
}

VotingList open_voting_list(Work& work, const domain::Document& document, Texts& texts) {
    VotingList list;
    list.document = document.id;
    list.text = text_of_version(work, document, document.head, texts);
    list.pending = storage::pending_amendments(work.tx, document.id);
    list.results = storage::voting_results(work.tx, document.id);
    std::set<AmendmentId> before;
    for (const auto& one : list.pending) before.insert(one.id);
    // What waits for supporters is not voted on yet; what was voted on stays.
    std::erase_if(list.pending, [&](const domain::Amendment& one) {
        const auto found = list.results.find(one.id);
        const bool voted = found != list.results.end() && found->second.result != VotingResult::open;
        return !voted && domain::refuse_taking_up(one);
    });
    // Nor is one that amends such a one.
    std::set<AmendmentId> listed;
    for (const auto& one : list.pending) listed.insert(one.id);
    std::erase_if(list.pending, [&](const domain::Amendment& one) {
        return one.amends && before.contains(*one.amends) && !listed.contains(*one.amends);
    });
    std::vector<AmendmentId> ids;
    for (const auto& amendment : list.pending) {
        list.index_of[amendment.id] = ids.size();
        ids.push_back(amendment.id);
    }
    list.recommendations = storage::published_recommendations(work.tx, ids);
    list.put = storage::voting_order(work.tx, document.id, document.head);
    list.rule = std::make_unique<domain::VotingOrder>(list.text->source, contenders_of(list, document.head));
    std::vector<std::size_t> put;
    for (const auto id : list.put.amendments) {
        const auto found = list.index_of.find(id);
        if (found != list.index_of.end()) put.push_back(found->second);
    }
    list.items = parted(list, domain::arranged(list.rule->items(), put));
    return list;
}

domain::Consequence consequence_of(Work& work, const domain::Document& document, const VotingList& list,
                                   std::size_t contender, VotingResult result, Texts& texts) {
    domain::Consequence consequence;
    if (domain::is_adoption(result)) {
        const auto wording = result == VotingResult::adopted_changed
                                 ? recommended_wording(work, document, list.pending[contender], texts)
                                 : std::nullopt;
        consequence = list.rule->if_adopted(contender, wording);
        std::erase_if(consequence.along, [&](std::size_t i) { return list.result_of(i) != VotingResult::open; });
        std::erase_if(consequence.falls,
                      [&](const domain::Fall& fall) { return list.result_of(fall.contender) != VotingResult::open; });
    } else if (result == VotingResult::rejected) {
        consequence.along = list.item_of(contender).contenders;
        std::erase(consequence.along, contender);
        auto gone = consequence.along;
        gone.push_back(contender);
        for (const auto one : gone) {
            for (const auto i : list.rule->amending(one)) {
                if (list.result_of(i) != VotingResult::open) continue;
                consequence.falls.push_back({i, domain::FallReason::amends});
            }
        }
    }
    return consequence;
}

json::object supposed_text_json(Work& work, const domain::Document& document, const VotingList& list,
                                std::size_t contender, VotingResult result, const domain::Consequence& consequence,
                                Texts& texts) {
    Room room;
    room.text = list.text;
    room.pending = list.pending;
    std::vector<domain::Change> changes;
    std::map<std::size_t, domain::MergeDecision> adopted;
    const auto suppose = [&](std::size_t i, VotingResult as) {
        if (domain::is_adoption(as)) adopted[i] = domain::decision_of(as);
    };
    for (std::size_t i = 0; i < list.pending.size(); ++i) suppose(i, list.result_of(i));
    suppose(contender, result);
    if (const auto amended = list.pending[contender].amends; amended && list.index_of.contains(*amended)) {
        adopted.try_emplace(list.index_of.at(*amended), domain::MergeDecision::take);  // what it would then say
    }
    const auto standing = domain::standing(list.pending, adopted);
    const auto take = [&](std::size_t i, VotingResult as) {
        if (!domain::is_adoption(as)) return;
        if (adopted.contains(i) && std::find(standing.begin(), standing.end(), i) == standing.end()) return;
        if (auto change = change_as(work, document, list, i, as, texts)) {
            if (list.pending[i].whole) room.whole.push_back(changes.size());
            changes.push_back(*std::move(change));
            room.taken.push_back(i);
        }
    };
    for (std::size_t i = 0; i < list.pending.size(); ++i) {
        if (i != contender) take(i, list.result_of(i));
    }
    const auto before = room.taken.size();
    take(contender, result);
    for (const auto i : consequence.along)
        take(i, result == VotingResult::adopted_changed ? VotingResult::adopted : result);
    room.merged = domain::merge_all(room.text->source, changes, {}, room.whole);
    // Of all that the text would be, what this vote has a part in.
    const auto is_new = [&](const json::value& piece) {
        const auto* names = piece.as_object().if_contains("amendments");
        if (!names) return false;
        for (auto i = before; i < room.taken.size(); ++i) {
            const json::value id(list.pending[room.taken[i]].id.value);
            const auto& all = names->as_array();
            if (std::find(all.begin(), all.end(), id) != all.end()) return true;
        }
        return false;
    };
    json::array blocks;
    for (auto& block : changed_blocks(room)) {
        const auto& pieces = block.at("pieces").as_array();
        if (std::any_of(pieces.begin(), pieces.end(), is_new)) blocks.push_back(std::move(block));
    }
    std::vector<domain::Dispute> disputes;
    for (const auto& dispute : room.merged.open) {
        const auto last = *std::max_element(dispute.changes.begin(), dispute.changes.end());
        if (last >= before) disputes.push_back(dispute);
    }
    return {{"blocks", std::move(blocks)}, {"disputes", disputes_json(room, disputes, false)}};
}

}  // namespace samrad::features
