#include "features/units/standing_actions.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/me.hpp"
#include "features/units/reach_unit.hpp"
#include "storage/accounts.hpp"
#include "storage/people.hpp"
#include "storage/standings.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

std::string describe(const domain::Standing& standing) {
    return "account:" + std::to_string(standing.account.value) + " unit:" + std::to_string(standing.unit.value) +
           " role:" + std::string(name_of(standing.role));
}

void tell_account(Work& work, AccountId account) {
    work.tell("account:" + std::to_string(account.value), "account", account.value);
}

bool administers_something(const domain::Actor& actor) {
    return std::any_of(actor.standings.begin(), actor.standings.end(),
                       [](const domain::Standing& standing) { return standing.role == domain::Role::administrator; });
}

// Throws where ending the standing would leave a tree without anybody who can appoint. The root is locked, so that two
// who resign at once cannot both believe that the other stays.
void require_successor(Work& work, const domain::Standing& standing) {
    const bool of_root = standing.path.size() == 1;
    if (!of_root || standing.role != domain::Role::administrator || !domain::in_force(standing, work.now)) return;
    storage::lock_unit(work.tx, standing.unit);
    if (storage::count_administrators(work.tx, standing.unit) <= 1) throw conflict("unit.last_administrator");
}

}  // namespace

http::Reply grant(Work& work) {
    const auto unit = reach_administered_unit(work, work.id<UnitId>("unit"));
    Body body(work.request);
    const auto account_id = body.id<AccountId>("account");
    const auto role = body.name<domain::Role>("role");
    const Time from = body.maybe_time("from").value_or(work.now);
    const auto to = body.maybe_time("to");
    body.done();
    require(domain::check_dates(from, to));

    const auto account = storage::find_account(work.tx, account_id);
    if (!account || !account->confirmed) throw invalid("standing.account_unknown", "account");
    if (storage::has_standing(work.tx, account_id, unit.id, role)) throw conflict("standing.exists");

    const auto id = storage::add_standing(work.tx, account_id, unit.id, role, from, to, work.actor.account);
    const auto stored = storage::find_standing(work.tx, id);
    work.record("grant", "standing:" + std::to_string(id.value), describe(stored->standing));
    tell_account(work, account_id);
    return reply_json(standing_json(*stored, storage::find_person(work.tx, account_id)), 201);
}

http::Reply end_standing(Work& work) {
    work.require_sign_in();
    Body(work.request).done();
    const auto found = storage::find_standing(work.tx, work.id<StandingId>("standing"));
    if (!found) throw missing();
    const auto& standing = found->standing;
    const bool own = standing.account == work.actor.account;
    // Who is a member where is not for everybody to know: somebody else's standing does not exist.
    if (!own && domain::refuse_administration(work.actor, standing.path)) throw missing();
    if (standing.to && *standing.to <= work.now) return http::Reply::nothing();
    require_successor(work, standing);

    storage::end_standing(work.tx, standing.id);
    work.record("end", "standing:" + std::to_string(standing.id.value), describe(standing));
    tell_account(work, standing.account);
    return http::Reply::nothing();
}

http::Reply search_people(Work& work) {
    work.require_sign_in();
    if (!administers_something(work.actor)) throw forbidden();
    const auto asked = work.request.query.find("q");
    const std::string words = asked == work.request.query.end() ? "" : domain::trimmed(asked->second);
    json::array items;
    if (domain::is_plain_line(words, 254) && words.size() >= 2) {
        const auto found = storage::search_accounts(work.tx, words, 20);
        const auto people = storage::find_people(work.tx, {found.begin(), found.end()});
        for (const auto account : found) items.push_back(person_json(people.at(account)));
    }
    return reply_json(page_json(std::move(items), std::nullopt));
}

}  // namespace samrad::features
