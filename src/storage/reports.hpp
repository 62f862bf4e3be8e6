// The editions of response reports: written once, read for good.
#pragma once

#include <vector>

#include "domain/consultation/response.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct Edition {
    int number = 0;
    AccountId author;
    Time at;
};

// Newest first.
std::vector<Edition> editions_of(Transaction& tx, ConsultationId consultation);
// In the order in which they are read.
std::vector<domain::ReportTheme> themes_in_edition(Transaction& tx, ConsultationId consultation, int edition);
// Stores an edition, and that everybody who wanted it is to be told of it.
void add_edition(Transaction& tx, ConsultationId consultation, int number,
                 const std::vector<domain::ReportTheme>& themes, AccountId author);

// Where the newest editions of a document's consultations say that a block changed because of a theme.
struct HeardTheme {
    ConsultationId consultation;
    int edition = 0;
    ThemeId theme;
};
std::vector<HeardTheme> themes_behind(Transaction& tx, DocumentId document, int block);

// The blocks of which they say so, in no order that says anything: `version` is the first in which it stands changed.
struct HeardBlock {
    int block = 0;
    int version = 0;
    int themes = 0;
};
std::vector<HeardBlock> blocks_heard(Transaction& tx, DocumentId document);

}  // namespace samrad::storage
