// Why something about amendments, their votes, their merging or their papers was refused: a part of problems.ts.
import type { Sentences } from "./sentences.ts";

export const amendmentProblems: Record<string, Sentences> = {
    "amendment.stage_closed": {
        nb: "Saken er ikke åpen for endringsforslag nå.",
        en: "The process is not open for amendments now.",
    },
    "amendment.members_only": {
        nb: "Bare medlemmer kan foreslå endringer her.",
        en: "Only members can propose changes here.",
    },
    "amendment.deadline_passed": { nb: "Fristen er ute.", en: "The deadline has passed." },
    "amendment.empty": { nb: "Forslaget endrer ingenting.", en: "The amendment changes nothing." },
    "amendment.space_only": { nb: "Forslaget endrer bare mellomrom.", en: "The amendment changes spaces only." },
    "amendment.too_large": { nb: "Forslaget er for langt.", en: "The amendment is too long." },
    "amendment.no_such_block": {
        nb: "Avsnittet finnes ikke i denne versjonen.",
        en: "This version has no such paragraph.",
    },
    "amendment.edits_overlap": {
        nb: "To av endringene gjelder det samme avsnittet.",
        en: "Two of the edits are about one paragraph.",
    },
    "amendment.amends_one": {
        nb: "Forslaget endrer selv et annet forslag. Slike kan ikke endres igjen.",
        en: "This amends another amendment itself, so it cannot be amended.",
    },
    "amendment.amended_not_text": {
        nb: "Et prinsipp har ingen ord som kan endres.",
        en: "A principle has no words to change.",
    },
    "amendment.amended_gone": {
        nb: "Forslaget som skulle endres, er ikke lenger til behandling.",
        en: "The amendment to be changed is not pending any more.",
    },
    "amendment.amended_first": {
        nb: "Ta først med forslag E {number}, som dette vil endre.",
        en: "First take A {number}, which this one amends.",
    },
    "amendment.limit_reached": {
        nb: "Du har alt så mange forslag til behandling som hver kan ha her ({most}).",
        en: "You have as many amendments before the committee as each may have here ({most}).",
    },
    "amendment.own_version": {
        nb: "Forslaget står på den versjonen det ble skrevet på. Det er ikke noe å svare på.",
        en: "The amendment stands on the version that it was written on. There is nothing to answer.",
    },
    "amendment.join_itself": {
        nb: "Et forslag kan ikke slås sammen med seg selv.",
        en: "An amendment cannot be joined with itself.",
    },
    "amendment.join_gone": {
        nb: "Forslaget er ikke til behandling, så ingen kan slutte seg til det.",
        en: "That amendment is not pending, so nobody can join it.",
    },
    "amendment.whole_alone": {
        nb: "Et motutkast til hele dokumentet kan ikke tas inn sammen med andre forslag (E {number}).",
        en: "A counter-draft of the whole document cannot be taken together with others (A {number}).",
    },
    "amendment.not_draft": { nb: "Forslaget er alt sendt inn.", en: "The amendment is submitted already." },
    "amendment.not_pending": { nb: "Forslaget er ikke til behandling.", en: "The amendment is not pending." },
    "amendment.not_yours": { nb: "Dette er ikke ditt forslag.", en: "This is not your amendment." },
    "amendment.not_withdrawn": { nb: "Forslaget er ikke trukket.", en: "The amendment is not withdrawn." },
    "amendment.own": { nb: "Du kan ikke støtte ditt eget forslag.", en: "You cannot support your own amendment." },
    "amendment.text_changed": {
        nb: "Teksten forslaget gjelder, er endret. Se på den nye teksten først.",
        en: "The text it is about has changed. Look at the new text first.",
    },
    "amendment.decided": { nb: "Forslaget er alt avgjort.", en: "The amendment is decided already." },
    "amendment.decided.named": {
        nb: "E {numbers} er ikke lenger til behandling.",
        en: "No longer pending: A {numbers}.",
    },
    "amendment.withdrawn": { nb: "E {numbers} er trukket.", en: "Withdrawn: A {numbers}." },
    "amendment.needs_supporters.named": {
        nb: "E {numbers} mangler støttespillere og kan ikke tas opp ennå.",
        en: "Without the supporters that it takes to be taken up: A {numbers}.",
    },
    "amendment.needs_units.named": {
        nb: "E {numbers} mangler støttespillere fra flere ledd og kan ikke tas opp ennå.",
        en: "Without supporters from the units that it takes to be taken up: A {numbers}.",
    },
    "amendment.needs_sponsor.named": {
        nb: "Teksten er endret siden E {numbers} ble skrevet; forslagsstilleren må svare først.",
        en: "The text has changed since they were written; their sponsors have to answer first: A {numbers}.",
    },
    "amendment.no_wording.named": {
        nb: "Ingen har innstilt på en annen ordlyd av E {numbers}.",
        en: "Nobody has recommended another wording: A {numbers}.",
    },
    "amendment.amended_first.named": {
        nb: "Ta først med E {number}, som E {numbers} vil endre.",
        en: "First take A {number}, which A {numbers} amends.",
    },
    "voting.holds.named": {
        nb: "Det er stemt over E {numbers}. Resultatet kan tas tilbake i voteringslisten.",
        en: "Already voted on: A {numbers}. A result can be taken back in the voting list.",
    },
    "recommendation.replaces": {
        nb: "Organet har i mellomtiden publisert en innstilling på E {numbers}. Se hva som nå blir erstattet, og publiser på nytt.",
        en: "The body has meanwhile published a recommendation on A {numbers}. See what would be replaced now, and publish again.",
    },
    "amendment.would_be_published": {
        nb: "Dokumentet kan ikke leses av alle. Forslaget kan ikke sendes til et dokument som alle kan lese.",
        en: "Not everybody may read this document. The amendment cannot be sent to one that everybody may read.",
    },
    "amendment.own_document": {
        nb: "Forslaget gjelder alt dette dokumentet.",
        en: "The amendment is to this document already.",
    },
    "amendment.forwarded": {
        nb: "Forslaget er alt sendt videre dit.",
        en: "The amendment has been sent on there already.",
    },
    "amendment.not_forwardable": {
        nb: "Bare vedtatte forslag og forslag til behandling kan sendes videre.",
        en: "Only amendments that are adopted or pending can be sent on.",
    },
    "amendment.needs_sponsor": {
        nb: "Teksten er endret siden forslaget ble skrevet; forslagsstilleren må svare først.",
        en: "The text has changed since it was written; its sponsor has to answer first.",
    },
    "amendment.needs_supporters": {
        nb: "Forslaget mangler støttespillere: {missing} til må støtte det før det tas opp.",
        en: "It lacks supporters: {missing} more have to support it before it is taken up.",
    },
    "amendment.needs_units": {
        nb: "Forslaget mangler støttespillere: noen fra {missing} ledd til må støtte det før det tas opp.",
        en: "It lacks supporters: somebody of {missing} more units has to support it before it is taken up.",
    },
    "process.supporters_units_missing": {
        nb: "Velg leddene eller organisasjonene der støtten teller.",
        en: "Choose the units or organisations whose support counts.",
    },
    "amendment.no_wording": {
        nb: "Ingen har innstilt på en annen ordlyd.",
        en: "Nobody has recommended another wording.",
    },
    "recommendation.not_heard": {
        nb: "Leddet er ikke med i denne saken.",
        en: "The unit has no part in this process.",
    },
    "recommendation.not_of_body": {
        nb: "Bare de som hører til leddet, kan ta dissens.",
        en: "Only those of the body can dissent.",
    },
    "recommendation.one_wording": {
        nb: "En ny ordlyd gjelder ett forslag om gangen.",
        en: "A new wording is for one amendment at a time.",
    },
    "voting.order_changed": {
        nb: "En kollega har nettopp endret rekkefølgen. Her er den nye; prøv igjen.",
        en: "A colleague has just changed the order. Here is the new one; try again.",
    },
    "voting.decided_meanwhile": {
        nb: "En kollega har nettopp ført et resultat for dette.",
        en: "A colleague has just entered a result for this.",
    },
    "voting.decided": {
        nb: "Dette er alt avgjort. Ta resultatet tilbake først.",
        en: "This is decided already. Take the result back first.",
    },
    "voting.not_decided": { nb: "Dette er ikke avgjort ennå.", en: "This is not decided yet." },
    "voting.nothing_to_conclude": {
        nb: "Det er ingenting å gjøre endelig nå.",
        en: "There is nothing to make final now.",
    },
    "voting.consequence_changed": {
        nb: "Det som faller bort, har endret seg. Se på det en gang til.",
        en: "What falls has changed. Look at it once more.",
    },
    "voting.holds": {
        nb: "Det er stemt over dette forslaget. Resultatet kan tas tilbake i voteringslisten.",
        en: "This amendment has been voted on. The result can be taken back in the voting list.",
    },
    "merge.open_disputes": {
        nb: "Noen steder vil forslagene forskjellige ting. Avgjør dem først.",
        en: "In some places amendments want different things. Settle those first.",
    },
    "merge.decided_meanwhile": {
        nb: "{by} har avgjort E {number} siden du så på det. Rommet viser nå hva.",
        en: "{by} has decided A {number} since you looked. The room now shows what.",
    },
    "merge.not_left": {
        nb: "Ingen har avvist det, så det er ikke noe å begrunne.",
        en: "Nobody has rejected it, so there is nothing to give a reason for.",
    },
    "recommendation.reworded": {
        nb: "Sagt på nytt av forslagsstilleren siden du så på det: E {numbers}. Les de nye ordene først.",
        en: "Said anew by the sponsor since you looked: A {numbers}. Read the new words first.",
    },
    "merge.nothing_to_undo": {
        nb: "Her er det ikke noe av ditt å angre.",
        en: "There is nothing of yours to undo here.",
    },
    "merge.reason_meanwhile": {
        nb: "{by} har avgjort det på nytt eller skrevet en annen begrunnelse i mellomtiden. Du ser nå det som gjelder.",
        en: "{by} has decided otherwise or given another reason in the meantime. You now see what holds.",
    },
    "merge.text_meanwhile": {
        nb: "{by} har skrevet noe annet her siden du så på det. Rommet viser nå hva.",
        en: "{by} has written something else here since you looked. The room now shows what.",
    },
    "merge.changed_meanwhile": {
        nb: "{by} har avgjort mer i rommet siden du så på det. Se hva før du lager versjonen.",
        en: "{by} has decided more in the room since you looked. See what before you make the version.",
    },
    "merge.result_meanwhile": {
        nb: "Noen har trukket eller omformulert et forslag siden du så på rommet. Se hva teksten blir nå.",
        en: "Somebody has withdrawn or reworded an amendment since you looked. See what the text becomes now.",
    },
    "merge.taken_without_text": {
        nb: "Dette er tatt inn eller vedtatt, men har ingen tekst på denne versjonen: E {numbers}.",
        en: "This is taken or adopted, but has no text on this version: A {numbers}.",
    },
    "merge.voted_left_out": {
        nb: "Møtet vedtok dette, men det som er skrevet for hånd, tar det ikke med som det ble vedtatt: E {numbers}.",
        en: "The meeting adopted this, but what is written by hand does not have it as it was adopted: A {numbers}.",
    },
    "merge.no_dispute": {
        nb: "Her er ingenting å avgjøre lenger. Skriv for hånd der forslag kolliderer.",
        en: "Nothing is left to settle here. Write by hand where amendments collide.",
    },
    "merge.nothing_taken": { nb: "Ingen forslag er tatt inn.", en: "No amendment is taken in." },
    "paper.program_missing": {
        nb: "Denne filen kan ikke lages her: programmet som trengs, er ikke installert.",
        en: "This file cannot be made here: the program that it takes is not installed.",
    },
    "paper.busy": {
        nb: "Det lages filer for andre akkurat nå. Prøv igjen om {seconds} sekunder.",
        en: "Files are being made for others just now. Try again in {seconds} seconds.",
    },
    "paper.too_slow": {
        nb: "Filen tok for lang tid. Velg ett kapittel eller færre forslag, eller en annen type fil.",
        en: "The file took too long. Choose one chapter or fewer amendments, or another kind of file.",
    },
    "paper.too_large": {
        nb: "Det ble for mye til én fil. Velg færre forslag, for eksempel etter status.",
        en: "That was too much for one file. Choose fewer amendments, for example by state.",
    },
    "paper.failed": { nb: "Filen kunne ikke lages.", en: "The file could not be made." },
    "csv.quote_open": {
        nb: "I rad {row} er et anførselstegn åpnet og aldri lukket.",
        en: "In row {row} a quotation mark is opened and never closed.",
    },
    "csv.quote_astray": {
        nb: "I rad {row} står et anførselstegn på feil sted.",
        en: "In row {row} a quotation mark stands in the wrong place.",
    },
    "csv.too_many_rows": {
        nb: "Skjemaet har for mange rader. Legg inn 500 om gangen.",
        en: "The sheet has too many rows. Bring in 500 at a time.",
    },
    "csv.no_columns": {
        nb: "Første rad må ha overskrifter, og én av dem må være «ny tekst» eller «prinsipp».",
        en: "The first row must have heads, and one of them must be “new words” or “instruction”.",
    },
    "import.result_meanwhile": {
        nb: "Skjemaet gir noe annet enn det som ble prøvd, så ingenting er sendt inn. Prøv det på nytt.",
        en: "The sheet comes to something else than what was tried, so nothing is submitted. Try it again.",
    },
    "import.lines_wrong": {
        nb: "Linjene er ikke tall, som 112 eller 112–114.",
        en: "The lines are no numbers, such as 112 or 112–114.",
    },
    "import.no_place": { nb: "Skriv linjer eller gammel tekst.", en: "Write lines or old words." },
    "import.both": {
        nb: "Både ord og prinsipp: skriv dem i hver sin rad.",
        en: "Both words and an instruction: give each a row of its own.",
    },
    "import.empty": { nb: "Raden sier ingenting.", en: "The row says nothing." },
};
