#include "domain/amendment/amending.hpp"

#include <algorithm>
#include <set>

#include "domain/text/diff.hpp"

namespace samrad::domain {

namespace {

// Walks over the sections of a change, unit by unit of the text between the two.
struct Walk {
    const std::vector<Change::Section>& sections;
    std::size_t at = 0, before = 0, after = 0;  // what is left of sections[at], on its two sides
    explicit Walk(const Change& change) : sections(change.sections()) { load(); }
    void load() {
        if (done()) return;
        before = sections[at].length;
        after = sections[at].kept ? before : sections[at].inserted;
    }
    bool done() const { return at == sections.size(); }
    bool kept() const { return sections[at].kept; }
    void next() {
        ++at;
        load();
    }
};

class Shares {
public:
    void keep(std::size_t units) {
        old_ += units;
        new_ += units;
    }
    void change(std::size_t taken, std::size_t put_in, bool second) {
        if (taken == 0 && put_in == 0) return;
        if (!all.empty() && all.back().second == second && all.back().old_to == old_ && all.back().new_to == new_) {
            all.back().old_to += taken;
            all.back().new_to += put_in;
        } else {
            all.push_back({old_, old_ + taken, new_, new_ + put_in, second});
        }
        old_ += taken;
        new_ += put_in;
    }
    std::vector<Share> all;

private:
    std::size_t old_ = 0, new_ = 0;
};

}  // namespace

Change amending_step(const Change& amended, const Change& amending, std::u16string_view text) {
    const auto between = amended.apply(text);
    const auto after = amending.apply(text);
    if (!between || !after) return Change::keep(amended.new_length());
    return step_between(*between, *after).change;
}

std::vector<Share> shares_of(const Change& first, const Change& second) {
    Shares shares;
    Walk a(first);
    Walk b(second);
    for (;;) {
        if (!a.done() && !a.kept() && a.before > 0) {  // the first takes it from the old text
            shares.change(a.before, 0, false);
            a.before = 0;
        } else if (!b.done() && !b.kept() && b.before == 0) {  // the second puts something in here
            shares.change(0, b.after, true);
            b.next();
        } else if (!a.done() && a.after == 0) {
            a.next();
        } else if (a.done() || b.done()) {
            return shares.all;
        } else {
            const auto units = std::min(a.after, b.before);
            if (b.kept()) {
                a.kept() ? shares.keep(units) : shares.change(0, units, false);
                b.after -= units;
            } else if (a.kept()) {
                shares.change(units, 0, true);
            }
            if (a.kept()) a.before -= units;
            a.after -= units;
            b.before -= units;
            if (b.kept() && b.before == 0) b.next();
        }
    }
}

std::vector<Part> parts_of(Range stretch, const std::vector<Share>& shares, bool in_new) {
    std::vector<Part> parts;
    bool first_is_here = false;
    auto at = stretch.from;
    const auto add = [&](std::size_t to, bool second) {
        if (to <= at) return;
        if (!parts.empty() && parts.back().second == second) {
            parts.back().to = to;
        } else {
            parts.push_back({at, to, second});
        }
        at = to;
    };
    for (const auto& share : shares) {
        const auto from = std::max(stretch.from, in_new ? share.new_from : share.old_from);
        const auto to = std::min(stretch.to, in_new ? share.new_to : share.old_to);
        if (from >= to) continue;
        first_is_here = first_is_here || !share.second;
        if (!share.second) continue;
        add(from, false);
        add(to, true);
    }
    const bool second_is_here = !parts.empty();
    add(stretch.to, false);
    if (second_is_here && !first_is_here) return {{stretch.from, stretch.to, true}};
    return parts;
}

std::vector<std::size_t> standing(const std::vector<Amendment>& pending,
                                  const std::map<std::size_t, MergeDecision>& taken) {
    std::map<AmendmentId, std::size_t> index_of;
    for (std::size_t i = 0; i < pending.size(); ++i) index_of[pending[i].id] = i;
    std::set<std::size_t> stand;
    std::set<std::size_t> replaced;
    for (const auto& [i, decision] : taken) {
        const auto amended = pending[i].amends ? index_of.find(*pending[i].amends) : index_of.end();
        if (amended == index_of.end()) {
            stand.insert(i);
            continue;
        }
        const auto other = taken.find(amended->second);
        if (other == taken.end() || other->second != MergeDecision::take || pending[i].now_change.empty()) continue;
        stand.insert(i);
        replaced.insert(amended->second);
    }
    for (const auto i : replaced) stand.erase(i);
    return {stand.begin(), stand.end()};
}

std::vector<std::size_t> lost_with_amended(const std::vector<Amendment>& pending,
                                           const std::map<std::size_t, MergeDecision>& taken) {
    std::vector<std::size_t> lost;
    for (const auto& [i, decision] : taken) {
        const auto& one = pending[i];
        if (!one.amends || !one.now_change.empty() || one.carried == Carriage::moot) continue;
        const auto with_amended = std::any_of(taken.begin(), taken.end(), [&](const auto& other) {
            return pending[other.first].id == *one.amends && other.second == MergeDecision::take;
        });
        if (with_amended) lost.push_back(i);
    }
    return lost;
}

}  // namespace samrad::domain
