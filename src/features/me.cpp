#include "features/me.hpp"

#include <boost/json.hpp>

#include "storage/accounts.hpp"
#include "storage/people.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

json::object account_json(const domain::Account& account) {
    return {{"id", account.id.value},
            {"name", account.name},
            {"email", account.email},
            {"confirmed", account.confirmed},
            {"language", name_of(account.language)}};
}

// "nb-NO;q=0.8" -> nb. All Norwegian is Bokmål here.
std::optional<domain::Language> read_language(std::string_view tag) {
    while (!tag.empty() && tag.front() == ' ') tag.remove_prefix(1);
    const std::string_view primary = tag.substr(0, 2);
    if (tag.size() > 2 && tag[2] != '-' && tag[2] != ';' && tag[2] != ' ') return std::nullopt;
    if (primary == "nb" || primary == "no" || primary == "nn") return domain::Language::nb;
    if (primary == "en") return domain::Language::en;
    return std::nullopt;
}

}  // namespace

json::object standing_json(const storage::NamedStanding& named, const domain::Person& person) {
    const auto& standing = named.standing;
    return {{"id", standing.id.value},
            {"account", person_json(person)},
            {"unit", json::object{{"id", standing.unit.value}, {"name", named.unit_name}}},
            {"role", name_of(standing.role)},
            {"from", to_iso(standing.from)},
            {"to", time_json(standing.to)}};
}

domain::Language language_of(const http::Request& request) {
    if (const auto cookie = request.cookie("language")) {
        if (const auto known = from_name<domain::Language>(*cookie)) return *known;
    }
    // Browsers list languages in the order of their weights already.
    std::string_view rest = request.header("accept-language").value_or("");
    while (!rest.empty()) {
        const auto end = rest.find(',');
        if (const auto known = read_language(rest.substr(0, end))) return *known;
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return domain::Language::nb;
}

json::object me_json(storage::Transaction& tx, AccountId id, const http::Request& request, const Site& site) {
    json::object me;
    const auto account = id ? storage::find_account(tx, id) : std::nullopt;
    json::array standings;
    if (account) {
        const auto person = storage::find_person(tx, id);
        for (const auto& standing : storage::standings_of_account(tx, id)) {
            standings.push_back(standing_json(standing, person));
        }
    }
    me["account"] = account ? json::value(account_json(*account)) : json::value(nullptr);
    me["language"] = name_of(account ? account->language : language_of(request));
    me["settings"] = json::object{{"open_sign_up", site.open_sign_up}, {"organisation", site.organisation}};
    me["standings"] = std::move(standings);
    me["csrf"] = nullptr;
    return me;
}

}  // namespace samrad::features
