// What lies between two versions of a document: the steps as the saves stored them.
#pragma once

#include <functional>
#include <string>

#include "domain/document/document.hpp"
#include "domain/text/diff.hpp"
#include "features/perform.hpp"
#include "features/texts.hpp"

namespace samrad::features {

struct TakenStep {
    const std::u16string& before;
    const std::u16string& after;
    const domain::Step& step;
    bool correction;  // it mends errors of typing alone
};

// Visits the steps from version `from` to version `to` in their order, until `visit` says false; none where from >= to.
// Nothing is compared anew and nothing rendered but the first text, so that what was begun on an old version of a long
// text is carried in no time. Missing where there is no version `from`.
void each_step(Work& work, const domain::Document& document, int from, int to, Texts& texts,
               const std::function<bool(const TakenStep&)>& visit);

}  // namespace samrad::features
