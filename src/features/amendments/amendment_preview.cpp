// What an amendment would be, before it is stored: that part of amendment_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "base/utf8.hpp"
#include "domain/amendment/clusters.hpp"
#include "domain/amendment/disputed_words.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/gathering.hpp"
#include "domain/text/structure.hpp"
#include "domain/text/touched_lines.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "storage/amendments.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;

namespace {

// Of thousands on one sentence so many are named, and the others counted.
constexpr std::size_t most_named = 50;

constexpr std::size_t most_passages = 3;  // of those on which two disagree

json::object named(const domain::Amendment& amendment) {
    return {{"id", amendment.id.value},
            {"number", amendment.number},
            {"line_from", amendment.line_from},
            {"line_to", amendment.line_to},
            {"sponsor", person_json(amendment.sponsor)}};
}

json::array disputed_json(const std::vector<domain::DisputedWords>& disputed) {
    json::array list;
    for (const auto& one : disputed)
        list.push_back(json::object{{"words", to_utf8(one.words)}, {"behind", one.behind}});
    return list;
}

// Which of the pending amendments say just the same as a change of the newest version or much alike, which else collide
// with it, and which touch its lines and can be taken with it. Of each that collides on which words it does.
void add_neighbours(json::object& object, Work& work, const Text& text, const domain::Change& change,
                    const domain::Amendment& asked) {
    const auto units = domain::clauses_of(text.source);
    domain::Gathering all(text.source, units);
    std::vector<domain::Amendment> others;
    for (auto& pending : storage::pending_amendments(work.tx, asked.document)) {
        if (pending.id == asked.amends) continue;  // the one that it amends is meant, not met
        const auto read = domain::change_from_json(pending.now_change, text.source.size());
        if (pending.now_change.empty() || !read) continue;
        all.add(*read, pending.whole);
        others.push_back(std::move(pending));
    }
    all.add(change, asked.whole);
    const std::size_t mine = others.size();
    // A move touches the lines where it takes and where it puts, and none of those between.
    const auto runs_of = [&](const domain::Change& of) {
        return domain::touched_runs(of, text.source, text.blocks, text.line_width);
    };
    const auto own_runs = runs_of(change);
    const auto beside = [&](const domain::Amendment& other) {
        if (other.line_from == 0 || !domain::meet({{other.line_from, other.line_to}}, own_runs)) return false;
        return domain::meet(runs_of(*domain::change_from_json(other.now_change, text.source.size())), own_runs);
    };
    const auto alike = domain::alike_of(all, mine, text.source);
    const auto is_in = [](const std::vector<std::size_t>& list, std::size_t i) {
        return std::binary_search(list.begin(), list.end(), i);
    };
    std::map<std::size_t, std::vector<domain::Meeting>> colliding;
    for (const auto& meeting : all.meetings_of(mine)) colliding[meeting.b].push_back(meeting);
    struct {
        const char* name;
        json::array list;
        std::size_t count = 0;
    } kinds[] = {{"same", {}}, {"similar", {}}, {"colliding", {}}, {"beside", {}}};
    for (std::size_t i = 0; i < others.size(); ++i) {
        const auto& other = others[i];
        const auto which = is_in(alike.same, i)      ? 0
                           : is_in(alike.similar, i) ? 1
                           : colliding.contains(i)   ? 2
                           : beside(other)           ? 3
                                                     : -1;
        if (which < 0) continue;
        auto& kind = kinds[which];
        if (++kind.count > most_named) continue;
        auto one = named(other);
        const auto met = colliding.find(i);
        one["collides"] = met != colliding.end();
        one["disputed"] = json::array{};
        if (met != colliding.end()) {
            one["disputed"] =
                disputed_json(domain::disputed_words(all, met->second, text.source, units, most_passages));
        }
        kind.list.push_back(std::move(one));
    }
    for (auto& kind : kinds) {
        object[kind.name] = std::move(kind.list);
        object[std::string(kind.name) + "_count"] = kind.count;
    }
}

// What it would break of the text's shape, each with the line where one sees it.
json::array warnings_json(const Text& text, const domain::Change& change) {
    const auto after = require(change.apply(text.source));
    const auto blocks = domain::read_blocks(to_utf8(after), text.line_width);
    json::array warnings;
    for (const auto& broken : domain::broken_by(change, text.source, text.blocks, after, blocks)) {
        warnings.push_back(json::object{{"what", name_of(broken.what)}, {"line", broken.line}});
    }
    return warnings;
}

}  // namespace

// Who has to support it before a body takes it up; null where nobody has to.
json::value needs_json(const domain::AmendmentRules& rules, const domain::Amendment& amendment) {
    if (amendment.sponsor_unit || (rules.supporters_needed == 0 && rules.supporter_units_needed == 0)) return nullptr;
    json::array units;
    for (const auto& unit : rules.supporters_units) units.push_back(json::string(unit.name));
    return json::object{{"supporters", rules.supporters_needed},
                        {"from", name_of(rules.supporters_from)},
                        {"units", std::move(units)},
                        {"different_units", rules.supporter_units_needed}};
}

json::value refusal_json(Work& work, const ReachedDocument& at, domain::Amendment amendment) {
    if (!work.actor.signed_in()) return nullptr;
    amendment.sponsor.id = work.actor.account;
    const auto refused = refuse_submitting(work, at, amendment);
    if (!refused) return nullptr;
    json::object facts;
    for (const auto& [name, value] : refused->facts) facts[name] = value;
    return json::object{{"code", refused->code}, {"facts", std::move(facts)}};
}

http::Reply preview_amendment(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    work.require_sign_in();
    work.limits.take("preview:" + std::to_string(work.actor.account.value), 120, 30);
    Body body(work.request);
    const auto amendment = read_amendment(work, body, at, texts);
    read_answered(work, body, at);
    body.done();
    json::object object{{"line_from", amendment.line_from},
                        {"line_to", amendment.line_to},
                        {"carried", name_of(amendment.carried)},
                        {"difference", json::array{}},
                        {"sort", nullptr},
                        {"warnings", json::array{}},
                        {"needs", needs_json(at.process.amendments, amendment)},
                        {"refusal", refusal_json(work, at, amendment)}};
    for (const auto* kind : {"same", "similar", "colliding", "beside"}) {
        object[kind] = json::array{};
        object[std::string(kind) + "_count"] = 0;
    }
    if (amendment.kind == domain::AmendmentKind::text && !amendment.now_change.empty()) {
        const auto text = text_of_version(work, at.document, amendment.now_version, texts);
        const auto change = require(domain::change_from_json(amendment.now_change, text->source.size()));
        object["difference"] = difference_of(amendment, *text, change);
        object["sort"] = name_of(domain::sort_of(change, text->source));
        object["warnings"] = warnings_json(*text, change);
        add_neighbours(object, work, *text, change, amendment);
    }
    return reply_json(object);
}

}  // namespace samrad::features
