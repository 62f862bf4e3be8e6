// What was refused of consultations, their forms and whom they are sent to.
import type { Sentences } from "./sentences.ts";

export const consultationProblems: Record<string, Sentences> = {
    "consultation.closes_before_opening": {
        nb: "Fristen må komme etter åpningen.",
        en: "The deadline must come after the opening.",
    },
    "consultation.erases_before_closing": {
        nb: "Svarene kan ikke slettes før høringen er avsluttet.",
        en: "The answers cannot be erased before the consultation is closed.",
    },
    "consultation.promise_given": {
        nb: "Noen har begynt å svare ut fra det som er lovet: formålet kan ikke endres, og svarene kan ikke tas vare på lenger.",
        en: "Somebody has begun to answer on what was promised: the purpose cannot change, and the answers cannot be kept for longer.",
    },
    "consultation.changed": {
        nb: "Noen andre har endret høringen siden du åpnet den. Det du har skrevet, står; resten vises slik det er nå. Se over og lagre igjen.",
        en: "Somebody else has changed the consultation since you opened it. What you have typed stands; the rest is shown as it is now. Look it over and save again.",
    },
    "consultation.text_answered": {
        nb: "Noen har begynt å svare på teksten: dokumentet og versjonen kan ikke endres.",
        en: "Somebody has begun to answer on the text: the document and the version cannot change.",
    },
    "consultation.not_published": {
        nb: "Publiser høringen før du sender den.",
        en: "Publish the consultation before you send it.",
    },
    "consultation.closed": { nb: "Høringen er avsluttet.", en: "The consultation is closed." },
    "consultation.not_open_yet": { nb: "Høringen er ikke åpen ennå.", en: "The consultation is not open yet." },
    "consultation.takes_no_codes": {
        nb: "Høringen tar ikke koder. Velg «Ett svar for hver kode» først.",
        en: "The consultation takes no codes. Choose “One answer for each code” first.",
    },
    "consultee.cannot_read": {
        nb: "Saken er ikke for alle disse: de ville ikke kunne lese det de blir spurt om.",
        en: "The process is not for all of these: they could not read what they are asked about.",
    },
    "consultee.too_many": {
        nb: "En høring kan ha høyst 2000 mottakere.",
        en: "A consultation can have at most 2,000 consultees.",
    },
    "consultee.name_invalid": { nb: "Skriv navnet på én linje.", en: "Write the name on one line." },
    "consultee.stage_begun": {
        nb: "Saken er i en fase der noe avgjøres. Det som er begynt, stanses ikke.",
        en: "The process is at a stage that decides. What has begun is not stopped.",
    },
    "consultee.not_required": {
        nb: "Saken venter ikke på denne mottakeren.",
        en: "The process does not wait for this consultee.",
    },
    "consultee.answered": { nb: "Mottakeren har svart.", en: "The consultee has answered." },
    "consultee.not_sent": {
        nb: "Høringen er ikke sendt dit ennå.",
        en: "The consultation has not been sent there yet.",
    },
    "consultee.sent": {
        nb: "Høringen er sendt dit, så mottakeren blir stående på listen.",
        en: "The consultation was sent there, so the consultee stays on the list.",
    },
    "process.awaits_hearing": {
        nb: "Noen som skal høres, har ikke svart ennå. Fasen kan begynne når de har svart, eller når en redaktør har begrunnet hvorfor det ikke ventes.",
        en: "Somebody who must be heard has not answered yet. The stage can begin once they have, or once an editor has said why nobody waits.",
    },
    "form.empty": { nb: "Hver side må ha minst ett spørsmål.", en: "Every page must have at least one question." },
    "form.too_large": {
        nb: "Skjemaet er for stort: høyst 30 sider, 200 spørsmål og 400 alternativer i hvert.",
        en: "The form is too large: at most 30 pages, 200 questions and 400 options in each.",
    },
    "form.key_invalid": { nb: "Et navn i skjemaet er ugyldig.", en: "A key in the form is not valid." },
    "form.key_twice": {
        nb: "To spørsmål har samme navn i skjemaet.",
        en: "Two questions have the same key in the form.",
    },
    "form.title_missing": {
        nb: "Et spørsmål eller alternativ mangler tekst.",
        en: "A question or an option has no text.",
    },
    "form.options_missing": { nb: "Det er for få alternativer.", en: "There are too few options." },
    "form.limits_invalid": { nb: "Grensene går ikke opp.", en: "The limits do not fit together." },
    "form.condition_unknown": {
        nb: "En betingelse spør etter noe som ikke finnes i skjemaet.",
        en: "A condition asks for something that the form has not.",
    },
    "form.condition_unclear": {
        nb: "En betingelse må prøve på én ting, og bare én av «alle» og «noen» kan gjelde.",
        en: "A condition must test for one thing, and only one of “all” and “any” can hold.",
    },
    "form.condition_circle": {
        nb: "Betingelsene går i ring: et spørsmål ville avhenge av seg selv.",
        en: "The conditions go round: a question would hang on itself.",
    },
    "form.block_unknown": {
        nb: "Avsnittet finnes ikke i versjonen som er på høring.",
        en: "The version that is consulted on has no such paragraph.",
    },
    "form.meaning_changed": {
        nb: "Noen har svart på dette spørsmålet, så det kan ikke få en annen mening. Lag et nytt spørsmål i stedet.",
        en: "Somebody has answered this question, so it cannot come to mean something else. Make a new question instead.",
    },
    "form.stale_base": {
        nb: "Noen andre har lagret skjemaet mens du skrev.",
        en: "Somebody else saved the form while you wrote.",
    },
    "form.kind_not_offered": { nb: "Dette slaget tas ikke imot ennå.", en: "This kind is not taken yet." },
};
