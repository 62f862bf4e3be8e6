#include "domain/text/clauses.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "domain/text/line_kinds.hpp"
#include "domain/text/tokens.hpp"

namespace samrad::domain {

namespace {

// Words that begin a clause in the middle of a sentence, in the languages of the texts. A word too many makes two
// changes that touch one thought look free of each other, one too few asks a person needlessly.
constexpr std::array<std::u16string_view, 20> openers = {
    u"and", u"or", u"but", u"that",  u"which", u"because", u"while", u"unless", u"og",   u"eller",
    u"men", u"at", u"som", u"fordi", u"mens",  u"dersom",  u"når",   u"slik",   u"samt", u"uten"};

bool opens(std::u16string_view word) { return std::find(openers.begin(), openers.end(), word) != openers.end(); }

bool ends_clause(char16_t mark) { return std::u16string_view(u".,;:!?…–—").find(mark) != std::u16string_view::npos; }

// Words with a point behind them after which a sentence goes on, also where a capital letter follows.
constexpr std::array<std::u16string_view, 36> shortened = {
    u"nr",  u"kap", u"art", u"kl",   u"ca",  u"jf",   u"jfr",  u"pkt",  u"st",  u"dr",  u"mr",    u"mrs",
    u"no",  u"vs",  u"eks", u"evt",  u"ev",  u"iht",  u"inkl", u"ift",  u"pga", u"mht", u"mrd",   u"mill",
    u"dvs", u"cf",  u"hhv", u"vedr", u"ang", u"prof", u"tlf",  u"resp", u"pst", u"fhv", u"tilsv", u"gl"};

bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }

// Whether a point ends a clause that has the word `before` it and the word `behind` it: not in "17. mai", "nr. 2",
// "bl.a. tog" and "O. Hansen". Where it is unclear it does not: a point too few asks a person needlessly, one too many
// joins the words of two sides.
bool point_ends(std::u16string_view before, std::u16string_view behind) {
    if (behind.empty()) return true;
    if (is_digit(behind.front()) || is_small(behind.front())) return false;
    if (before.size() == 1 && !is_digit(before.front())) return false;
    std::u16string word(before);
    for (auto& c : word) {
        if (c >= u'A' && c <= u'Z') c = char16_t(c + 0x20);
    }
    return std::find(shortened.begin(), shortened.end(), word) == shortened.end();
}

// The first word behind each of the tokens; empty behind the last one.
std::vector<std::u16string_view> next_words(std::u16string_view text, const std::vector<Token>& tokens) {
    std::vector<std::u16string_view> words(tokens.size());
    std::u16string_view next;
    for (std::size_t i = tokens.size(); i-- > 0;) {
        words[i] = next;
        if (tokens[i].sort == Token::Sort::word) next = text.substr(tokens[i].from, tokens[i].to - tokens[i].from);
    }
    return words;
}

std::u16string_view line_at(std::u16string_view text, std::size_t from) {
    return text.substr(from, text.find(u'\n', from) - from);
}

bool is_numbered(std::u16string_view line) { return is_list_item(line) && is_digit(line[indent_of(line)]); }

// Whether the line of `at` is an item with a number, beside another one: alone, "17. mai" is a date.
bool is_in_numbered_list(std::u16string_view text, std::size_t at) {
    const auto from = at == 0 ? 0 : text.rfind(u'\n', at - 1) + 1;
    if (!is_numbered(line_at(text, from))) return false;
    const auto behind = text.find_first_not_of(u"\n", std::min(text.find(u'\n', from), text.size()));
    if (behind != text.npos && is_numbered(line_at(text, behind))) return true;
    const auto end = from == 0 ? text.npos : text.find_last_not_of(u'\n', from - 1);
    return end != text.npos && is_numbered(line_at(text, text.rfind(u'\n', end) + 1));
}

// Collects where units begin; never twice at one place.
class Cuts {
public:
    void add(std::size_t position) {
        if (position > starts_.back()) starts_.push_back(position);
    }
    Units done(std::size_t length) {
        add(length);
        return {std::move(starts_)};
    }

private:
    std::vector<std::size_t> starts_ = {0};
};

}  // namespace

std::size_t Units::at(std::size_t position) const {
    const auto after = std::upper_bound(starts.begin(), starts.end(), position);
    const auto index = static_cast<std::size_t>(after - starts.begin()) - 1;
    return std::min(index, size() - 1);
}

bool Units::starts_at(std::size_t position) const { return std::binary_search(starts.begin(), starts.end(), position); }

// A mark ends its clause only with white space behind it, so that "3.5", "10,000" and "kl.12" stay whole. Quotes and
// emphasis may stand between the mark and the space: "good.** Then".
Units clauses_of(std::u16string_view text) {
    Cuts cuts;
    bool ended = false;        // a mark that ends a clause has come, and nothing but closing marks since
    bool spaced = false;       // and then white space
    bool word = false;         // the clause has a word already: an opener at its beginning cuts nothing
    bool broken = false;       // a line break has come; the empty lines after it belong to the clause before them
    std::size_t in_block = 0;  // how many words have come since
    std::u16string_view last;  // the last of them
    const auto soft = soft_breaks(text);
    auto wrapped = soft.begin();
    const auto tokens = tokens_of(text);
    const auto next = next_words(text, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        const auto token_text = text.substr(token.from, token.to - token.from);
        if (token.sort == Token::Sort::line_break) {
            if (wrapped != soft.end() && *wrapped == token.from) {
                ++wrapped;
                spaced = true;
                continue;
            }
            broken = true;
            ended = spaced = word = false;
            in_block = 0;
            continue;
        }
        if (token.sort == Token::Sort::space) {
            spaced = true;
            continue;
        }
        if (broken) {
            cuts.add(text.rfind(u'\n', token.from) + 1);
            broken = spaced = false;
        }
        const bool is_word = token.sort == Token::Sort::word;
        if (spaced && (ended || (word && is_word && opens(token_text)))) {
            cuts.add(token.from);
            ended = word = false;
        } else if (is_word) {
            ended = false;
        }
        spaced = false;
        if (is_word) {
            word = true;
            ++in_block;
            last = token_text;
        } else if (ends_clause(token_text.front())) {
            const bool point = token_text == u"." && in_block > 0;
            const bool numbers_item = point && in_block == 1 && is_in_numbered_list(text, token.from);
            ended |= !point || numbers_item || point_ends(last, next[i]);
        }
    }
    return cuts.done(text.size());
}

Units word_units_of(std::u16string_view text) {
    Cuts cuts;
    bool spaced = false;
    for (const auto& token : tokens_of(text)) {
        const bool blank = token.sort == Token::Sort::space || token.sort == Token::Sort::line_break;
        if (!blank || (token.sort == Token::Sort::line_break && !spaced)) cuts.add(token.from);
        spaced = blank;
    }
    return cuts.done(text.size());
}

}  // namespace samrad::domain
