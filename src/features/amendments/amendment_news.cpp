#include "features/amendments/amendment_news.hpp"

#include <boost/json.hpp>
#include <set>

#include "domain/text/change_json.hpp"
#include "domain/text/gathering.hpp"
#include "features/body.hpp"
#include "storage/amendment_news.hpp"
#include "storage/amendments.hpp"

namespace samrad::features {

void keep_collisions(Work& work, const domain::Document& document, const std::vector<AmendmentId>& said, Texts& texts) {
    const auto text = text_of_version(work, document, document.head, texts);
    const auto units = domain::clauses_of(text->source);
    domain::Gathering all(text->source, units);
    std::vector<domain::Amendment> pending;
    for (auto& one : storage::pending_amendments(work.tx, document.id)) {
        const auto change = domain::change_from_json(one.now_change, text->source.size());
        if (one.now_change.empty() || one.now_version != document.head || !change) continue;
        all.add(*change, one.whole);
        pending.push_back(std::move(one));
    }
    std::set<AmendmentId> later(said.begin(), said.end());
    for (std::size_t i = 0; i < pending.size(); ++i) {
        const auto& one = pending[i];
        if (!later.contains(one.id)) continue;
        std::vector<AmendmentId> before, met;
        for (const auto& meeting : all.meetings_of(i)) {
            const auto& other = pending[meeting.b];
            // Of two that came in one act the one with the higher number came later.
            const bool was_there = !later.contains(other.id) || other.number < one.number;
            if (other.amends == one.id || one.amends == other.id) continue;
            met.push_back(other.id);
            if (was_there) before.push_back(other.id);
        }
        storage::keep_collisions(work.tx, one.id, before, met);
    }
}

http::Reply see_collisions(Work& work) {
    work.require_sign_in();
    Body(work.request).done();
    storage::see_collisions(work.tx, work.actor.account, domain::units_spoken_for(work.actor), most_named);
    return http::Reply::nothing();
}

}  // namespace samrad::features
