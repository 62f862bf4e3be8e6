#include "features/places.hpp"

#include <algorithm>

namespace samrad::features {

namespace {

domain::Carried carried_of(domain::Attachment attachment) {
    switch (attachment) {
        case domain::Attachment::exact: return domain::Carried::exact;
        case domain::Attachment::changed: return domain::Carried::changed;
        case domain::Attachment::orphaned: return domain::Carried::orphaned;
    }
    return domain::Carried::orphaned;
}

domain::Attachment attachment_of(domain::Carried carried) {
    switch (carried) {
        case domain::Carried::exact: return domain::Attachment::exact;
        case domain::Carried::changed: return domain::Attachment::changed;
        case domain::Carried::orphaned: return domain::Attachment::orphaned;
    }
    return domain::Attachment::orphaned;
}

}  // namespace

domain::Anchor anchor_of(const domain::Place& place, const std::u16string& source, const domain::Block* block) {
    const auto range = block
                           ? domain::to_source(source, *block, {std::size_t(place.now_from), std::size_t(place.now_to)})
                           : std::nullopt;
    if (!range) return {{0, 0}, domain::Carried::orphaned};
    return {*range, carried_of(place.attachment)};
}

void settle(domain::Place& place, const domain::Anchor& anchor, const std::u16string& source,
            const std::vector<domain::Block>& blocks) {
    place.attachment = attachment_of(anchor.state);
    if (place.attachment == domain::Attachment::orphaned) return;
    for (const auto& block : blocks) {
        if (block.to <= anchor.range.from || block.from >= anchor.range.to) continue;
        const domain::Range inside{std::max(block.from, anchor.range.from), std::min(block.to, anchor.range.to)};
        const auto visible = domain::to_visible(source, block, inside);
        if (!visible) continue;
        place.now_block = block.id;
        place.now_from = int(visible->from);
        place.now_to = int(visible->to);
        return;
    }
    place.attachment = domain::Attachment::orphaned;
}

}  // namespace samrad::features
