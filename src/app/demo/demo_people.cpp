#include "app/demo/demo_people.hpp"

#include <stdexcept>

#include "storage/accounts.hpp"
#include "storage/standings.hpp"
#include "storage/units.hpp"

namespace samrad::app {

namespace {

using domain::Role;
using domain::UnitKind;

UnitId add(storage::Transaction& tx, const char* name, UnitKind kind, std::optional<UnitId> parent,
           std::optional<UnitId> affiliated_to = std::nullopt) {
    domain::Unit unit;
    unit.name = name;
    unit.kind = kind;
    unit.parent = parent;
    unit.affiliated_to = affiliated_to;
    return storage::add_unit(tx, unit);
}

// "Åse Nordbø" to "aase.nordboe@…".
std::string address_of(const std::string& name, const char* domain) {
    std::string local;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const std::string two = name.substr(i, 2);
        if (two == "å" || two == "Å") {
            local += "aa", ++i;
        } else if (two == "ø" || two == "Ø") {
            local += "oe", ++i;
        } else if (two == "æ" || two == "Æ") {
            local += "ae", ++i;
        } else if (two == "é") {
            local += "e", ++i;
        } else {
            local += name[i] == ' ' ? '.' : char(std::tolower(static_cast<unsigned char>(name[i])));
        }
    }
    return local + "@" + domain;
}

constexpr const char* first_names[] = {"Åse",    "Bjørn",  "Camilla",  "Dag",    "Elin", "Fredrik", "Guro",
                                       "Halvor", "Ida",    "Jonas",    "Kari",   "Lars", "Marit",   "Nils",
                                       "Oda",    "Petter", "Ragnhild", "Sindre", "Tone", "Ulrik",   "Vilde"};
constexpr const char* last_names[] = {"Nordbø", "Haugland", "Sandvik",  "Myrvold",
                                      "Tveit",  "Lunde",    "Fossheim", "Rønning"};

std::string name_of_person(int number) {
    return std::string(first_names[number % 21]) + " " + last_names[(number * 5 + number / 21) % 8];
}

}  // namespace

DemoOrganisation add_demo_people(storage::Transaction& tx, const std::string& hash) {
    DemoOrganisation all;
    const auto person = [&](const std::string& name, const char* domain) {
        const auto account = storage::add_account(tx, {name, address_of(name, domain), hash, domain::Language::nb});
        if (!account) throw std::runtime_error("two people of the demo have one address: " + name);
        storage::confirm_account(tx, *account);
        return *account;
    };
    const auto stand = [&](AccountId account, UnitId unit, Role role) {
        storage::add_standing(tx, account, unit, role, now() - std::chrono::hours(24 * 200), std::nullopt, AccountId{});
    };
    all.party = add(tx, "Samlingspartiet", UnitKind::central, std::nullopt);
    all.programme_committee = add(tx, "Programkomiteen", UnitKind::committee, all.party);
    all.central_board = add(tx, "Sentralstyret", UnitKind::committee, all.party);
    for (const char* name : {"Innlandet", "Rogaland", "Trøndelag", "Troms"}) {
        all.counties.push_back(add(tx, (std::string(name) + " fylkeslag").c_str(), UnitKind::county, all.party));
    }
    const std::pair<const char*, int> municipalities[] = {{"Lillehammer", 0}, {"Hamar", 0},   {"Gjøvik", 0},
                                                          {"Stavanger", 1},   {"Sandnes", 1}, {"Steinkjer", 2},
                                                          {"Trondheim", 2},   {"Tromsø", 3},  {"Harstad", 3}};
    for (const auto& [name, county] : municipalities) {
        all.municipalities.push_back(add(tx, (std::string(name) + " kommunelag").c_str(), UnitKind::municipality,
                                         all.counties[std::size_t(county)]));
    }
    const UnitId branch = add(tx, "Heimdal lokallag", UnitKind::branch, all.municipalities[6]);
    all.youth = add(tx, "Samlingspartiets ungdom", UnitKind::affiliate, std::nullopt, all.party);
    const UnitId youth_local = add(tx, "SPU Trøndelag", UnitKind::branch, all.youth);
    all.union_ = add(tx, "Fellesforeningen", UnitKind::affiliate, std::nullopt, all.party);
    const UnitId club = add(tx, "Verkstedklubben på Forus", UnitKind::branch, all.union_);

    constexpr const char* party_domain = "samlingspartiet.example";
    all.secretary = person("Ingrid Solberg", party_domain);
    stand(all.secretary, all.party, Role::administrator);
    stand(all.secretary, all.party, Role::editor);
    all.editor = person("Eirik Dahle", party_domain);
    stand(all.editor, all.party, Role::editor);
    stand(all.editor, all.programme_committee, Role::editor);
    all.moderator = person("Mona Viken", party_domain);
    stand(all.moderator, all.party, Role::moderator);
    for (int i = 0; i < 40; ++i) {
        const auto account = person(name_of_person(i), party_domain);
        stand(account, i == 5 ? branch : all.municipalities[std::size_t(i) % all.municipalities.size()], Role::member);
        all.members.push_back(account);
        // Guro Fossheim speaks for a branch that recommends on the programme.
        if (i == 6) stand(account, all.municipalities[6], Role::editor);
    }
    for (int i = 0; i < 10; ++i) {
        const auto account = person(name_of_person(45 + i), i % 2 == 0 ? "spu.example" : "fellesforeningen.example");
        stand(account, i % 2 == 0 ? youth_local : club, Role::member);
        all.affiliates.push_back(account);
    }
    all.participants.push_back(person("Samira Aziz", "post.example"));
    for (int i = 0; i < 6; ++i) all.participants.push_back(person(name_of_person(60 + i), "post.example"));
    return all;
}

}  // namespace samrad::app
