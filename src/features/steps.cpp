#include "features/steps.hpp"

#include "domain/text/change_json.hpp"
#include "domain/text/move_lines.hpp"
#include "storage/documents.hpp"

namespace samrad::features {

void each_step(Work& work, const domain::Document& document, int from, int to, Texts& texts,
               const std::function<bool(const TakenStep&)>& visit) {
    if (from >= to) return;
    auto before = text_of_version(work, document, from, texts)->source;
    for (int number = from + 1; number <= to; ++number) {
        const auto stored = storage::find_step(work.tx, document.id, number);
        if (!stored) throw missing();
        const domain::Step step{require(domain::change_from_json(stored->change, before.size())),
                                require(domain::moves_from_lines(stored->moves))};
        auto after = require(step.change.apply(before));
        if (!visit({before, after, step, stored->correction})) return;
        before = std::move(after);
    }
}

}  // namespace samrad::features
