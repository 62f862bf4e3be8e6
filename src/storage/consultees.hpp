// Consultees: whom a consultation is sent to, their links, and what came of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/consultee.hpp"
#include "domain/unit/unit.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// In the order of their names; a parent's children stand where their names do.
std::vector<domain::Consultee> consultees_of(Transaction& tx, ConsultationId consultation);
std::optional<domain::Consultee> find_consultee(Transaction& tx, ConsulteeId consultee);
// The same, and its row is locked until the commit.
std::optional<domain::Consultee> lock_consultee(Transaction& tx, ConsulteeId consultee);
std::optional<domain::Consultee> consultee_of_link(Transaction& tx, const std::string& token_hash);
// No link that was mailed to it leads anywhere any more.
void drop_links(Transaction& tx, ConsulteeId consultee);
// Of all published consultations of a process: those who must be heard.
std::vector<domain::Consultee> required_consultees(Transaction& tx, ProcessId process);

struct NewOrganisation {
    std::string name;
    std::string email;
};
// Those who are on the list already stay as they are. Returns how many were added.
int add_units(Transaction& tx, ConsultationId consultation, const std::vector<UnitId>& units, bool must_be_heard);
// Every unit of that kind below the unit, at any depth.
std::vector<UnitId> units_below(Transaction& tx, UnitId unit, domain::UnitKind kind);
int add_organisations(Transaction& tx, ConsultationId consultation, const std::vector<NewOrganisation>& organisations,
                      bool must_be_heard);
void remove_consultee(Transaction& tx, ConsulteeId consultee);
// Writes whether it must be heard, and its address.
void change_consultee(Transaction& tx, const domain::Consultee& consultee);

// Whom a mail to a consultee goes to: the editors and administrators of a unit in force, by account, and the address
// that was given.
struct Recipient {
    ConsulteeId consultee;
    std::string email;
    domain::Language language = domain::Language::nb;
};
std::vector<Recipient> recipients_of(Transaction& tx, const std::vector<ConsulteeId>& consultees);

// A link to each, by the hash of its token; and that they were written to now, for the first time or again.
struct NewLink {
    ConsulteeId consultee;
    std::string token_hash;
};
void send_links(Transaction& tx, const std::vector<NewLink>& links);

void mark_opened(Transaction& tx, ConsulteeId consultee);
void decline(Transaction& tx, ConsulteeId consultee, const std::string& word);
// The answer that was begun by its link.
void set_answer(Transaction& tx, ConsulteeId consultee, AnswerId answer);
// Whether the answer is one of those.
bool was_begun_by_link(Transaction& tx, AnswerId answer);
std::optional<AnswerId> answer_of_consultee(Transaction& tx, ConsulteeId consultee);
void waive(Transaction& tx, ConsulteeId consultee, AccountId by, const std::string& reason);
void take_waiver_back(Transaction& tx, ConsulteeId consultee);

}  // namespace samrad::storage
