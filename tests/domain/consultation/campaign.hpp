// Answers as they come in when campaigns are on: texts from templates that people change, among texts of their own.
#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

namespace samrad::testing {

struct Letter {
    int campaign = 0;  // 0: of none
    std::string text;
};

// Words of no meaning put together of Norwegian syllables, the frequent ones as frequent as in any language, and turns
// of phrase that everybody uses: what makes strangers' texts alike.
class Writer {
public:
    explicit Writer(unsigned seed) : dice_(seed) {
        static constexpr std::array<const char*, 24> syllables{"sko", "le",  "vei", "far", "ten", "by",  "gd",  "fer",
                                                               "ge",  "lys", "kom", "mu",  "ne",  "bar", "fjo", "rd",
                                                               "hel", "se",  "tog", "lær", "er",  "bo",  "lig", "øst"};
        for (int i = 0; i < 4000; ++i) {
            std::string word;
            const int length = 1 + int(std::to_string(i).size()) - int(i < 60);
            for (int k = 0; k < std::max(1, length); ++k) word += syllables[dice_() % syllables.size()];
            words_.push_back(word);
        }
    }
    std::string word() {
        const double at = std::uniform_real_distribution<>(0, 1)(dice_);
        return words_[std::size_t(at * at * at * double(words_.size() - 1))];
    }
    std::string sentence() {
        static constexpr std::array<const char*, 10> turns{"det er viktig at ",
                                                           "jeg mener at ",
                                                           "vi i vår kommune ",
                                                           "etter min mening bør ",
                                                           "takk for at dere spør, men ",
                                                           "for oss som bor her er det slik at ",
                                                           "jeg håper dere vil ",
                                                           "det må bli slutt på at ",
                                                           "vi trenger en ",
                                                           "når det gjelder "};
        std::string text = dice_() % 3 == 0 ? turns[dice_() % turns.size()] : "";
        const auto length = 6 + dice_() % 14;
        for (std::size_t i = 0; i < length; ++i) text += word() + " ";
        text.back() = '.';
        return text;
    }
    std::vector<std::string> sentences(std::size_t least, std::size_t most) {
        std::vector<std::string> all;
        const auto count = least + dice_() % (most - least + 1);
        for (std::size_t i = 0; i < count; ++i) all.push_back(sentence());
        return all;
    }
    // What somebody makes of a campaign's text: a word in eight another one, a sentence in seven left out, two changed
    // about, and most people say something of their own before or behind it.
    std::string paraphrase(std::vector<std::string> text) {
        std::vector<std::string> kept;
        for (auto& one : text) {
            if (text.size() > 2 && dice_() % 7 == 0) continue;
            std::string changed, part;
            for (const char letter : one + " ") {
                if (letter != ' ') {
                    part += letter;
                    continue;
                }
                const auto chance = dice_() % 24;
                if (chance < 3) part = word();
                if (chance == 3) part += " " + word();
                if (chance != 4) changed += (changed.empty() ? "" : " ") + part;
                part.clear();
            }
            kept.push_back(changed);
        }
        if (kept.empty()) kept.push_back(text.front());
        if (kept.size() > 1 && dice_() % 3 == 0) std::swap(kept[dice_() % kept.size()], kept[dice_() % kept.size()]);
        if (dice_() % 2) {
            for (auto& own : sentences(1, 4)) kept.insert(dice_() % 2 ? kept.begin() : kept.end(), own);
        }
        return joined(kept);
    }
    static std::string joined(const std::vector<std::string>& sentences) {
        std::string text;
        for (const auto& one : sentences) text += (text.empty() ? "" : " ") + one;
        return text;
    }
    std::mt19937& dice() { return dice_; }

private:
    std::mt19937 dice_;
    std::vector<std::string> words_;
};

// `count` letters in the order they came; campaigns of 10 to 500 among them, mixed through the rest.
inline std::vector<Letter> letters_with_campaigns(std::size_t count, int campaigns, unsigned seed) {
    Writer writer(seed);
    std::vector<Letter> letters;
    for (int campaign = 1; campaign <= campaigns; ++campaign) {
        const auto text = writer.sentences(4, 9);
        const double at = double(campaign - 1) / std::max(1, campaigns - 1);
        const auto size = std::size_t(10 + 490 * at * at);
        for (std::size_t i = 0; i < size && letters.size() < count; ++i) {
            letters.push_back({campaign, i == 0 ? Writer::joined(text) : writer.paraphrase(text)});
        }
    }
    while (letters.size() < count) letters.push_back({0, Writer::joined(writer.sentences(2, 9))});
    std::shuffle(letters.begin(), letters.end(), writer.dice());
    return letters;
}

}  // namespace samrad::testing
