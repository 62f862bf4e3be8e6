// The voting list as JSON, see voting_list.hpp.
#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "base/utf8.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/decided.hpp"
#include "features/amendments/voting_list.hpp"
#include "storage/amendments.hpp"
#include "storage/people.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

json::value sort_of(const VotingList& list, const domain::Amendment& amendment) {
    if (amendment.now_change.empty()) return nullptr;
    const auto change = domain::change_from_json(amendment.now_change, list.text->source.size());
    if (!change) return nullptr;
    return json::value(name_of(domain::sort_of(*change, list.text->source)));
}

json::object item_json(const VotingList& list, const domain::VotingItem& item,
                       const std::map<AmendmentId, json::array>& recommended) {
    const auto& first = list.pending[item.contenders.front()];
    json::array same;
    for (std::size_t i = 1; i < item.contenders.size(); ++i) {
        const auto& other = list.pending[item.contenders[i]];
        same.push_back(json::object{{"id", other.id.value}, {"number", other.number}});
    }
    const auto said = recommended.find(first.id);
    return {{"amendment", first.id.value},
            {"number", first.number},
            {"same", std::move(same)},
            {"group", item.group == 0 ? json::value(nullptr) : json::value(item.group)},
            {"chapter", item.chapter},
            {"kind", name_of(first.kind)},
            {"sort", sort_of(list, first)},
            {"instruction", first.instruction},
            {"sponsor", person_json(first.sponsor)},
            {"sponsor_unit", first.sponsor_unit_name},
            {"line_from", first.line_from},
            {"line_to", first.line_to},
            {"carried", name_of(first.carried)},
            {"recommendations", said == recommended.end() ? json::array{} : said->second}};
}

json::array versions_json(Work& work, DocumentId document) {
    json::array versions;
    for (const auto version : storage::voted_versions(work.tx, document)) versions.push_back(version);
    return versions;
}

constexpr int longest_log = 200;

}  // namespace

json::array results_json(storage::Transaction& tx, const std::vector<storage::StoredResult>& results) {
    std::set<AccountId> people;
    std::set<AmendmentId> named;
    for (const auto& one : results) {
        people.insert(one.author);
        named.insert(one.amendment);
        if (one.because_of) named.insert(*one.because_of);
    }
    const auto found = storage::find_people(tx, people);
    std::map<AmendmentId, int> numbers;
    for (const auto& one : storage::find_amendments(tx, {named.begin(), named.end()})) numbers[one.id] = one.number;
    json::array list;
    for (const auto& one : results) {
        list.push_back(
            json::object{{"id", one.id},
                         {"amendment", one.amendment.value},
                         {"number", numbers[one.amendment]},
                         {"version", one.version},
                         {"result", name_of(one.result)},
                         {"because_of", one.because_of ? json::value(json::object{{"id", one.because_of->value},
                                                                                  {"number", numbers[*one.because_of]}})
                                                       : json::value(nullptr)},
                         {"votes", votes_json(one.votes)},
                         {"ballot", one.ballot ? json::value(one.ballot->value) : json::value(nullptr)},
                         {"by", person_json(found.at(one.author))},
                         {"at", to_iso(one.at)}});
    }
    return list;
}

json::object voting_list_json(Work& work, const domain::Document& document, const VotingList& list) {
    std::map<AmendmentId, json::array> recommended;
    for (const auto& one : list.recommendations) {
        recommended[one.amendment].push_back(json::object{{"unit", one.unit_name},
                                                          {"verdict", name_of(one.verdict)},
                                                          {"has_wording", !one.change.empty() && !one.outdated},
                                                          {"outdated", one.outdated}});
    }
    json::array items;
    for (const auto& item : list.items) items.push_back(item_json(list, item, recommended));
    json::array titles;
    const domain::Chapters chapters(list.text->blocks);
    for (const auto& title : chapters.titles()) titles.push_back(json::value(to_utf8(title)));
    std::vector<storage::StoredResult> results;
    for (const auto& [id, one] : list.results) {
        if (list.index_of.contains(id) && one.result != domain::VotingResult::open) results.push_back(one);
    }
    return {{"version", document.head},
            {"order", list.put.number},
            {"by_rule", list.put.amendments.empty()},
            {"chapters", std::move(titles)},
            {"items", std::move(items)},
            {"results", results_json(work.tx, results)},
            {"log", results_json(work.tx, storage::voting_log(work.tx, document.id, document.head, longest_log))},
            {"versions", versions_json(work, document.id)}};
}

json::object voted_list_json(Work& work, const domain::Document& document, int version) {
    return {{"version", version},
            {"order", 0},
            {"by_rule", true},
            {"chapters", json::array{}},
            {"items", json::array{}},
            {"results", json::array{}},
            {"log", results_json(work.tx, storage::voting_log(work.tx, document.id, version, 5'000))},
            {"versions", versions_json(work, document.id)}};
}

}  // namespace samrad::features
