// Rows of a form sheet that say what is there already: in an amendment before the committee, or in a row before.
#pragma once

#include <optional>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "features/amendments/import_rows.hpp"

namespace samrad::features {

// What a row says again: the same words (or the same instruction) of the same sponsor.
struct Repeats {
    std::optional<AmendmentId> amendment;  // one that is before the committee
    int number = 0;                        // its
    int row = 0;                           // a row before it in the sheet; 0 for none
};

// Who stands behind a row on paper, as the first words of an amendment's reason: "Forslagsstiller: Per Hansen, Bodø
// lag."; "" where the row names nobody.
std::string paper_sponsor(const ImportRow& row, domain::Language language);

// Gives rows that matched the fate `there` or `repeated`, and says of what. `pending` are the amendments before the
// committee, `unit` is the one that the sheet is submitted for. The two vectors go together.
std::vector<Repeats> mark_repeats(const std::vector<ImportRow>& rows, std::vector<MatchedRow>& matched, UnitId unit,
                                  const std::vector<domain::Amendment>& pending);

}  // namespace samrad::features
