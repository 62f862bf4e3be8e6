// Which amendments somebody asks for: the filters of the list, and of what is made of the list on paper.
#pragma once

#include <string>

#include "features/perform.hpp"
#include "storage/amendments.hpp"

namespace samrad::features {

// ?state= &sort= &from= &to= &sponsor= &q= &kind= &verdict= &supporters=, checked; not the page and its length.
storage::AmendmentQuery read_filters(const Work& work, DocumentId document);

// ?from= &to= alone, the official lines: a chapter of the text.
storage::AmendmentQuery read_lines(const Work& work, DocumentId document);

}  // namespace samrad::features
