// Words are counted with repetition: of the words that a reading takes away and puts in, some must be those that the
// hand takes away or puts in, and one of them a word that tells something, else it has nothing of it. Example: over
// "gratis" with the readings "billig" and "dyr", "rimelig" has of both that "gratis" goes; "dyr" has nothing of the
// first, since it is the second's own.
#include "domain/text/settled.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "domain/text/tokens.hpp"

namespace samrad::domain {

namespace {

using Counted = std::vector<std::uint32_t>;  // the numbers of words

std::u16string without_space(std::u16string_view text) {
    std::u16string made;
    for (const auto& token : tokens_of(text)) {
        if (token.sort == Token::Sort::space || token.sort == Token::Sort::line_break) continue;
        made += text.substr(token.from, token.to - token.from);
    }
    return made;
}

// `spelled` has the words by their numbers.
Counted in_order(std::u16string_view text, Numbers& numbers, std::vector<std::u16string_view>& spelled) {
    Counted words;
    for (const auto& word : words_of(text)) {
        const auto passage = text.substr(word.from, word.to - word.from);
        words.push_back(numbers.of(passage));
        if (words.back() == spelled.size()) spelled.push_back(passage);
    }
    return words;
}

Counted sorted(Counted words) {
    std::sort(words.begin(), words.end());
    return words;
}

Counted both(const Counted& a, const Counted& b) {
    Counted shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return shared;
}

Counted less(const Counted& all, const Counted& those) {
    Counted left;
    std::set_difference(all.begin(), all.end(), those.begin(), those.end(), std::back_inserter(left));
    return left;
}

// Whether the words that are put in between those of `base` stand in `text` as they do in `words`, each run of them
// with no other word between.
bool has_runs(const Counted& words, const Counted& base, const Counted& text) {
    auto kept = base.begin();
    auto at = text.begin();
    for (auto word = words.begin(); word != words.end();) {
        if (kept != base.end() && *word == *kept) {
            ++word;
            ++kept;
            continue;
        }
        auto end = word;
        while (end != words.end() && (kept == base.end() || *end != *kept)) ++end;
        const auto found = std::search(at, text.end(), word, end);
        if (found == text.end()) return false;
        at = found + (end - word);
        word = end;
    }
    return kept == base.end();
}

// Of these words those that say something by themselves: four letters and more, or a number.
std::size_t count_telling(const Counted& words, const std::vector<std::u16string_view>& spelled) {
    return std::size_t(std::count_if(words.begin(), words.end(), [&](std::uint32_t word) {
        const auto text = spelled[word];
        return text.size() >= 4 || (text[0] >= u'0' && text[0] <= u'9');
    }));
}

}  // namespace

Extent extent_by_hand(std::u16string_view base, std::span<const std::u16string> readings, std::size_t which,
                      std::u16string_view hand) {
    const std::u16string_view reading = readings[which];
    if (hand == reading) return Extent::whole;
    if (hand == base) return Extent::none;
    const auto written = without_space(hand);
    if (written == without_space(reading)) return Extent::whole;
    const auto is_written = [&](const std::u16string& one) { return without_space(one) == written; };
    if (written == without_space(base) || std::any_of(readings.begin(), readings.end(), is_written)) {
        return Extent::none;
    }
    Numbers numbers;
    std::vector<std::u16string_view> spelled;
    const auto wanted = in_order(reading, numbers, spelled);
    const auto made = in_order(hand, numbers, spelled);
    const auto kept = in_order(base, numbers, spelled);
    const auto before = sorted(kept);
    const auto of_reading = sorted(wanted);
    const auto of_hand = sorted(made);
    const auto comes = less(of_reading, before);
    const auto goes = less(before, of_reading);
    if (comes.empty() && goes.empty()) {  // words moved, or marks alone: all of its words are there, or nothing is
        return less(of_reading, of_hand).empty() ? Extent::part : Extent::none;
    }
    if (goes.empty() && has_runs(wanted, kept, made)) return Extent::whole;
    auto shared = both(comes, less(of_hand, before));
    const auto gone = both(goes, less(before, of_hand));
    shared.insert(shared.end(), gone.begin(), gone.end());
    const bool is_all =
        shared.size() == comes.size() + goes.size();  // short words too say something where they are all
    return count_telling(shared, spelled) > 0 || is_all ? Extent::part : Extent::none;
}

}  // namespace samrad::domain
