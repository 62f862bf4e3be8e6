#include "features/amendments/forwarding_trail.hpp"

#include <boost/json.hpp>
#include <optional>

#include "features/reach.hpp"
#include "storage/amendments.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Amendment;

namespace {

// The documents at the other ends, each asked for once.
class Ends {
public:
    explicit Ends(Work& work) : work_(work) {}

    // Null where the actor may not read its document.
    json::value of(const Amendment& amendment) {
        const auto& at = reached(amendment.document);
        if (!at) return nullptr;
        return json::object{{"id", amendment.id.value},
                            {"number", amendment.number},
                            {"state", name_of(amendment.state)},
                            {"changed", amendment.extent == domain::Extent::part},
                            {"document", {{"id", at->document.id.value}, {"title", at->document.title}}},
                            {"unit", {{"id", at->process.unit.value}, {"name", at->process.unit_name}}}};
    }

private:
    const std::optional<ReachedDocument>& reached(DocumentId id) {
        const auto [place, fresh] = found_.try_emplace(id);
        if (!fresh) return place->second;
        try {
            place->second = reach_document(work_, id, domain::Act::read);
        } catch (const Problem&) {  // nothing is told of it
        }
        return place->second;
    }

    Work& work_;
    std::map<DocumentId, std::optional<ReachedDocument>> found_;
};

}  // namespace

std::map<AmendmentId, json::object> forwarding_trails(Work& work, const std::vector<Amendment>& amendments) {
    std::vector<AmendmentId> ids;
    std::vector<AmendmentId> others;
    for (const auto& one : amendments) {
        ids.push_back(one.id);
        if (one.forwarded_from) others.push_back(*one.forwarded_from);
    }
    const auto forwarded = storage::forwarded_as(work.tx, ids);
    for (const auto& [from, as] : forwarded) others.push_back(as);
    std::map<AmendmentId, json::object> trails;
    if (others.empty()) return trails;
    Ends ends(work);
    std::map<AmendmentId, json::value> told;
    for (const auto& one : storage::find_amendments(work.tx, others)) told[one.id] = ends.of(one);
    const auto trail_of = [&](AmendmentId id) -> json::object& {
        return trails.try_emplace(id, json::object{{"from", nullptr}, {"to", json::array{}}}).first->second;
    };
    for (const auto& one : amendments) {
        if (!one.forwarded_from || told.at(*one.forwarded_from).is_null()) continue;
        trail_of(one.id)["from"] = told.at(*one.forwarded_from);
    }
    for (const auto& [from, as] : forwarded) {
        if (!told.at(as).is_null()) trail_of(from)["to"].as_array().push_back(told.at(as));
    }
    return trails;
}

}  // namespace samrad::features
