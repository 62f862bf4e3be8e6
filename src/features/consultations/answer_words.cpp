#include "features/consultations/answer_words.hpp"

#include <map>

#include "features/consultations/reached_answer.hpp"
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
        {"answer.mail_limit",
         {"Herfra har vi nettopp sendt så mange e-poster at vi må vente litt. Prøv igjen om et minutt; det du har "
          "skrevet, er lagret.",
          "We have just sent so many mails from here that we must wait a little. Try again in a minute; what you wrote "
          "is stored."}},
        {"answer.email_required",
         {"Skriv adressen vi skal si fra til, eller ta bort krysset for å få vite når det er svart på høringen.",
          "Write the address that we are to tell, or take away the tick for being told when the consultation is "
          "answered."}},
        {"answer.sign_in",
         {"Ikke lagret: saken er ikke åpen for alle, og du er ikke logget inn. Det du skrev, står her fortsatt.",
          "Not stored: the process is not open to everybody, and you are not signed in. What you wrote still stands "
          "here."}},
        {"answer.file_limit",
         {"Det kom mange filer på kort tid. Legg ved denne en gang til om et minutt.",
          "Many files came in a short time. Attach this one again in a minute."}},
        {"answer.changed_elsewhere",
         {"Denne siden er endret et annet sted, for eksempel i et annet vindu, etter at du åpnet den. Under står det "
          "du "
          "skrev her. Lagre en gang til for å beholde det, eller last siden på nytt for å se det andre.",
          "This page was changed elsewhere, in another window perhaps, after you opened it. Below stands what you "
          "wrote "
          "here. Save once more to keep it, or load the page again to see the other."}},
        {"answer.changed_since_seen",
         {"Ikke sendt: svaret er endret et annet sted, av en som skriver på det sammen med deg, eller i et annet "
          "vindu, etter at du åpnet denne siden. Slik står det nå. Se over det en gang til, og send.",
          "Not sent: the answer was changed elsewhere, by somebody who writes on it with you or in another window, "
          "after you opened this page. This is how it stands now. Check it once more, and send."}},
        {"answer.too_large",
         {"Svaret er blitt for stort til å lagres. Kort ned de lengste tekstene.",
          "The answer has become too large to be stored. Shorten the longest texts."}},
        {"answer.body_unknown", {"Velg fra listen.", "Choose from the list."}},
        {"answer.body_answered",
         {"Herfra er det svart, eller begynt på et svar. Åpne det for å endre det.",
          "An answer from there is given or begun. Open that one to change it."}},
        {"answer.one_body",
         {"Velg fra listen eller skriv navnet på en organisasjon, ikke begge deler.",
          "Choose from the list or write the name of an organisation, not both."}},
        {"answer.organisation_invalid",
         {"Skriv navnet på organisasjonen, på én linje.", "Write the name of the organisation, on one line."}},
        {"answer.votes_invalid",
         {"Skriv hele tall for hvor mange som stemte for og mot, eller la alle stå tomme.",
          "Write whole numbers of votes for and against, or leave all of them empty."}},
        {"answer.sponsors_invalid",
         {"Skriv ett navn på hver linje, høyst tjue.", "Write one name on each line, twenty at most."}},
        {"answer.proof_missing",
         {"Skriv e-postadressen din, så sender vi en lenke som bekrefter svaret. (Med JavaScript på trengs den ikke: "
          "da regner nettleseren på en oppgave i stedet. Prøv i så fall å sende en gang til.)",
          "Write your address, and we send a link that confirms the answer. (With JavaScript it is not needed: the "
          "browser works on a task instead. Try to send once more then.)"}},
        {"answer.typist_only",
         {"Dette svaret er skrevet inn fra papir, og bare sakens redaktører kan endre det.",
          "This answer was typed in from paper, and only editors of the process can change it."}},
        {"answer.not_a_file",
         {"Filen er ikke her lenger. Velg den en gang til.", "The file is no longer here. Choose it once more."}},
        {"unit.not_yours",
         {"Bare de som kan snakke for laget, kan endre svaret. Logg inn med kontoen din. Det du skrev, står under.",
          "Only those who may speak for the unit can change its answer. Sign in with your account. What you wrote "
          "stands below."}},
        {"file.empty", {"Filen er tom.", "The file is empty."}},
        {"file.too_large", {"Filen er for stor: høyst 10 MB.", "The file is too large: 10 MB at most."}},
        {"file.kind_refused",
         {"Filen er ikke av et slag vi tar imot, eller den er skadet. Send PDF, PNG, JPEG, ODT, DOCX (uten makroer) "
          "eller ren tekst.",
          "The file is not of a kind that we take, or it is damaged. Send PDF, PNG, JPEG, ODT, DOCX (without macros) "
          "or "
          "plain text."}},
        {"file.unpacks_too_large",
         {"Filen blir for stor når den pakkes ut.", "The file becomes too large when it is unpacked."}},
        {"link.expired",
         {"Lenken er utløpt. Åpne svaret og send det en gang til, så får du en ny.",
          "The link has expired. Open the answer and send it once more, and you get a new one."}},
        {"link.unknown",
         {"Lenken er ikke hel, eller det er sendt en nyere. Åpne den siste meldingen du fikk.",
          "The link is not complete, or a newer one was sent. Open the last message that you got."}},
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

string consent_text(const ReachedAnswer& reached, const string& organisation) {
    const auto& rules = reached.consultation.rules;
    const auto language = reached.words();
    const auto until = date_for_people(to_iso(rules.erases), name_of(language));
    const bool paper = reached.answer.entered_by.has_value();
    const bool body = reached.answer.body.of_body();
    if (language == Language::nb) {
        if (paper) {
            return "Den som har svart, har på papir samtykket til at " + organisation +
                   " bruker svaret. Formål: " + rules.purpose + " Det slettes her senest " + until + ".";
        }
        return (body ? string("Svaret kan vise hva medlemmer mener om politikk.")
                     : string("Svaret ditt kan vise hva du mener om politikk.")) +
               " Slike opplysninger har et særlig vern, og " + organisation +
               " kan bare bruke dem om du samtykker. Formål: " + rules.purpose +
               " Svaret leses av dem som arbeider med saken. Det slettes senest " + until +
               ". Du kan trekke det tilbake når du vil fra lenken på kvitteringen; da slettes det du skrev med én "
               "gang.";
    }
    if (paper) {
        return "Whoever answered has consented on paper that " + organisation +
               " uses the answer. Purpose: " + rules.purpose + " It is erased here by " + until + " at the latest.";
    }
    return (body ? string("The answer may show what members think of politics.")
                 : string("Your answer may show what you think of politics.")) +
           " Such information is specially protected, and " + organisation +
           " can use it only if you consent. Purpose: " + rules.purpose +
           " The answer is read by those who work on the matter. It is erased by " + until +
           " at the latest. You can withdraw it whenever you like from the link on the receipt; what you wrote is "
           "erased at once then.";
}

string publish_consent_text(const ReachedAnswer& reached) {
    const auto& body = reached.answer.body;
    // An outside organisation and who has no account write their name on the same page.
    const auto& name = body.unit ? body.unit_name : reached.account_name;
    if (reached.words() == Language::nb) {
        return "Svaret kan vises for alle som kan lese saken, med navnet " + (name.empty() ? "som står på det" : name) +
               ". Jeg kan trekke det tilbake når jeg vil, og da vises det ikke lenger.";
    }
    return "The answer may be shown to everybody who can read the process, with the name " +
           (name.empty() ? "that stands on it" : name) +
           ". I can withdraw it whenever I like, and it is no longer shown then.";
}

}  // namespace samrad::features
