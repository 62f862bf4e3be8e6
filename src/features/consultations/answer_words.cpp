#include "features/consultations/answer_words.hpp"

#include <map>

#include "features/dates.hpp"

namespace samrad::features {

namespace {

using domain::Language;
using std::string;

struct Sentence {
    const char* nb;
    const char* en;
};

// "#" stands for the limit that the problem names.
const std::map<string, Sentence, std::less<>>& sentences() {
    static const std::map<string, Sentence, std::less<>> all{
        {"answer.required", {"Dette må besvares.", "This has to be answered."}},
        {"answer.not_asked",
         {"Dette spørres det ikke om, slik du har svart over. Ta bort svaret her, eller endre det over.",
          "This is not asked, given what you answered above. Take the answer away here, or change the one above."}},
        {"answer.unknown_field", {"Skjemaet har ikke dette feltet.", "The form has no such field."}},
        {"answer.too_long", {"Teksten er for lang: høyst # tegn.", "The text is too long: # characters at most."}},
        {"answer.too_short", {"Teksten er for kort: minst # tegn.", "The text is too short: # characters at least."}},
        {"answer.too_many", {"Velg høyst #.", "Choose # at most."}},
        {"answer.too_few", {"Velg minst #.", "Choose # at least."}},
        {"answer.out_of_range",
         {"Tallet er utenfor det som spørres om (grensen er #).",
          "The number is outside of what is asked for (the limit is #)."}},
        {"answer.not_a_choice", {"Velg ett av alternativene.", "Choose one of the options."}},
        {"answer.not_a_number", {"Skriv et tall, for eksempel 3,5.", "Write a number, such as 3.5."}},
        {"answer.not_a_date",
         {"Skriv en dato som finnes, som 2026-11-23.", "Write a date that exists, as 2026-11-23."}},
        {"answer.not_a_place", {"Velg en kommune fra listen.", "Choose a municipality from the list."}},
        {"answer.one_only", {"Her kan du velge bare én.", "Only one can be chosen here."}},
        {"answer.other_missing",
         {"Velg «Annet» og skriv hva du mener, begge deler.", "Choose “Other” and write what you mean, both."}},
        {"answer.rank_twice", {"To har samme plass. Gi hver sin egen.", "Two have the same rank. Give each its own."}},
        {"answer.rank_missing", {"Gi alle en plass, eller ingen.", "Rank all of them, or none."}},
        {"answer.not_text", {"Feltet inneholder tegn som ikke er tekst.", "The field holds signs that are no text."}},
        {"answer.consent_required",
         {"Vi kan ikke ta imot svaret uten samtykke.", "We cannot take the answer without your consent."}},
        {"answer.name_required", {"Skriv navnet ditt.", "Write your name."}},
        {"account.name_invalid",
         {"Skriv et navn på én linje, høyst 100 tegn.", "Write a name of one line, at most 100 signs."}},
        {"account.email_invalid",
         {"Skriv en e-postadresse, som kari@eksempel.no.", "Write an address, such as kari@example.org."}},
        {"answer.code_unknown",
         {"Koden er ikke en av dem som er delt ut.", "The code is not one that was handed out."}},
        {"answer.given_already",
         {"Det er allerede svart med denne kontoen eller koden. Åpne det svaret for å endre det.",
          "This account or code has been used for an answer already. Open that answer to change it."}},
        {"answer.address_limit",
         {"Det har kommet så mange svar fra dette nettverket i dag at vi ikke kan ta imot flere. Prøv igjen i morgen; "
          "det du har skrevet, er lagret.",
          "So many answers came from this network today that we can take no more. Try again tomorrow; what you wrote "
          "is "
          "stored."}},
        {"consultation.closed",
         {"Høringen er avsluttet, og svar kan ikke lenger sendes eller endres. Det du har skrevet, står under.",
          "The consultation is closed; answers can no longer be sent or changed. What you wrote stands below."}},
        {"consultation.not_open_yet", {"Høringen er ikke åpnet ennå.", "The consultation is not open yet."}},
    };
    return all;
}

}  // namespace

string sentence_of(const Problem& problem, Language language) {
    const auto found = sentences().find(problem.code);
    if (found == sentences().end()) {
        return language == Language::nb ? "Noe er galt her: " + problem.code
                                        : "Something is wrong here: " + problem.code;
    }
    string text = language == Language::nb ? found->second.nb : found->second.en;
    if (const auto at = text.find('#'); at != string::npos) {
        text.replace(at, 1, problem.facts.empty() ? string() : problem.facts.front().second);
    }
    return text;
}

string consent_text(const domain::Consultation& consultation, const string& organisation, Language language) {
    const auto& rules = consultation.rules;
    const auto until = date_for_people(to_iso(rules.erases), name_of(language));
    if (language == Language::nb) {
        return "Svaret ditt kan vise hva du mener om politikk. Slike opplysninger har et særlig vern, og " +
               organisation + " kan bare bruke dem om du samtykker. Formål: " + rules.purpose +
               " Svaret leses av dem som arbeider med "
               "saken. Det slettes senest " +
               until +
               ". Du kan trekke det tilbake når du vil fra lenken på kvitteringen; da "
               "slettes det du skrev med én gang.";
    }
    return "Your answer may show what you think of politics. Such information is specially protected, and " +
           organisation + " can use it only if you consent. Purpose: " + rules.purpose +
           " The answer is read by those who work on the "
           "matter. It is erased by " +
           until +
           " at the latest. You can withdraw it whenever you like from the link on the "
           "receipt; what you wrote is erased at once then.";
}

}  // namespace samrad::features
