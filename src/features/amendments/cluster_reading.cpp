// Amendments by passage, of amendment_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>

#include "domain/amendment/clusters.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/json.hpp"
#include "storage/amendments.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// A reader is told of this many by name; beyond them the passage itself is what to read.
constexpr std::size_t most_named = 20;

using List = std::vector<std::size_t>;

}  // namespace

http::Reply show_clusters(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), domain::Act::read);
    // Worked out anew for each: a reader asks when the list is opened and when it changes.
    work.limits.take("clusters:" + work.asker(), 60, 120);
    const auto text = text_of_version(work, at.document, at.document.head, texts);
    const auto units = domain::clauses_of(text->source);
    domain::Gathering all(text->source, units);
    std::vector<domain::Amendment> shown;
    for (auto& pending : storage::pending_amendments(work.tx, at.document.id)) {
        const auto change = domain::change_from_json(pending.now_change, text->source.size());
        if (pending.now_change.empty() || !change) continue;
        all.add(*change, pending.whole);
        shown.push_back(std::move(pending));
    }
    const auto named = [&](const List& list) {
        json::array names;
        for (const auto i : list) {
            names.push_back(json::object{{"id", shown[i].id.value}, {"number", shown[i].number}});
        }
        return names;
    };
    json::array clusters;
    for (const auto& cluster : domain::clusters_of(all, text->source)) {
        int from = shown[cluster.front()].line_from;
        int to = shown[cluster.front()].line_to;
        for (const auto i : cluster) {
            from = std::min(from, shown[i].line_from);
            to = std::max(to, shown[i].line_to);
        }
        clusters.push_back(json::object{{"line_from", from}, {"line_to", to}, {"count", cluster.size()}});
    }
    json::object neighbours;
    auto found = domain::neighbours_of(all, text->source, most_named);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        // One that amends another has the words of both: that they meet is no news to anybody.
        for (auto* list : {&found[i].same, &found[i].similar, &found[i].colliding}) {
            std::erase_if(*list, [&](std::size_t other) {
                return shown[other].amends == shown[i].id || shown[i].amends == shown[other].id;
            });
        }
        if (found[i].alone()) continue;
        neighbours[std::to_string(shown[i].id.value)] = json::object{{"same", named(found[i].same)},
                                                                     {"similar", named(found[i].similar)},
                                                                     {"colliding", named(found[i].colliding)}};
    }
    return reply_json(
        {{"version", at.document.head}, {"clusters", std::move(clusters)}, {"neighbours", std::move(neighbours)}});
}

}  // namespace samrad::features
