// Amendments for programs, in the words of the protocol: that part of amendment_paper.hpp.
#include <boost/json.hpp>

#include "features/amendments/amendment_paper.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

using std::string;

json::value number_or_null(const std::optional<int>& number) {
    return number ? json::value(*number) : json::value(nullptr);
}

json::object recommendation_of(const ToldRecommendation& one) {
    json::array dissents;
    for (const auto& dissent : one.dissents) {
        dissents.push_back(json::object{{"names", dissent.names}, {"text", dissent.text}});
    }
    const auto& said = one.recommendation;
    return {{"unit", said.unit_name},
            {"verdict", name_of(said.verdict)},
            {"reason", said.reason},
            {"new_words", one.new_words},
            {"outdated", said.outdated},
            {"about", one.about},
            {"votes", json::object{{"for", number_or_null(said.votes_for)},
                                   {"against", number_or_null(said.votes_against)},
                                   {"abstain", number_or_null(said.votes_abstain)}}},
            {"refer_to", one.refer_to},
            {"covered_by", one.covered_by_number > 0 ? json::value(one.covered_by_number) : json::value(nullptr)},
            {"dissents", std::move(dissents)}};
}

// As the amendment's own JSON has it, with names and numbers in the place of what only we know.
json::object decision_of(const Decided& decided) {
    const auto number = [](const std::optional<Decided::Cause>& cause) {
        return cause ? json::value(cause->number) : json::value(nullptr);
    };
    auto told = decided_json(decided);
    told["by"] = decided.by_name;
    told["because_of"] = number(decided.because_of);
    told["lost_to"] = number(decided.lost_to);
    return told;
}

json::object item_of(const ToldAmendment& told) {
    const auto& amendment = told.amendment;
    json::array recommendations;
    for (const auto& one : told.recommendations) recommendations.push_back(recommendation_of(one));
    json::array cosponsors;
    for (const auto& name : told.cosponsors) cosponsors.push_back(json::string(name));
    return {{"number", amendment.number},
            {"state", name_of(amendment.state)},
            {"kind", name_of(amendment.kind)},
            {"sort", told.sort ? json::value(name_of(*told.sort)) : json::value(nullptr)},
            {"version", told.version},
            {"line_from", told.line_from},
            {"line_to", told.line_to},
            {"old_words", told.old_words},
            {"new_words", told.new_words},
            {"instruction", amendment.instruction},
            {"reason", amendment.reason},
            {"sponsor", amendment.sponsor.name},
            {"unit", amendment.sponsor_unit_name},
            {"cosponsors", std::move(cosponsors)},
            {"supports", amendment.supports},
            {"submitted", to_iso(amendment.submitted.value_or(amendment.at))},
            {"decided", told.decided ? json::value(decision_of(*told.decided)) : json::value(nullptr)},
            {"recommendations", std::move(recommendations)}};
}

}  // namespace

string json_of(const std::vector<ToldAmendment>& told, const domain::Document& document, Time now) {
    // Item by item: a tree of all of them would take several times the text.
    const json::object about{{"id", document.id.value}, {"title", document.title}, {"version", document.head}};
    string out = R"({"document":)" + json::serialize(about) + R"(,"exported":")" + to_iso(now) + R"(","items":[)";
    for (std::size_t i = 0; i < told.size(); ++i) out += (i > 0 ? "," : "") + json::serialize(item_of(told[i]));
    return out + "]}";
}

}  // namespace samrad::features
