#include "features/amendments/reached_amendment.hpp"

#include <algorithm>

#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/units.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

ReachedAmendment reach_amendment(Work& work, domain::Act act, bool lock) {
    const auto id = work.id<AmendmentId>("amendment");
    const auto found = storage::find_amendment(work.tx, id);
    if (!found) throw missing();
    const bool foreign_draft = found->state == domain::AmendmentState::draft && found->sponsor.id != work.actor.account;
    auto at = reach_document(work, found->document, domain::Act::read);
    if (foreign_draft) throw missing();
    require(domain::refuse(work.actor, act, at.scope));
    if (!lock) return {*found, std::move(at)};
    at.document = *storage::lock_document(work.tx, at.document.id);
    auto locked = storage::lock_amendment(work.tx, id);
    if (!locked) throw missing();  // a draft that was discarded meanwhile
    return {*std::move(locked), std::move(at)};
}

bool acts_as_sponsor(Work& work, const domain::Amendment& amendment, SpokenUnits* known) {
    if (!work.actor.account) return false;
    if (!amendment.sponsor_unit || amendment.state == domain::AmendmentState::draft) {
        return amendment.sponsor.id == work.actor.account;
    }
    if (domain::units_of(work.actor).empty()) return false;
    SpokenUnits here;
    const auto [place, fresh] = (known ? *known : here).try_emplace(*amendment.sponsor_unit, false);
    if (fresh) {
        place->second =
            !domain::refuse_speaking(work.actor, storage::find_unit(work.tx, *amendment.sponsor_unit)->path);
    }
    return place->second;
}

void require_sponsor(Work& work, const domain::Amendment& amendment) {
    work.require_sign_in();
    if (!acts_as_sponsor(work, amendment)) throw forbidden("amendment.not_yours");
}

bool is_voted_on(Work& work, const domain::Amendment& amendment) {
    const auto found = storage::voting_result(work.tx, amendment.document, amendment.id);
    return found.result != domain::VotingResult::open;
}

Problem naming(Problem problem, const std::vector<domain::Amendment>& culprits) {
    constexpr std::size_t most_named = 20;
    std::string numbers;
    std::string ids;
    for (std::size_t i = 0; i < culprits.size(); ++i) {
        if (i < most_named) numbers += (i == 0 ? "" : ", ") + std::to_string(culprits[i].number);
        ids += (i == 0 ? "" : ",") + std::to_string(culprits[i].id.value);
    }
    problem.facts.emplace_back("count", std::to_string(culprits.size()));
    problem.facts.emplace_back("numbers", numbers);
    problem.facts.emplace_back("amendments", ids);
    return problem;
}

Problem not_pending(const std::vector<domain::Amendment>& gone) {
    const bool withdrawn = std::all_of(gone.begin(), gone.end(), [](const domain::Amendment& one) {
        return one.state == domain::AmendmentState::withdrawn;
    });
    return naming(conflict(withdrawn ? "amendment.withdrawn" : "amendment.decided"), gone);
}

void ask_those_amending(Work& work, const domain::Amendment& amended) {
    auto asked = storage::amending(work.tx, amended.id);
    for (auto& one : asked) {
        one.now_change.clear();
        one.carried = domain::Carriage::needs_sponsor;
    }
    storage::move_amendments(work.tx, asked);
    for (const auto& one : asked) tell_amendment(work, one);
}

void tell_amendment(Work& work, const domain::Amendment& amendment) {
    if (amendment.state == domain::AmendmentState::draft) return;
    work.tell("document:" + std::to_string(amendment.document.value), "amendment", amendment.id.value);
}

}  // namespace samrad::features
