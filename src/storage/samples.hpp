// Random draws of answers that two readers mark each on their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/agreement.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct SampleReader {
    AccountId account;
    std::string name;
    std::optional<Time> done;
};
struct Sample {
    SampleId id;
    ConsultationId consultation;
    SampleReader first, second;
    int answers = 0;
    Time created;
    bool done() const { return first.done && second.done; }
};

// Draws up to `most` of the submitted answers that nobody has marked and no other open sample holds; how many it drew
// is in the sample. Nothing, and nothing stored, where there is none to draw.
std::optional<SampleId> draw_sample(Transaction& tx, ConsultationId consultation, AccountId first, AccountId second,
                                    int most, AccountId author);
std::optional<Sample> find_sample(Transaction& tx, SampleId sample);
// Newest first.
std::vector<Sample> samples_of(Transaction& tx, ConsultationId consultation);
// The reader is done with it. Nothing where that one is none of its readers, or was done already.
void finish_sample(Transaction& tx, SampleId sample, AccountId reader);

// What the two marked in it, for domain::agreement_of.
std::vector<domain::TwiceMarked> marks_of_sample(Transaction& tx, const Sample& sample);

}  // namespace samrad::storage
