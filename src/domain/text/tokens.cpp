#include "domain/text/tokens.hpp"

namespace samrad::domain {

namespace {

using Sort = Token::Sort;

bool is_space(char16_t c) {
    return c == u' ' || c == u'\t' || c == 0x00A0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

bool is_ascii_letter(char16_t c) {
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

Sort sort_of(char16_t c) {
    if (is_ascii_letter(c)) return Sort::word;
    if (is_space(c)) return Sort::space;
    if (c == u'\n' || c == u'\r') return Sort::line_break;
    if (c < 0xAA) return Sort::mark;
    // Guillemets, §, ×, ÷ and the blocks of general punctuation, arrows, symbols and CJK punctuation.
    if (c == 0xAB || (c >= 0xAC && c <= 0xB4) || (c >= 0xB6 && c <= 0xB9) || c == 0xBB || c == 0xBF) return Sort::mark;
    if (c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F)) return Sort::mark;
    return Sort::word;
}

// "don't", "EU-landene", "2014-01": one word.
bool joins(char16_t c) { return c == u'\'' || c == u'-' || c == 0x2019; }

std::size_t token_end(std::u16string_view text, std::size_t from, Sort sort) {
    std::size_t to = from + 1;
    if (sort == Sort::mark || sort == Sort::line_break) return to;
    while (to < text.size()) {
        if (sort_of(text[to]) == sort) {
            ++to;
        } else if (sort == Sort::word && joins(text[to]) && to + 1 < text.size() &&
                   sort_of(text[to + 1]) == Sort::word) {
            to += 2;
        } else {
            break;
        }
    }
    return to;
}

}  // namespace

std::vector<Token> tokens_of(std::u16string_view text) {
    std::vector<Token> tokens;
    tokens.reserve(text.size() / 3);
    for (std::size_t from = 0; from < text.size();) {
        const Sort sort = sort_of(text[from]);
        const std::size_t to = token_end(text, from, sort);
        tokens.push_back({from, to, sort});
        from = to;
    }
    return tokens;
}

std::vector<Token> words_of(std::u16string_view text) {
    std::vector<Token> words;
    for (std::size_t from = 0; from < text.size();) {
        const Sort sort = sort_of(text[from]);
        const std::size_t to = token_end(text, from, sort);
        if (sort == Sort::word) words.push_back({from, to, sort});
        from = to;
    }
    return words;
}

bool is_small(char16_t c) {
    if (c < 0x100) return (c >= u'a' && c <= u'z') || (c >= 0xDF && c != 0xF7);
    if (c < 0x180) {
        const bool small_is_even = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
        return (c % 2 == 0) == small_is_even;
    }
    return (c >= 0x3AC && c <= 0x3CE) || (c >= 0x430 && c <= 0x45F);
}

}  // namespace samrad::domain
