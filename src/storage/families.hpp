// The families of nearly identical answers, kept up to date behind the commit of the answers themselves.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/consultation.hpp"
#include "domain/consultation/family.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// ---- Sorting --------------------------------------------------------------------------------------------------------

// Consultations with answers that came, changed or went since.
std::vector<ConsultationId> unsorted_consultations(Transaction& tx);
// One server process sorts a consultation at a time: the number of the round before this one, and the consultation is
// ours until the commit. Nothing where another process has it.
std::optional<std::int64_t> begin_round(Transaction& tx, ConsultationId consultation);
void end_round(Transaction& tx, ConsultationId consultation);  // counts it

struct Unsorted {
    AnswerId answer;
    int revision = 1;
    bool submitted = false;
    std::string shown;  // what is read of it, as JSON
};
// The eldest ones, which are unsorted no longer and of no family.
std::vector<Unsorted> take_unsorted(Transaction& tx, ConsultationId consultation, int most);
// Which family the answer was of, before take_unsorted.
struct Sorted {
    AnswerId answer;
    AnswerId family;
    std::optional<domain::Sketch> sketch;  // of those that new answers are compared with
};
void store_sorted(Transaction& tx, ConsultationId consultation, const std::vector<Sorted>& sorted);
void join_families(Transaction& tx, AnswerId family, AnswerId into);
// Those that new answers are compared with, one at a time.
void each_delegate(Transaction& tx, ConsultationId consultation, const std::function<void(const Sorted&)>& visit);
// Families whose every delegate has gone.
std::vector<AnswerId> families_without_delegate(Transaction& tx, ConsultationId consultation);
// The first answer of the family, to stand for it from now on; nothing where it has none left.
std::optional<Unsorted> first_of_family(Transaction& tx, AnswerId family);
void set_delegate(Transaction& tx, AnswerId answer, const domain::Sketch& sketch);

// ---- Reading --------------------------------------------------------------------------------------------------------

struct FamilySize {
    AnswerId family;
    int answers = 0;
};
// Those with two answers and more, the largest first, behind the first `skip`.
std::vector<FamilySize> families_of(Transaction& tx, ConsultationId consultation, int skip, int limit);
// The answers of a family that are submitted, in their order, after the id `after`.
std::vector<AnswerId> answers_of_family(Transaction& tx, AnswerId family, AnswerId after, int limit);
AnswerId family_of(Transaction& tx, AnswerId answer);

}  // namespace samrad::storage
