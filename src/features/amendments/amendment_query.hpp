// Which amendments somebody asks for: the filters of the list, and of what is made of the list on paper.
#pragma once

#include <string>

#include "features/perform.hpp"
#include "storage/amendments.hpp"

namespace samrad::features {

// A word of the address's query; "" where it is absent.
std::string parameter(const Work& work, const char* name);
// A number from 0 to `most`, 0 where it is absent; input.out_of_range otherwise.
int number_in(const Work& work, const char* name, int most);

// ?state= &sort= &from= &to= &sponsor= &q= &kind= &verdict=, checked; not the page and its length.
storage::AmendmentQuery read_filters(const Work& work, DocumentId document);

}  // namespace samrad::features
