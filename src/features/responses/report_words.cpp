#include "features/responses/report_words.hpp"

#include "features/voice_word.hpp"

namespace samrad::features {

using domain::Language;
using std::string;

string status_word(domain::ResponseStatus status, Language language) {
    const bool en = language == Language::en;
    switch (status) {
        case domain::ResponseStatus::followed: return en ? "Followed" : "Fulgt";
        case domain::ResponseStatus::partly: return en ? "Followed in part" : "Delvis fulgt";
        case domain::ResponseStatus::not_followed: return en ? "Not followed" : "Ikke fulgt";
        case domain::ResponseStatus::noted: return en ? "Noted" : "Notert";
        case domain::ResponseStatus::later: return en ? "For later" : "Tas opp senere";
    }
    return "";
}

string place_word(const ToldBlock& block, Language language) {
    const bool en = language == Language::en;
    string place = string(en ? "version " : "versjon ") + std::to_string(block.version);
    if (block.line > 0) place += string(en ? ", line " : ", linje ") + std::to_string(block.line);
    if (block.gone) place += en ? " (no longer in the newest version)" : " (står ikke lenger i den nyeste versjonen)";
    return place;
}

std::vector<std::pair<string, string>> count_words(const domain::ShownByVoice& counts, Language language) {
    std::vector<std::pair<string, string>> all;
    for (std::size_t i = 0; i < domain::voice_count; ++i) {
        if (counts[i] == 0) continue;
        const string count = counts[i]                  ? std::to_string(*counts[i])
                             : language == Language::en ? "fewer than 5"
                                                        : "færre enn 5";
        all.emplace_back(voice_word(domain::Voice(i), language), count);
    }
    return all;
}

string count_note(Language language) {
    return language == Language::en
               ? "The numbers say from how many answers of each group passages were put under a theme. Groups are "
                 "never "
                 "added up, and where fewer than five said so, the number is not told. Quotes are shown only where "
                 "their "
                 "authors consented to it."
               : "Tallene sier fra hvor mange svar i hver gruppe avsnitt er lagt under et tema. Gruppene legges aldri "
                 "sammen, og der færre enn fem har sagt det, sies ikke tallet. Sitater vises bare der de som skrev "
                 "dem, "
                 "har samtykket til det.";
}

string open_note(Language language) {
    return language == Language::en ? "Not answered yet. The committee is still working on this theme."
                                    : "Ikke besvart ennå. Komiteen arbeider fortsatt med dette temaet.";
}

MailText outcome_mail(Language language, const Site& site, const domain::Consultation& consultation,
                      const string& token, bool again) {
    const auto link = site.public_address + "/answers/" + token + "/outcome";
    const auto report = site.public_address + "/consultations/" + std::to_string(consultation.id.value) + "/report";
    const auto& title = consultation.rules.title;
    if (language == Language::en) {
        return {
            string(again ? "A new response to your answer" : "What became of your answer") + " – " + site.organisation,
            "Hello,\n\n" +
                string(again ? "Something that you wrote in the consultation “" + title + "” is answered anew."
                             : "Thank you for your answer to the consultation “" + title + "”. It is answered now.") +
                " Here you see what became of your own words:\n\n" + link +
                "\n\nThe link shows your answer and cannot change it.\n\nThe whole report:\n" + report +
                "\n\nKind regards,\n" + site.organisation + "\n"};
    }
    return {string(again ? "Nytt svar på det du skrev" : "Hva det ble av svaret ditt") + " – " + site.organisation,
            "Hei!\n\n" +
                string(again ? "Noe av det du skrev i høringen «" + title + "», er besvart på nytt."
                             : "Takk for svaret ditt i høringen «" + title + "». Nå er høringen besvart.") +
                " Her ser du hva det ble av dine egne ord:\n\n" + link +
                "\n\nLenken viser svaret ditt og kan ikke endre det.\n\nHele rapporten:\n" + report +
                "\n\nVennlig hilsen\n" + site.organisation + "\n"};
}

}  // namespace samrad::features
