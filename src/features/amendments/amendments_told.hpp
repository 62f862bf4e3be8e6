// Amendments with all that is public about them, as values: what files are made of.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "features/amendments/decided.hpp"
#include "features/perform.hpp"
#include "features/texts.hpp"
#include "paper/paper.hpp"
#include "storage/amendments.hpp"
#include "storage/recommendations.hpp"

namespace samrad::features {

struct ToldRecommendation {
    domain::Recommendation recommendation;
    std::string refer_to;                            // the unit's name
    int covered_by_number = 0;                       // 0 where it is not covered
    std::vector<std::vector<paper::Piece>> wording;  // what it would adopt instead
    std::string new_words;                           // of that wording
    std::string about;  // the new words that the body had before it, where its sponsor has said it anew since
    std::vector<storage::Dissent> dissents;
};

struct ToldAmendment {
    domain::Amendment amendment;
    std::vector<std::string> cosponsors;
    std::optional<domain::ChangeSort> sort;  // absent for a principle
    int version = 0;                         // the one that the lines and the words are of
    int line_from = 0, line_to = 0;
    std::string old_words, new_words;  // passages one under the other, "[…]" between them
    std::vector<std::vector<paper::Piece>> difference;
    std::vector<ToldRecommendation> recommendations;
    std::optional<Decided> decided;
};

// The caps on one file: beyond them `paper.too_large`, and one asks for fewer by a filter.
inline constexpr std::size_t most_told = 5000;
inline constexpr std::size_t most_in_table = 24 * 1024 * 1024;  // bytes of words
inline constexpr std::size_t most_printed = 8 * 1024 * 1024;

// All that fit the filters, in their order. Never drafts; recommendations that are published alone. Read in stretches,
// so that what is held at once is the values and no more.
std::vector<ToldAmendment> told_amendments(Work& work, const domain::Document& document, storage::AmendmentQuery query,
                                           Texts& texts, std::size_t most_bytes);

}  // namespace samrad::features
