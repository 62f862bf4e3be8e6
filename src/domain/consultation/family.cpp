#include "domain/consultation/family.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "domain/text/tokens.hpp"

namespace samrad::domain {

namespace {

constexpr std::size_t letters_of_word = 6;

// Small letters of what Norwegian is written in; others as they are.
char16_t small(char16_t unit) {
    if (unit >= u'A' && unit <= u'Z') return char16_t(unit + 32);
    if (unit >= 0xC0 && unit <= 0xDE && unit != 0xD7) return char16_t(unit + 32);
    return unit;
}

std::uint64_t number_of(std::u16string_view word) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char16_t unit : word.substr(0, letters_of_word)) hash = (hash ^ small(unit)) * 0x100000001b3u;
    return hash;
}

// Spreads what three words make over all 32 bits.
std::uint32_t run_of(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    std::uint64_t hash = a * 0x9e3779b97f4a7c15u + b * 0xc2b2ae3d27d4eb4fu + c * 0x165667b19e3779f9u;
    hash = (hash ^ (hash >> 31)) * 0xbf58476d1ce4e5b9u;
    return std::uint32_t(hash >> 32);
}

}  // namespace

Sketch sketch_of(const std::vector<std::u16string>& texts) {
    Sketch sketch;
    for (const auto& text : texts) {
        std::uint64_t before = 0, last = 0;
        std::size_t words = 0;
        for (const auto& token : words_of(text)) {
            const auto word = number_of(std::u16string_view(text).substr(token.from, token.to - token.from));
            if (++words > 2) sketch.push_back(run_of(before, last, word));
            before = last;
            last = word;
            if (sketch.size() >= most_runs) break;
        }
    }
    std::sort(sketch.begin(), sketch.end());
    sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
    return sketch;
}

Families::Slot& Families::slot_of(std::uint32_t run) {
    std::size_t at = (run * 0x9e3779b1u) & (slots_.size() - 1);
    while (slots_[at].head != 0 && slots_[at].run != run) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
}

const Families::Slot* Families::find_slot(std::uint32_t run) const {
    const auto& slot = const_cast<Families*>(this)->slot_of(run);
    return slot.head == 0 ? nullptr : &slot;
}

void Families::grow() {
    auto before = std::move(slots_);
    slots_ = std::vector<Slot>(before.size() * 2);
    for (const auto& slot : before) {
        if (slot.head != 0) slot_of(slot.run) = slot;
    }
}

void Families::add_delegate(AnswerId answer, AnswerId family, const Sketch& sketch) {
    const auto number = std::uint32_t(delegates_.size());
    std::uint32_t runs = 0;
    for (const auto run : sketch) {
        if (used_ * 2 >= slots_.size()) grow();
        auto& slot = slot_of(run);
        if (slot.length >= common_from) continue;  // a turn of phrase: asked no more
        if (slot.head == 0) ++used_;
        links_.push_back({number, slot.head});
        slot = {run, std::uint32_t(links_.size() - 1), slot.length + 1};
        ++runs;
    }
    delegates_.push_back({answer, family, runs, false});
    counts_.push_back(0);
    of_family_[family].push_back(number);
    of_answer_[answer] = number;
}

std::vector<Families::Candidate> Families::candidates(const Sketch& sketch) {
    std::vector<std::uint32_t> touched;
    std::size_t own_runs = 0;
    const auto each_sharing = [&](std::uint32_t run, auto&& visit) {
        const auto slot = find_slot(run);
        if (slot && slot->length >= common_from) return false;
        for (auto link = slot ? slot->head : 0; link != 0; link = links_[link].next) visit(links_[link].delegate);
        return true;
    };
    for (const auto run : sketch) {
        own_runs += each_sharing(run, [&](std::uint32_t delegate) {
            if (counts_[delegate]++ == 0) touched.push_back(delegate);
        });
    }
    // The best delegate of each family.
    std::map<AnswerId, std::pair<double, std::uint32_t>> best;
    for (const auto number : touched) {
        const auto& delegate = delegates_[number];
        const auto shared = counts_[number];
        counts_[number] = 0;
        if (delegate.removed || shared < least_shared) continue;
        const double shorter = double(std::min<std::size_t>(own_runs, delegate.runs));
        const double longer = double(std::max<std::size_t>(own_runs, delegate.runs));
        if (shared < share_of_shorter * shorter || shared < share_of_longer * longer) continue;
        auto& place = best.try_emplace(delegate.family, 0.0, number).first->second;
        place = std::max(place, {shared / shorter, number});
    }
    std::vector<Candidate> found;
    for (const auto& [family, place] : best) found.push_back({family, place.first, {}, 0});
    if (found.size() > 1) {
        for (auto& candidate : found) {
            const auto number = best.at(candidate.family).second;
            candidate.shared.resize(sketch.size());
            for (std::size_t i = 0; i < sketch.size(); ++i) {
                each_sharing(sketch[i], [&](std::uint32_t other) {
                    if (other == number) candidate.shared[i] = true;
                });
            }
            candidate.count = std::size_t(std::count(candidate.shared.begin(), candidate.shared.end(), true));
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    return found;
}

void Families::join(AnswerId family, AnswerId into) {
    auto members = std::move(of_family_[family]);
    of_family_.erase(family);
    for (const auto number : members) delegates_[number].family = into;
    auto& all = of_family_[into];
    all.insert(all.end(), members.begin(), members.end());
}

Families::Placed Families::add(AnswerId answer, const Sketch& sketch) {
    if (sketch.size() < least_runs) return {answer, false, {}};
    auto found = candidates(sketch);
    if (found.empty()) {
        add_delegate(answer, answer, sketch);
        return {answer, true, {}};
    }
    Placed placed{found.front().family, false, {}};
    for (std::size_t i = 1; i < found.size(); ++i) {
        std::size_t both = 0;
        for (std::size_t run = 0; run < sketch.size(); ++run) both += found[0].shared[run] && found[i].shared[run];
        if (2 * both < std::min(found[0].count, found[i].count)) continue;
        // The elder family's name stays.
        const auto into = std::min(placed.family, found[i].family), gone = std::max(placed.family, found[i].family);
        join(gone, into);
        std::erase(placed.joined, into);
        placed.joined.push_back(gone);
        placed.family = into;
    }
    placed.delegate = found.front().score < 0.7 && of_family_[placed.family].size() < most_delegates;
    if (placed.delegate) add_delegate(answer, placed.family, sketch);
    return placed;
}

void Families::restore(AnswerId answer, AnswerId family, const Sketch& sketch) {
    if (!of_answer_.contains(answer)) add_delegate(answer, family, sketch);
}

void Families::remove(AnswerId answer) {
    const auto found = of_answer_.find(answer);
    if (found == of_answer_.end()) return;
    auto& delegate = delegates_[found->second];
    delegate.removed = true;
    auto& others = of_family_[delegate.family];
    std::erase(others, found->second);
    if (others.empty()) of_family_.erase(delegate.family);
    of_answer_.erase(found);
}

bool Families::has_delegate(AnswerId family) const { return of_family_.contains(family); }

}  // namespace samrad::domain
