// What bodies recommend on amendments, and the minorities beside them.
#pragma once

#include <string>
#include <vector>

#include "base/id.hpp"
#include "domain/amendment/amendment.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// Of the value, id, names, times and the words that the body had before it are ignored; not published yet.
RecommendationId add_recommendation(Transaction& tx, const domain::Recommendation& recommendation);
std::optional<domain::Recommendation> find_recommendation(Transaction& tx, RecommendationId recommendation);
// Publishing twice is once.
void publish(Transaction& tx, const std::vector<RecommendationId>& recommendations);

// Of each amendment, the last published recommendation of each body: first those of bodies outside of the process's
// chain, then those of the chain in its order; each in the order in which they were published.
std::vector<domain::Recommendation> published_recommendations(Transaction& tx,
                                                              const std::vector<AmendmentId>& amendments);
// What bodies published before those, the newest first.
std::vector<domain::Recommendation> earlier_recommendations(Transaction& tx,
                                                            const std::vector<AmendmentId>& amendments);
// Of these amendments, those that the last published recommendation of a body on their wording says they cover:
// (covering, covered with its number), in order.
struct Covered {
    AmendmentId by;
    AmendmentId amendment;
    int number;
};
std::vector<Covered> covered_by(Transaction& tx, const std::vector<AmendmentId>& covering);
// What bodies keep back: of each body the last one on an amendment, where that is not published. One that the body has
// said something since is none any more. Of one body alone, or of all.
std::vector<domain::Recommendation> kept_recommendations(Transaction& tx, const std::vector<AmendmentId>& amendments,
                                                         std::optional<UnitId> unit = std::nullopt);

struct Dissent {
    RecommendationId recommendation;
    std::string names;
    std::string text;
    Time at;
    domain::Verdict from =
        domain::Verdict::none;  // what the body recommended when it was filed; not read by add_dissent
};
void add_dissent(Transaction& tx, const Dissent& dissent, AccountId author);
// Those beside each of these recommendations, with those that were filed on what the body had published before: a body
// that recommends anew takes no dissent away. Each names the one of `recommendations` that it stands beside now.
std::vector<Dissent> dissents_on(Transaction& tx, const std::vector<RecommendationId>& recommendations);

}  // namespace samrad::storage
