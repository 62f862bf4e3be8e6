// Words are counted with repetition: of the words that a reading takes away and puts in, some must be those that the
// hand takes away or puts in, else it has nothing of it. Example: over "gratis" with the readings "billig" and "dyr",
// "rimelig" has of both that "gratis" goes; "dyr" has nothing of the first, since it is the second's own.
#include "domain/text/settled.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "domain/text/tokens.hpp"
#include "domain/text/words.hpp"

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

Counted in_order(std::u16string_view text, Numbers& numbers) {
    Counted words;
    for (const auto& word : words_of(text)) words.push_back(numbers.of(text.substr(word.from, word.to - word.from)));
    return words;
}

Counted sorted(Counted words) {
    std::sort(words.begin(), words.end());
    return words;
}

Counted less(const Counted& all, const Counted& those) {
    Counted left;
    std::set_difference(all.begin(), all.end(), those.begin(), those.end(), std::back_inserter(left));
    return left;
}

// Whether all of `words` come in `text`, in their order.
bool come_in(const Counted& words, const Counted& text) {
    auto at = text.begin();
    return std::all_of(words.begin(), words.end(), [&](std::uint32_t word) {
        at = std::find(at, text.end(), word);
        return at != text.end() && at++ != text.end();
    });
}

}  // namespace

Extent extent_by_hand(std::u16string_view base, std::span<const std::u16string> readings, std::size_t which,
                      std::u16string_view hand) {
    const auto written = without_space(hand);
    const std::u16string_view reading = readings[which];
    if (written == without_space(reading)) return Extent::whole;
    const auto is_written = [&](const std::u16string& one) { return without_space(one) == written; };
    if (written == without_space(base) || std::any_of(readings.begin(), readings.end(), is_written))
        return Extent::none;
    Numbers numbers;
    const auto wanted = in_order(reading, numbers);
    const auto made = in_order(hand, numbers);
    const auto before = sorted(in_order(base, numbers));
    const auto of_reading = sorted(wanted);
    const auto of_hand = sorted(made);
    const auto comes = less(of_reading, before);
    const auto goes = less(before, of_reading);
    if (comes.empty() && goes.empty())
        return Extent::part;  // words moved, or marks alone: nothing that could be counted
    const auto shared = shared_words(comes, less(of_hand, before)) + shared_words(goes, less(before, of_hand));
    if (shared == 0) return Extent::none;
    return goes.empty() && come_in(wanted, made) ? Extent::whole : Extent::part;
}

}  // namespace samrad::domain
