// What a family of nearly identical texts has in common.
//
// Idea: what is shared is told in whole sentences that somebody wrote, never in words that were left over when those of
// each sender were cut out. The sentences of all texts are put together with those that say nearly the same, at most
// one of each text. What more than half of the texts say is shared, in the wording that most of them have. A wording
// will not do where it has a word that half of the others do not have: then that sentence is each sender's own.
//
// Example: "Senk farten nå. Sett opp lys.", "Senk farten. Sett opp lys. Jeg bor her." and "Senk farten nå. Sett opp
// lykter." share "Senk farten nå. Sett opp lys."
//
// Counter-example: "Skole nr. 4", "Skole nr. 17" and "Skole nr. 31" share nothing, though two words of three are the
// same: "Skole nr." is half a sentence.
//
// Cost: each sentence is compared with what was put together so far: a few milliseconds for 25 texts, which are
// enough to know. What a text has beyond its first 200 sentences is not looked at.
#pragma once

#include <string>
#include <vector>

namespace samrad::domain {

// Empty where nothing is shared, and where there are no texts. The sentences stand as they stood to each other in the
// first text that has them, with the white space that was between them.
std::u16string shared_text(const std::vector<std::u16string>& texts);

}  // namespace samrad::domain
