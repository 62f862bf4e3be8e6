// "Why is this here?", of amendment_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/query.hpp"
#include "storage/amendments.hpp"
#include "storage/comments.hpp"
#include "storage/documents.hpp"
#include "storage/merges.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;

namespace {

// What is asked about, in the source: the block's own words, or those that ?from and ?to mark in what a reader sees.
domain::Range asked_range(Work& work, const Text& text, const domain::Block& block) {
    const auto from = number_in(work, "from", 10'000'000);
    const auto to = number_in(work, "to", 10'000'000);
    if (to > 0) {
        const domain::Range seen{std::size_t(from), std::size_t(to)};
        if (from >= to || seen.to > block.visible.size()) throw invalid("input.out_of_range", "to");
        if (const auto found = domain::to_source(text.source, block, seen)) return *found;
        throw invalid("input.out_of_range", "from");
    }
    auto end = block.to;
    while (end > block.from && text.source[end - 1] == u'\n') --end;
    return {block.from, end};
}

}  // namespace

// From a block of a version back through the versions: each that changed its words, and what brought the change.
http::Reply show_origin(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    int number = number_in(work, "version", 1'000'000);
    if (number == 0) number = at.document.head;
    const auto text = text_of_version(work, at.document, number, texts);
    const auto* block = text->block(parameter(work, "block"));
    if (!block) throw invalid("amendment.no_such_block", "block");
    auto [from, to] = asked_range(work, *text, *block);
    json::array chain;
    for (; number >= 1; --number) {
        const auto notes = storage::list_versions(work.tx, at.document.id, number + 1, 1);
        const auto stored = number > 1 ? storage::find_step(work.tx, at.document.id, number) : std::nullopt;
        bool touched = number == 1;
        std::size_t old_from = from;
        std::size_t old_to = to;
        if (stored) {
            const auto before = text_of_version(work, at.document, number - 1, texts);
            const auto change = require(domain::change_from_json(stored->change, before->source.size()));
            const auto back = domain::invert(change, before->source);
            for (const auto& range : domain::changed_ranges(change)) {
                touched = touched || (range.from_b < to && range.to_b > from) ||
                          (range.from_b == range.to_b && range.from_b > from && range.from_b <= to);
            }
            old_from = domain::map_position(back, from, 1);
            old_to = std::max(old_from, domain::map_position(back, to, -1));
        }
        if (touched) {
            std::set<AmendmentId> ids;
            for (const auto& stretch : storage::trace_of(work.tx, at.document.id, number, from, to)) {
                const bool at_the_end = stretch.new_from == to && stretch.new_to == to;  // words that went from there
                if (stretch.new_from < to || stretch.new_from == from || at_the_end) {
                    ids.insert(stretch.amendments.begin(), stretch.amendments.end());
                }
            }
            const std::vector<AmendmentId> listed(ids.begin(), ids.end());
            const auto amendments = storage::find_amendments(work.tx, listed);
            chain.push_back(json::object{
                {"version", number},
                {"note", notes.empty() ? "" : notes.front().note},
                {"author", notes.empty() ? json::value(nullptr) : json::value(person_json(notes.front().author))},
                {"at", notes.empty() ? json::value(nullptr) : json::value(to_iso(notes.front().at))},
                {"amendments", amendments_json(work.tx, amendments, texts)}});
        }
        // Words that this version put in have nothing before it.
        if (stored && old_from == old_to) break;
        from = old_from;
        to = old_to;
    }
    return reply_json({{"block", parameter(work, "block")}, {"chain", std::move(chain)}});
}

}  // namespace samrad::features
