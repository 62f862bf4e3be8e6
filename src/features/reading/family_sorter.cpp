#include "features/reading/family_sorter.hpp"

#include <set>

#include "base/utf8.hpp"
#include "domain/form/answer_check.hpp"
#include "features/form_json.hpp"
#include "storage/consultations.hpp"
#include "storage/events.hpp"
#include "storage/families.hpp"

namespace samrad::features {

namespace {

constexpr int at_once = 1000;  // answers in one transaction

// The sketches of answers to one consultation; a form's revision is read once.
class Sketches {
public:
    Sketches(storage::Transaction& tx, ConsultationId consultation) : tx_(tx), consultation_(consultation) {}

    domain::Sketch of(const storage::Unsorted& answer) {
        auto form = forms_.find(answer.revision);
        if (form == forms_.end()) {
            const auto definition = storage::find_form(tx_, consultation_, answer.revision).value();
            form = forms_.emplace(answer.revision, form_of(definition)).first;
        }
        std::vector<std::u16string> texts;
        for (const auto& one : domain::free_texts(form->second, fields_of(answer.shown))) {
            texts.push_back(to_utf16(one.text));
        }
        return domain::sketch_of(texts);
    }

private:
    storage::Transaction& tx_;
    ConsultationId consultation_;
    std::map<int, domain::Form> forms_;
};

}  // namespace

FamilySorter::FamilySorter(storage::Pool& pool, std::function<void(const std::vector<live::Topic>&)> announce)
    : pool_(pool), announce_(std::move(announce)) {}

int FamilySorter::sort() {
    std::vector<ConsultationId> waiting;
    {
        storage::Transaction tx(pool_, storage::Mode::read);
        waiting = storage::unsorted_consultations(tx);
    }
    int count = 0;
    for (const auto consultation : waiting) {
        try {
            for (int some = sort_some(consultation); some > 0; some = sort_some(consultation)) count += some;
        } catch (...) {
            known_.erase(consultation);  // what is remembered may not have been stored
            throw;
        }
    }
    const auto long_ago = std::chrono::steady_clock::now() - std::chrono::minutes(10);
    std::erase_if(known_, [&](const auto& entry) { return entry.second.used < long_ago; });
    return count;
}

int FamilySorter::sort_some(ConsultationId consultation) {
    storage::Transaction tx(pool_, storage::Mode::write);
    const auto round = storage::begin_round(tx, consultation);
    if (!round) return 0;
    std::set<AnswerId> left;  // families that lost an answer
    auto& known = known_[consultation];
    known.used = std::chrono::steady_clock::now();
    if (known.round != *round) {
        known.families = domain::Families();
        storage::each_delegate(tx, consultation, [&](const storage::Sorted& one) {
            known.families.restore(one.answer, one.family, *one.sketch);
        });
        for (const auto family : storage::families_without_delegate(tx, consultation)) left.insert(family);
    }
    const auto unsorted = storage::take_unsorted(tx, consultation, at_once);
    if (unsorted.empty()) {
        tx.commit();
        known.round = *round;
        return 0;
    }
    Sketches sketches(tx, consultation);
    for (const auto& one : unsorted) {
        if (const auto family = known.families.remove(one.answer)) left.insert(*family);
    }
    for (const auto family : left) {
        if (known.families.has_delegate(family)) continue;
        const auto next = storage::first_of_family(tx, family);
        if (!next) continue;
        const auto sketch = sketches.of(*next);
        known.families.restore(next->answer, family, sketch);
        storage::set_delegate(tx, next->answer, sketch);
    }
    std::vector<storage::Sorted> sorted;
    std::vector<std::pair<AnswerId, AnswerId>> joined;
    for (const auto& one : unsorted) {
        if (!one.submitted) continue;
        auto sketch = sketches.of(one);
        const auto placed = known.families.add(one.answer, sketch);
        for (const auto gone : placed.joined) joined.emplace_back(gone, placed.family);
        sorted.push_back(
            {one.answer, placed.family, placed.delegate ? std::optional(std::move(sketch)) : std::nullopt});
    }
    storage::store_sorted(tx, consultation, sorted);
    for (const auto& [gone, into] : joined) storage::join_families(tx, gone, into);
    storage::end_round(tx, consultation);
    const live::Topic topic = "consultation:" + std::to_string(consultation.value);
    storage::append_event(tx, topic, "answers", consultation.value);
    tx.commit();
    known.round = *round + 1;
    announce_({topic});
    return int(unsorted.size());
}

}  // namespace samrad::features
