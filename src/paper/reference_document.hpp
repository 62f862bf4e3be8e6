// The Word document from which ours take their shape: pandoc's own, with page numbers at its foot. The build makes it,
// by reference_document.cmake.
#pragma once

#include <string_view>

namespace samrad::paper {

// Its bytes; "" where the build had no pandoc.
std::string_view reference_document();

}  // namespace samrad::paper
