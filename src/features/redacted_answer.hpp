// What is read of an answer, kept in step with what was submitted and what is blacked out in it.
#pragma once

#include <string>

#include "features/perform.hpp"

namespace samrad::features {

// Stores what is read of an answer from now on: its texts with bars, the search without what is behind them, and marks
// without its words. To be called behind the lock of the answer's row, after every change of its redactions.
void show_with_bars(Work& work, AnswerId answer);

// After somebody changed an answer: bars and marks follow their words. `before` is what had been submitted, as JSON.
void follow_change(Work& work, AnswerId answer, const std::string& before);

}  // namespace samrad::features
