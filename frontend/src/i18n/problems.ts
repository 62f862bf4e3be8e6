// What the server refused, as a sentence in the reader's language: one table for all codes, and a sentence for each
// kind of answer where a code is not in it.
import type { Refusal } from "../api/request.ts";
import { amendmentProblems } from "./problems_amendment.ts";
import { readingProblems } from "./problems_reading.ts";
import { responseProblems } from "./problems_response.ts";
import { consultationProblems } from "./problems_consultation.ts";
import type { Sentences } from "./sentences.ts";
import { fill, language } from "./words.ts";

/** What is said of each code. */
export const byCode: Record<string, Sentences> = {
    ...amendmentProblems,
    ...readingProblems,
    ...responseProblems,
    ...consultationProblems,
    network: {
        nb: "Fikk ikke kontakt med tjeneren. Det du har skrevet, er tatt vare på her. Prøv igjen om litt.",
        en: "The server could not be reached. What you have typed is kept here. Try again in a moment.",
    },
    "session.wrong": { nb: "E-posten eller passordet er feil.", en: "The email or the password is wrong." },
    "session.unconfirmed": {
        nb: "Adressen er ikke bekreftet ennå. Åpne lenken i e-posten vi sendte deg.",
        en: "The address is not confirmed yet. Open the link in the email we sent you.",
    },
    "tally.not_closed": {
        nb: "Tallene vises når høringen er avsluttet.",
        en: "The numbers are shown when the consultation has closed.",
    },
    "session.required": { nb: "Du må logge inn.", en: "You have to sign in." },
    "session.too_many_attempts": {
        nb: "For mange forsøk. Vent litt før du prøver igjen.",
        en: "Too many attempts. Wait a little before you try again.",
    },
    "account.email_invalid": { nb: "Dette er ikke en e-postadresse.", en: "This is not an email address." },
    "account.name_invalid": { nb: "Skriv navnet ditt, 2 til 80 tegn.", en: "Write your name, 2 to 80 characters." },
    "account.password_weak": {
        nb: "Passordet er for kort eller for vanlig. Bruk minst 10 tegn, gjerne noen ord etter hverandre.",
        en: "The password is too short or too common. Use at least 10 characters, for example a few words.",
    },
    "account.password_wrong": { nb: "Passordet er feil.", en: "The password is wrong." },
    "answer.changed_elsewhere": {
        nb: "Svaret er endret i et annet vindu.",
        en: "The answer was changed in another window.",
    },
    "answer.gone": {
        nb: "Svaret finnes ikke lenger. Det er trukket tilbake eller slettet.",
        en: "The answer is no longer there. It was withdrawn or erased.",
    },
    "answer.typist_only": {
        nb: "Svaret er skrevet inn fra papir, og bare sakens redaktører kan endre det.",
        en: "The answer was typed in from paper, and only editors of the process can change it.",
    },
    "answer.too_large": { nb: "Svaret er for stort.", en: "The answer is too large." },
    "account.sign_up_closed": {
        nb: "Her kan man bare bli med på invitasjon.",
        en: "One can only join here by invitation.",
    },
    "token.invalid": {
        nb: "Lenken er brukt, utløpt eller ikke hel. Be om en ny.",
        en: "The link is used, expired or not complete. Ask for a new one.",
    },
    "invitation.invalid": {
        nb: "Invitasjonen er brukt eller utløpt. Be om en ny.",
        en: "The invitation is used or expired. Ask for a new one.",
    },
    "link.unknown": { nb: "Lenken er ikke hel. Be om en ny.", en: "The link is not complete. Ask for a new one." },
    "link.used": { nb: "Lenken er alt brukt.", en: "The link has been used already." },
    "link.expired": { nb: "Lenken er utløpt. Be om en ny.", en: "The link has expired. Ask for a new one." },
    "invitation.unknown": {
        nb: "Invitasjonen finnes ikke. Se om hele lenken er med.",
        en: "There is no such invitation. See whether the whole link is there.",
    },
    "invitation.used": { nb: "Invitasjonen er alt brukt.", en: "The invitation has been used already." },
    "invitation.expired": {
        nb: "Invitasjonen er utløpt. Be om en ny.",
        en: "The invitation has expired. Ask for a new one.",
    },
    "invitation.other_address": {
        nb: "Invitasjonen er til en annen e-postadresse.",
        en: "The invitation is to another email address.",
    },
    "unit.last_administrator": {
        nb: "Dette er den siste administratoren. Gi vervet til noen andre først.",
        en: "This is the last administrator. Give the role to somebody else first.",
    },
    "unit.name_invalid": { nb: "Skriv et navn, høyst 200 tegn.", en: "Write a name, at most 200 characters." },
    "unit.too_deep": { nb: "Det er for mange ledd over dette.", en: "There are too many units above this one." },
    "unit.kind_misplaced": {
        nb: "Et slikt ledd kan ikke stå her.",
        en: "Such a unit cannot stand here.",
    },
    "standing.account_unknown": {
        nb: "Velg en person fra listen.",
        en: "Choose a person from the list.",
    },
    "standing.exists": { nb: "Personen har alt dette vervet.", en: "The person has this standing already." },
    "standing.ends_before_start": {
        nb: "Vervet må slutte etter at det begynner.",
        en: "The standing has to end after it begins.",
    },
    "comment.stage_closed": {
        nb: "Saken er ikke åpen for kommentarer nå.",
        en: "The process is not open for comments now.",
    },
    "comment.members_only": { nb: "Bare medlemmer kan kommentere her.", en: "Only members can comment here." },
    "comment.not_yours": { nb: "Dette er ikke din kommentar.", en: "This is not your comment." },
    "comment.own": { nb: "Du kan ikke støtte din egen kommentar.", en: "You cannot support your own comment." },
    "comment.no_such_amendment": { nb: "Forslaget finnes ikke her.", en: "There is no such amendment here." },
    "comment.one_subject": {
        nb: "Et innlegg gjelder én ting: et sted i teksten, et forslag eller et annet innlegg.",
        en: "A comment is about one thing: a place in the text, an amendment or another comment.",
    },
    "comment.is_hidden": { nb: "Kommentaren er skjult.", en: "The comment is hidden." },
    "comment.is_deleted": { nb: "Kommentaren er slettet.", en: "The comment is deleted." },
    "anchor.block": {
        nb: "Avsnittet finnes ikke lenger i teksten.",
        en: "The paragraph is no longer in the text.",
    },
    "version.stale_base": {
        nb: "Teksten har fått en ny versjon i mellomtiden. Se over den først.",
        en: "The text has a new version since then. Look it over first.",
    },
    "version.unchanged": { nb: "Teksten er ikke endret.", en: "The text has not changed." },
    "text.too_long": { nb: "Teksten er for lang.", en: "The text is too long." },
    "text.nested_too_deep": {
        nb: "Lister og sitater ligger for mange nivåer inni hverandre.",
        en: "Lists and quotes are nested too deep.",
    },
    "text.invalid_utf8": {
        nb: "Teksten har tegn som ikke er gyldig UTF-8.",
        en: "The text has characters that are not valid UTF-8.",
    },
    "text.nul": { nb: "Teksten har tegn som ikke kan lagres.", en: "The text has characters that cannot be stored." },
    "ballot.rules_fixed": {
        nb: "Reglene kan ikke endres etter at avstemningen er åpnet.",
        en: "The rules cannot change after the ballot has opened.",
    },
    "unit.not_yours": { nb: "Du kan ikke uttale deg for dette leddet.", en: "You cannot speak for this unit." },
    "ballot.units_outside_audience": {
        nb: "De som skal stemme, må kunne lese saken. Utvid hvem saken er for, eller velg andre ledd.",
        en: "Those who are to vote must be able to read the process. Widen its audience, or choose other units.",
    },
    "ballot.votes_not_told": { nb: "Stemmene vises ikke.", en: "The votes are not shown." },
    "process.changed": {
        nb: "Noen andre har endret saken siden du åpnet den. Det du har skrevet, står; resten vises slik det er nå. Se over og lagre igjen.",
        en: "Somebody else has changed the process since you opened it. What you have typed stands; the rest is shown as it is now. Look it over and save again.",
    },
    "process.ballot_open": {
        nb: "En avstemning er åpen for noen som da ikke kunne lese saken.",
        en: "A ballot is open to some who could then not read the process.",
    },
    "vote.stage_closed": { nb: "Avstemningen er ikke åpen nå.", en: "Voting is not open now." },
    "ballot.not_open": { nb: "Avstemningen er ikke åpen.", en: "The ballot is not open." },
    "ballot.closes_in_past": {
        nb: "Tiden for denne avstemningen er ute. Sett en ny frist først.",
        en: "The time for this ballot is over. Set a new deadline first.",
    },
    "ballot.closes_before_opening": {
        nb: "Avstemningen må lukke etter at den åpner.",
        en: "The ballot has to close after it opens.",
    },
    "ballot.units_missing": { nb: "Velg hvem som har stemmerett.", en: "Choose who may vote." },
    "ballot.option_count": { nb: "Skriv 2 til 50 valgmuligheter.", en: "Write 2 to 50 options." },
    "ballot.option_invalid": {
        nb: "Hver valgmulighet er én linje med høyst 200 tegn.",
        en: "Each option is one line of at most 200 characters.",
    },
    "ballot.option_twice": { nb: "To valgmuligheter er like.", en: "Two options are the same." },
    "ballot.choices_given": {
        nb: "For og mot har sine egne svar. Velg «valgmuligheter» for å skrive andre.",
        en: "For and against have answers of their own. Choose “options” to write others.",
    },
    "vote.not_entitled": {
        nb: "Du har ikke stemmerett her. Manntallet ble låst da avstemningen åpnet.",
        en: "You have no vote here. The electoral roll was fixed when the ballot opened.",
    },
    "process.stage_order": {
        nb: "Fasene må stå i rekkefølge, hver med senere start enn den forrige.",
        en: "The stages must stand in order, each starting later than the one before.",
    },
    "process.stage_title": { nb: "Gi fasen et navn.", en: "Name the stage." },
    "process.stages_missing": { nb: "Saken må ha minst én fase.", en: "A process needs at least one stage." },
    "process.too_many_stages": { nb: "Saken har for mange faser.", en: "The process has too many stages." },
    "process.units_missing": {
        nb: "Velg minst ett ledd som skal se saken.",
        en: "Choose at least one unit that may see the process.",
    },
    "input.missing": { nb: "Dette må fylles ut.", en: "This has to be filled in." },
    "input.too_long": { nb: "Dette er for langt.", en: "This is too long." },
    "input.too_short": { nb: "Dette er for kort.", en: "This is too short." },
    "input.not_a_choice": { nb: "Velg en av mulighetene.", en: "Choose one of the options." },
    "input.not_a_time": { nb: "Skriv en dato og et klokkeslett.", en: "Write a date and a time." },
    "input.not_text": {
        nb: "Teksten har tegn som ikke kan lagres.",
        en: "The text has characters that cannot be stored.",
    },
    "input.out_of_range": { nb: "Tallet er utenfor det som går an.", en: "The number is out of range." },
    "request.too_deep": { nb: "Innholdet er nøstet for dypt.", en: "The content is nested too deep." },
    "http.body_too_large": { nb: "Dette er for stort til å sendes.", en: "This is too large to be sent." },
    "http.too_many_connections": {
        nb: "Mange er her samtidig. Prøv igjen om litt.",
        en: "Many are here at once. Try again in a moment.",
    },
    "database.unavailable": {
        nb: "Databasen svarer ikke akkurat nå. Det du har skrevet, er tatt vare på her.",
        en: "The database does not answer just now. What you have typed is kept here.",
    },
};

const byStatus: Record<number, Sentences> = {
    400: { nb: "Tjeneren forsto ikke det som ble sendt.", en: "The server did not understand what was sent." },
    401: { nb: "Du må logge inn.", en: "You have to sign in." },
    403: { nb: "Dette kan du ikke gjøre her.", en: "You cannot do this here." },
    404: {
        nb: "Dette finnes ikke, eller det er ikke åpent for deg.",
        en: "This does not exist, or is not open to you.",
    },
    409: {
        nb: "Noe har endret seg i mellomtiden. Last siden på nytt og prøv igjen.",
        en: "Something has changed in the meantime. Reload the page and try again.",
    },
    413: { nb: "Dette er for stort til å sendes.", en: "This is too large to be sent." },
    422: { nb: "Noe i skjemaet er ikke riktig fylt ut.", en: "Something in the form is not filled in rightly." },
    429: {
        nb: "Det ble litt mange forsøk. Prøv igjen om {seconds} sekunder.",
        en: "That was a few attempts too many. Try again in {seconds} seconds.",
    },
    503: {
        nb: "Tjeneren er opptatt eller startes på nytt. Det du har skrevet, er tatt vare på her.",
        en: "The server is busy or restarting. What you have typed is kept here.",
    },
};

const otherwise: Sentences = {
    nb: "Noe gikk galt hos oss. Det du har skrevet, er tatt vare på her.",
    en: "Something went wrong on our side. What you have typed is kept here.",
};

/**
 * A sentence that speaks of a fact the server has not told is not said: the next one is that needs none. Of an act on
 * several, one that names those because of which it is refused comes first.
 */
export function sentenceOf({ code, status, retryAfter, facts }: Refusal): string {
    const known: Record<string, string | number> = { seconds: retryAfter ?? 10, ...facts };
    const isWhole = (one: Sentences) =>
        [...one[language()].matchAll(/\{(\w+)\}/g)].every(([, name]) => known[name!] !== undefined);
    const sentences =
        [byCode[`${code}.named`], byCode[code], byStatus[status]].find((one) => one !== undefined && isWhole(one)) ??
        otherwise;
    return fill(sentences[language()], known);
}
