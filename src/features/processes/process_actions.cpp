#include "features/processes/process_actions.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/process_news.hpp"
#include "features/processes/amendment_rules_body.hpp"
#include "features/processes/process_json.hpp"
#include "features/query.hpp"
#include "features/reach.hpp"
#include "features/texts.hpp"
#include "storage/ballots.hpp"
#include "storage/consultees.hpp"
#include "storage/documents.hpp"
#include "storage/events.hpp"
#include "storage/needs.hpp"
#include "storage/processes.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// Stages as sent: [{"id"?:8,"title":"…","kind":"discussing","starts":time|null}].
std::optional<std::vector<domain::Stage>> read_stages(Body& body) {
    auto items = body.maybe_objects("stages", 20);
    if (!items) return std::nullopt;
    std::vector<domain::Stage> stages;
    for (auto& item : *items) {
        const StageId id{item.maybe_number("id", 1, INT64_MAX).value_or(0)};
        auto title = item.line("title", 100);
        const auto kind = item.name<domain::StageKind>("kind");
        stages.push_back({id, std::move(title), kind, item.maybe_time("starts")});
        item.done();
    }
    require(domain::check_stages(stages));
    return stages;
}

std::vector<UnitId> read_units(Work& work, Body& body) {
    std::vector<UnitId> units;
    for (const auto number : body.maybe_numbers("units", 1000).value_or(std::vector<std::int64_t>{})) {
        units.push_back(UnitId{number});
    }
    for (const auto unit : units) {
        if (!storage::find_unit(work.tx, unit)) body.refuse("input.not_a_choice", "units");
    }
    return units;
}

void check_audience(const domain::Process& process) {
    if (process.audience == domain::Audience::units && process.named_units.empty()) {
        throw invalid("process.units_missing", "units");
    }
}

// An audience that leaves out electors of an open ballot would take their votes from them.
void require_electors(Work& work, const domain::Process& process) {
    const auto scope = domain::scope_of(process, work.now);
    for (const auto& path : storage::paths_of_voting_units(work.tx, process.id)) {
        if (!domain::is_for(scope, path)) throw conflict("process.ballot_open");
    }
}

// Those that need the reader first, then those where something is open, then by the time left, newest last resort.
void sort_for_reading(std::vector<json::object>& processes) {
    const auto rank = [](const json::object& process) {
        if (!process.at("needs_you").as_array().empty()) return 0;
        const auto& stage = process.at("stage");
        if (stage.is_null()) return 3;
        const auto& kind = stage.as_object().at("kind").as_string();
        return kind == "discussing" || kind == "voting" ? 1 : kind == "reading" ? 2 : 3;
    };
    const auto change = [](const json::object& process) {
        const auto& next = process.at("next_change");
        return next.is_null() ? std::string("9") : std::string(next.as_string());
    };
    std::stable_sort(processes.begin(), processes.end(), [&](const json::object& a, const json::object& b) {
        return std::pair(rank(a), change(a)) < std::pair(rank(b), change(b));
    });
}

json::array needs_json(const domain::Process& process, const domain::Scope& scope, const domain::Actor& actor,
                       const storage::Needs& needs) {
    json::array list;
    if (needs.to_vote.contains(process.id)) list.push_back("vote");
    if (needs.to_answer.contains(process.id)) list.push_back("amendment");
    if (needs.to_support.contains(process.id)) list.push_back("support");
    if (needs.collided.contains(process.id)) list.push_back("collision");
    if (domain::may(actor, domain::Act::comment, scope) && !needs.commented.contains(process.id)) {
        list.push_back("comment");
    }
    return list;
}

}  // namespace

json::object processes_for(Work& work, std::int64_t after, int limit, UnitId unit) {
    std::vector<domain::Process> seen;
    ProcessId cursor{after};
    bool more = true;
    while (more && int(seen.size()) < limit) {
        auto batch = storage::list_processes(work.tx, cursor, 100, unit);
        more = batch.size() == 100;
        for (auto& process : batch) {
            cursor = process.id;
            if (!domain::may(work.actor, domain::Act::read, domain::scope_of(process, work.now))) continue;
            seen.push_back(std::move(process));
            if (int(seen.size()) == limit) {
                more = true;
                break;
            }
        }
    }
    std::vector<ProcessId> ids;
    for (const auto& process : seen) ids.push_back(process.id);
    const auto documents = storage::documents_of(work.tx, ids);
    const auto needs = work.actor.signed_in()
                           ? storage::find_needs(work.tx, work.actor.account, domain::units_spoken_for(work.actor), ids)
                           : storage::Needs{};
    std::vector<json::object> items;
    for (const auto& process : seen) {
        const auto scope = domain::scope_of(process, work.now);
        items.push_back(process_json(process, scope, work.actor, documents, work.now));
        items.back()["needs_you"] = needs_json(process, scope, work.actor, needs);
    }
    sort_for_reading(items);
    return page_json(json::array(items.begin(), items.end()),
                     more && !seen.empty() ? std::optional(cursor.value) : std::nullopt);
}

json::object process_for(Work& work, ProcessId id, const BallotsOfProcess& ballots) {
    // The head first: who listens from there on has a change twice rather than never.
    const auto last_event = storage::event_head(work.tx, "process:" + std::to_string(id.value));
    const auto [process, scope] = reach_process(work, id, domain::Act::read);
    auto object = process_json(process, scope, work.actor, storage::documents_of(work.tx, {id}), work.now);
    object["last_event"] = last_event;
    object["fingerprint"] = settings_fingerprint(process);
    if (work.actor.signed_in()) {
        object["needs_you"] =
            needs_json(process, scope, work.actor,
                       storage::find_needs(work.tx, work.actor.account, domain::units_spoken_for(work.actor), {id}));
    }
    object["ballots"] = ballots(work, id);
    object["hearing"] = hearing_json(process, storage::required_consultees(work.tx, id), work.now);
    return object;
}

http::Reply list_processes(Work& work) {
    const auto& request = work.request;
    return reply_json(processes_for(work, page_cursor(request), page_limit(request), page_unit(request)));
}

http::Reply show_process(Work& work, const BallotsOfProcess& ballots) {
    return reply_json(process_for(work, work.id<ProcessId>("process"), ballots));
}

http::Reply begin_process(Work& work, const BallotsOfProcess& ballots) {
    const auto unit = storage::find_unit(work.tx, work.id<UnitId>("unit"));
    if (!unit) throw missing();
    require(domain::refuse_new_process(work.actor, unit->path));
    Body body(work.request);
    domain::Process process;
    process.unit = unit->id;
    process.title = body.line("title", 200);
    process.description = body.maybe_text("description", 0, 5000).value_or("");
    require(check_passage(process.description, "description"));
    process.audience = body.name<domain::Audience>("audience");
    process.named_units = read_units(work, body);
    process.admits_participants = body.maybe_flag("admits_participants").value_or(false);
    read_amendment_rules(work, body, process.amendments);
    const auto stages = read_stages(body);
    if (!stages) body.refuse("input.missing", "stages");
    process.stages = *stages;
    body.done();
    check_audience(process);
    const ProcessId id = storage::add_process(work.tx, process, work.actor.account);
    work.record("begin", "process:" + std::to_string(id.value));
    tell_process_and_documents(work, id);
    auto reply = reply_json(process_for(work, id, ballots), 201);
    return reply;
}

http::Reply edit_process(Work& work, const BallotsOfProcess& ballots) {
    const auto id = reach_process(work, work.id<ProcessId>("process"), domain::Act::edit).process.id;
    // Read behind the lock: what is not named stays as it is now, and no ballot opens in between.
    auto process = storage::lock_process(work.tx, id).value();
    const auto as_it_is = settings_fingerprint(process);
    Body body(work.request);
    const auto seen = body.maybe_line("seen", 64);
    process.title = body.maybe_line("title", 200).value_or(process.title);
    process.description = body.maybe_text("description", 0, 5000).value_or(process.description);
    require(check_passage(process.description, "description"));
    process.audience = body.maybe_name<domain::Audience>("audience").value_or(process.audience);
    if (body.has("units")) process.named_units = read_units(work, body);
    process.admits_participants = body.maybe_flag("admits_participants").value_or(process.admits_participants);
    read_amendment_rules(work, body, process.amendments);
    const auto stages = read_stages(body);
    // They are put in the place of all that there are, those included that a colleague has begun since.
    if (stages && !seen) body.refuse("input.missing", "seen");
    body.done();
    if (seen && *seen != as_it_is) {
        return reply_json(
            {{"problem", json::object{{"code", "process.changed"}, {"field", ""}, {"facts", json::object{}}}},
             {"current", process_for(work, id, ballots)}},
            409);
    }
    check_audience(process);
    require_electors(work, process);
    storage::update_process(work.tx, process);
    if (stages) storage::replace_stages(work.tx, process.id, *stages);
    work.record("edit", "process:" + std::to_string(process.id.value));
    tell_process_and_documents(work, process.id);
    return reply_json(process_for(work, process.id, ballots));
}

http::Reply begin_stage(Work& work, const BallotsOfProcess& ballots) {
    const auto id = reach_process(work, work.id<ProcessId>("process"), domain::Act::edit).process.id;
    Body body(work.request);
    const auto stage = body.id<StageId>("stage");
    body.done();
    const auto process = storage::lock_process(work.tx, id).value();
    const auto found = std::find_if(process.stages.begin(), process.stages.end(),
                                    [&](const domain::Stage& one) { return one.id == stage; });
    if (found == process.stages.end()) throw invalid("input.not_a_choice", "stage");
    require(domain::refuse_stage(process, found->kind));
    storage::begin_stage(work.tx, process.id, stage, work.now);
    work.record("begin_stage", "process:" + std::to_string(process.id.value), std::to_string(stage.value));
    tell_process_and_documents(work, process.id);
    return reply_json(process_for(work, process.id, ballots));
}

}  // namespace samrad::features
