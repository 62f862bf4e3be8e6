#include "domain/consultation/shared_text.hpp"

#include <algorithm>
#include <list>
#include <map>
#include <string_view>

#include "domain/text/tokens.hpp"
#include "domain/text/words.hpp"

namespace samrad::domain {

namespace {

using std::size_t;
using std::u16string_view;
using Sort = Token::Sort;

constexpr size_t most_sentences = 200;  // of a text
constexpr double alike_from = 0.6;      // words in common, of the words of both

struct Sentence {
    u16string_view text;               // without white space around it
    u16string_view space;              // before it
    std::vector<std::uint32_t> words;  // their numbers, sorted
};

// "nr. 14", "f.eks. der": what goes on with a digit or a small letter goes on.
bool goes_on_with(char16_t c) {
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}

bool is_blank(const Token& token) { return token.sort == Sort::space || token.sort == Sort::line_break; }

// Whether a sentence ends behind the token: at a line's end, or with a mark and white space before what begins anew.
bool ends_behind(u16string_view text, const std::vector<Token>& tokens, size_t i) {
    if (i + 1 == tokens.size() || tokens[i + 1].sort == Sort::line_break) return true;
    if (tokens[i + 1].sort != Sort::space) return false;
    size_t mark = i;
    while (mark > 0 && u16string_view(u"\"'»”’)").find(text[tokens[mark].from]) != u16string_view::npos) --mark;
    if (u16string_view(u".!?…").find(text[tokens[mark].from]) == u16string_view::npos) return false;
    return i + 2 < tokens.size() && !goes_on_with(text[tokens[i + 2].from]);
}

std::vector<Sentence> sentences_of(u16string_view text, Numbers& numbers) {
    std::vector<Sentence> sentences;
    const auto tokens = tokens_of(text);
    size_t past = 0;  // the end of the sentence before
    for (size_t i = 0; i < tokens.size() && sentences.size() < most_sentences; ++i) {
        if (is_blank(tokens[i])) continue;
        Sentence sentence{{}, text.substr(past, tokens[i].from - past), {}};
        const auto from = tokens[i].from;
        for (;; ++i) {
            if (tokens[i].sort == Sort::word) {
                sentence.words.push_back(numbers.of(text.substr(tokens[i].from, tokens[i].to - tokens[i].from)));
            }
            if (ends_behind(text, tokens, i)) break;
        }
        past = tokens[i].to;
        sentence.text = text.substr(from, past - from);
        std::sort(sentence.words.begin(), sentence.words.end());
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

double likeness(const Sentence& a, const Sentence& b) {
    if (a.text == b.text) return 1;
    const auto both = a.words.size() + b.words.size(), shorter = std::min(a.words.size(), b.words.size());
    if (2 * double(shorter) < alike_from * double(both)) return 0;
    return both == 0 ? 0 : 2 * double(shared_words(a.words, b.words)) / double(both);
}

// What several texts say nearly alike: a sentence of each.
struct Said {
    std::vector<const Sentence*> sentences;
    size_t last_text = 0;  // which had the last of them
};

// What all texts say, in the order in which they say it.
std::list<Said> said_in(const std::vector<std::vector<Sentence>>& texts) {
    std::list<Said> all;
    for (size_t i = 0; i < texts.size(); ++i) {
        auto next = all.begin();  // behind what this text said last
        for (const auto& sentence : texts[i]) {
            auto best = all.end();
            double best_likeness = alike_from;
            for (auto said = all.begin(); said != all.end(); ++said) {
                if (!said->sentences.empty() && said->last_text == i) continue;
                const auto alike = likeness(*said->sentences.front(), sentence);
                if (alike < best_likeness || (best != all.end() && alike == best_likeness)) continue;
                best = said;
                best_likeness = alike;
            }
            if (best == all.end()) best = all.emplace(next);
            best->sentences.push_back(&sentence);
            best->last_text = i;
            next = std::next(best);
        }
        // What no half of the texts can say any more.
        const auto left = texts.size() - 1 - i;
        std::erase_if(all, [&](const Said& said) { return 2 * (said.sentences.size() + left) <= texts.size(); });
    }
    return all;
}

// The wording that most have, of those whose every word more than half have, and of several the one with most words;
// nothing where there is none.
const Sentence* wording_of(const Said& said) {
    std::map<std::uint32_t, size_t> having;  // by word; one that stands twice counts once
    std::map<u16string_view, size_t> times;
    for (const auto* sentence : said.sentences) {
        ++times[sentence->text];
        for (size_t i = 0; i < sentence->words.size(); ++i) {
            if (i == 0 || sentence->words[i] != sentence->words[i - 1]) ++having[sentence->words[i]];
        }
    }
    const Sentence* found = nullptr;
    for (const auto* sentence : said.sentences) {
        const bool common = std::all_of(sentence->words.begin(), sentence->words.end(),
                                        [&](auto word) { return 2 * having[word] > said.sentences.size(); });
        const auto rank = [&](const Sentence* one) { return std::pair(times[one->text], one->words.size()); };
        if (common && (!found || rank(sentence) > rank(found))) found = sentence;
    }
    return found;
}

}  // namespace

std::u16string shared_text(const std::vector<std::u16string>& texts) {
    Numbers numbers;
    std::vector<std::vector<Sentence>> sentences;
    for (const auto& text : texts) sentences.push_back(sentences_of(text, numbers));
    std::u16string shared;
    for (const auto& said : said_in(sentences)) {
        const auto* wording = wording_of(said);
        if (!wording) continue;
        if (!shared.empty()) shared += wording->space.empty() ? u16string_view(u" ") : wording->space;
        shared += wording->text;
    }
    return shared;
}

}  // namespace samrad::domain
