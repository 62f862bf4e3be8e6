// The order of votes.
//
// Idea: two contenders that collide exclude one another. The one that reaches farthest is voted on first: if it falls,
// the milder ones are still before the meeting; if it is adopted, they fall. A group is what hangs together by
// collisions. Its farthest-reaching member comes first; without it the group comes apart into smaller groups, which
// come by place, each again with its farthest-reaching first.
//
// Example: A deletes a chapter, B and C each reword one of its sentences. A comes first; then B and C by line, as if A
// were not there. Counter-example: sorting the whole group by reach would make the meeting leap to and fro in the
// chapter after A.
//
// That is worked out from the mildest to the farthest: each contender becomes the root over those groups among the
// milder ones that it collides with (which is how an elimination tree is built). Cost: sorting, and the collisions.
#include "domain/amendment/voting_order.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <tuple>

namespace samrad::domain {

namespace {

Reach reach_of(const Gathering& all, std::size_t change, int number) {
    Reach reach;
    reach.number = number;
    std::vector<std::size_t> clauses;
    bool only_takes = !all.hunks(change).empty();
    for (std::size_t i = 0; i < all.hunks(change).size(); ++i) {
        const auto& hunk = all.hunks(change)[i];
        const auto touched = all.touched(change, i);
        for (auto unit = touched.first | 1; unit <= touched.last; unit += 2) clauses.push_back(unit);
        only_takes = only_takes && hunk.insert.empty();
        reach.taken += hunk.to - hunk.from;
        reach.put_in += hunk.insert.size();
    }
    std::sort(clauses.begin(), clauses.end());
    reach.clauses = std::size_t(std::unique(clauses.begin(), clauses.end()) - clauses.begin());
    reach.deletes = only_takes;
    return reach;
}

// By place, principles (which have none) first in theirs.
auto place_of(const Contender& one) {
    const bool is_text = one.line > 0;
    return std::tuple(one.chapter, is_text, one.line, one.number);
}

// Groups that grow by joining; each knows its root.
class Groups {
public:
    explicit Groups(std::size_t count) : parent_(count), root_(count) {
        std::iota(parent_.begin(), parent_.end(), std::size_t(0));
        std::iota(root_.begin(), root_.end(), std::size_t(0));
    }
    std::size_t find(std::size_t one) {
        while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
        return one;
    }
    std::size_t root(std::size_t one) { return root_[find(one)]; }
    void join_under(std::size_t root, std::size_t other) {
        parent_[find(other)] = find(root);
        root_[find(root)] = root;
    }

private:
    std::vector<std::size_t> parent_, root_;
};

// Contenders that say the same, in the order of their numbers, by their first.
std::map<std::size_t, std::vector<std::size_t>> folded(const std::vector<Contender>& contenders, const Gathering& all) {
    const auto first = all.first_same();
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < contenders.size(); ++i) groups[first[i]].push_back(i);
    std::map<std::size_t, std::vector<std::size_t>> found;
    for (auto& [any, group] : groups) {
        std::sort(group.begin(), group.end(),
                  [&](std::size_t a, std::size_t b) { return contenders[a].number < contenders[b].number; });
        const auto lowest = group.front();
        found[lowest] = std::move(group);
    }
    return found;
}

bool is_in(const std::vector<Hunk>& part, const std::vector<Hunk>& whole) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [&](const Hunk& hunk) {
        return std::find(whole.begin(), whole.end(), hunk) != whole.end();
    });
}

// Who collides with whom, of those that stand for what says the same.
std::vector<std::vector<std::size_t>> exclusions(const Gathering& all, const std::vector<std::size_t>& first) {
    std::vector<std::vector<std::size_t>> excluded(all.size());
    for (const auto& [a, b] : all.pairs()) {
        if (first[a] != a || first[b] != b) continue;
        excluded[a].push_back(b);
        excluded[b].push_back(a);
    }
    return excluded;
}

// What amends another is voted on just before it, so that the meeting knows what it votes on.
void put_before_amended(std::vector<VotingItem>& items, const std::vector<Contender>& contenders) {
    std::map<std::size_t, std::vector<VotingItem>> before;
    std::vector<VotingItem> others;
    for (auto& item : items) {
        const auto amended = contenders[item.contenders.front()].amends;
        (amended ? before[*amended] : others).push_back(std::move(item));
    }
    items.clear();
    for (auto& item : others) {
        for (const auto contender : item.contenders) {
            auto& ahead = before[contender];
            std::sort(ahead.begin(), ahead.end(), [&](const VotingItem& a, const VotingItem& b) {
                return contenders[a.contenders.front()].number < contenders[b.contenders.front()].number;
            });
            items.insert(items.end(), ahead.begin(), ahead.end());
        }
        items.push_back(std::move(item));
    }
}

}  // namespace

bool farther(const Reach& a, const Reach& b) {
    const auto key = [](const Reach& r) { return std::tuple(r.clauses, r.deletes, r.taken, r.put_in, -r.number); };
    return key(a) > key(b);
}

VotingOrder::VotingOrder(std::u16string_view text, std::vector<Contender> contenders)
    : text_(text), contenders_(std::move(contenders)), units_(clauses_of(text_)), all_(text_, units_) {
    for (std::size_t i = 0; i < contenders_.size(); ++i) {
        all_.add(contenders_[i].change.value_or(Change::keep(text_.size())), contenders_[i].whole);
        reaches_.push_back(reach_of(all_, i, contenders_[i].number));
        if (contenders_[i].whole) reaches_.back().clauses = units_.size() + 1;  // nothing reaches farther
    }
    const auto votes = folded(contenders_, all_);
    std::vector<std::size_t> first(contenders_.size());
    std::vector<std::size_t> mildest_first;
    for (const auto& [one, same] : votes) {
        for (const auto index : same) first[index] = one;
        mildest_first.push_back(one);
    }
    const auto excluded = exclusions(all_, first);
    std::sort(mildest_first.begin(), mildest_first.end(),
              [&](std::size_t a, std::size_t b) { return farther(reaches_[b], reaches_[a]); });
    Groups groups(contenders_.size());
    std::vector<std::vector<std::size_t>> below(contenders_.size());
    std::vector<bool> done(contenders_.size()), has_parent(contenders_.size());
    auto place = std::vector(contenders_.size(), place_of(Contender{}));  // the first place in the group under it
    for (const auto one : mildest_first) {
        place[one] = place_of(contenders_[one]);
        for (const auto other : excluded[one]) {
            if (!done[other] || groups.find(other) == groups.find(one)) continue;
            const auto root = groups.root(other);
            place[one] = std::min(place[one], place[root]);
            below[one].push_back(root);
            has_parent[root] = true;
            groups.join_under(one, root);
        }
        done[one] = true;
    }
    std::vector<std::size_t> waiting;
    const auto by_place_last_first = [&](std::size_t a, std::size_t b) { return place[a] > place[b]; };
    for (const auto one : mildest_first) {
        if (!has_parent[one]) waiting.push_back(one);
        std::sort(below[one].begin(), below[one].end(), by_place_last_first);
    }
    std::sort(waiting.begin(), waiting.end(), by_place_last_first);
    int group = 0;
    while (!waiting.empty()) {
        const auto one = waiting.back();
        waiting.pop_back();
        if (!has_parent[one] && !below[one].empty()) ++group;
        const bool alone = !has_parent[one] && below[one].empty();
        items_.push_back({votes.at(one), alone ? 0 : group, contenders_[one].chapter, contenders_[one].line});
        waiting.insert(waiting.end(), below[one].begin(), below[one].end());
    }
    put_before_amended(items_, contenders_);
}

std::vector<std::size_t> VotingOrder::amending(std::size_t contender) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < contenders_.size(); ++i) {
        if (contenders_[i].amends == contender) found.push_back(i);
    }
    std::sort(found.begin(), found.end(),
              [&](std::size_t a, std::size_t b) { return contenders_[a].number < contenders_[b].number; });
    return found;
}

Consequence VotingOrder::if_adopted(std::size_t contender, const std::optional<Change>& wording) const {
    Consequence consequence;
    Gathering all = all_;
    const auto adopted = wording ? all.size() : contender;
    if (wording) all.add(*wording);
    std::vector<bool> collides(all.size());
    for (const auto& meeting : all.meetings_of(adopted)) collides[meeting.b] = true;
    std::vector<std::size_t> by_number(contenders_.size());
    std::iota(by_number.begin(), by_number.end(), std::size_t(0));
    std::sort(by_number.begin(), by_number.end(),
              [&](std::size_t a, std::size_t b) { return contenders_[a].number < contenders_[b].number; });
    for (const auto other : by_number) {
        const auto& covers = contenders_[other].covered_by;
        if (other == contender) continue;
        // What says the same as one that is adopted in another wording is done with too: they are one vote.
        const bool same = !all.hunks(other).empty() && all.hunks(other) == all.hunks(contender);
        if (!collides[other] && is_in(all.hunks(other), all.hunks(adopted))) {
            consequence.along.push_back(other);
        } else if (collides[other]) {
            consequence.falls.push_back({other, FallReason::collides});
        } else if (same || std::find(covers.begin(), covers.end(), contender) != covers.end()) {
            consequence.falls.push_back({other, FallReason::covered});
        }
    }
    // Those that amend what falls fall with it; so do they where another wording than theirs is adopted.
    std::vector<std::size_t> gone;
    if (wording) gone.push_back(contender);
    for (const auto& fall : consequence.falls) gone.push_back(fall.contender);
    for (const auto one : gone) {
        for (const auto i : amending(one)) consequence.falls.push_back({i, FallReason::amends});
    }
    return consequence;
}

std::vector<VotingItem> arranged(const std::vector<VotingItem>& by_rule, std::span<const std::size_t> put) {
    std::map<std::size_t, std::size_t> position;
    for (std::size_t i = 0; i < put.size(); ++i) position.try_emplace(put[i], i);
    // Each item's key: where the chair put it, or that of the item it follows; then its place by the rule.
    std::vector<std::tuple<std::size_t, std::size_t, const VotingItem*>> keyed;
    std::size_t key = 0;
    for (std::size_t i = 0; i < by_rule.size(); ++i) {
        bool named = false;
        auto least = put.size();
        for (const auto contender : by_rule[i].contenders) {
            const auto found = position.find(contender);
            if (found == position.end()) continue;
            named = true;
            least = std::min(least, found->second);
        }
        if (named) key = least + 1;  // 0 is before all that the chair put
        keyed.emplace_back(key, named ? 0 : i + 1, &by_rule[i]);
    }
    std::sort(keyed.begin(), keyed.end());
    std::vector<VotingItem> items;
    for (const auto& one : keyed) items.push_back(*std::get<2>(one));
    return items;
}

Chapters::Chapters(std::span<const Block> blocks) {
    std::map<int, int> count;
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::heading) ++count[block.level];
    }
    if (count.empty()) return;
    auto level = count.begin()->first;
    for (const auto& [one, headings] : count) {
        if (headings < 2) continue;
        level = one;
        break;
    }
    for (const auto& block : blocks) {
        if (block.kind != BlockKind::heading || block.level > level || block.first_line == 0) continue;
        lines_.push_back(block.first_line);
        titles_.push_back(block.visible);
    }
}

int Chapters::of_line(int line) const {
    if (line == 0) return 0;
    return int(std::upper_bound(lines_.begin(), lines_.end(), line) - lines_.begin());
}

}  // namespace samrad::domain
