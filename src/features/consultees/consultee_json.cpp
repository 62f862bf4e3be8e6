#include "features/consultees/consultee_json.hpp"

#include <boost/json.hpp>
#include <map>

namespace samrad::features {

namespace json = boost::json;
using domain::ConsulteeState;

json::object consultee_json(const domain::Consultee& consultee, bool edits) {
    auto state = domain::state_of(consultee);
    if (!edits && state == ConsulteeState::opened) state = ConsulteeState::sent;
    json::value waiver = nullptr;
    if (consultee.waived) {
        waiver = json::object{
            {"reason", consultee.waiver_reason}, {"by", consultee.waived_by}, {"at", to_iso(*consultee.waived)}};
    }
    json::object object{{"id", consultee.id.value},
                        {"unit", consultee.unit ? json::value(consultee.unit->value) : nullptr},
                        {"name", consultee.name},
                        {"state", name_of(state)},
                        {"must_be_heard", consultee.must_be_heard},
                        {"sent", time_json(consultee.sent)},
                        {"answered", time_json(consultee.heard)},
                        {"declined", time_json(consultee.declined)},
                        {"word", consultee.declined_word},
                        {"waiver", std::move(waiver)}};
    if (edits) {
        object["email"] = consultee.email;
        object["opened"] = time_json(consultee.opened);
        object["reminded"] = time_json(consultee.reminded);
    }
    return object;
}

json::object consultees_json(const std::vector<domain::Consultee>& consultees, bool edits) {
    json::array items;
    std::map<ConsulteeState, int> counts;
    int awaited = 0;
    for (const auto& consultee : consultees) {
        if (!edits && !consultee.sent && !consultee.must_be_heard) continue;
        items.push_back(consultee_json(consultee, edits));
        auto state = domain::state_of(consultee);
        if (!edits && state == ConsulteeState::opened) state = ConsulteeState::sent;
        ++counts[state];
        awaited += domain::is_awaited(consultee);
    }
    json::object told{{"awaited", awaited}};
    for (const auto state : {ConsulteeState::unsent, ConsulteeState::sent, ConsulteeState::opened,
                             ConsulteeState::declined, ConsulteeState::answered}) {
        told[name_of(state)] = counts[state];
    }
    return {{"items", std::move(items)}, {"next", nullptr}, {"counts", std::move(told)}};
}

}  // namespace samrad::features
