#include "domain/text/clauses.hpp"

#include <algorithm>
#include <array>

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
    bool ended = false;   // a mark that ends a clause has come, and nothing but closing marks since
    bool spaced = false;  // and then white space
    bool word = false;    // the clause has a word already: an opener at its beginning cuts nothing
    bool broken = false;  // a line break has come; the empty lines after it belong to the clause before them
    for (const auto& token : tokens_of(text)) {
        const auto token_text = text.substr(token.from, token.to - token.from);
        if (token.sort == Token::Sort::line_break) {
            broken = true;
            ended = spaced = word = false;
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
        if (spaced && (ended || (word && token.sort == Token::Sort::word && opens(token_text)))) {
            cuts.add(token.from);
            ended = word = false;
        } else if (token.sort == Token::Sort::word) {
            ended = false;
        }
        spaced = false;
        if (token.sort == Token::Sort::word) word = true;
        if (token.sort == Token::Sort::mark && ends_clause(token_text.front())) ended = true;
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
