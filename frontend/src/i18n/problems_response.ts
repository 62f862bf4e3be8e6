// What is refused of responses and reports.
import type { Sentences } from "./sentences.ts";

export const responseProblems: Record<string, Sentences> = {
    "response.stale_base": {
        nb: "En annen har lagret et svar på dette temaet imens. Det du har skrevet, står urørt her.",
        en: "Somebody else has saved a response to this theme meanwhile. What you have written stands here untouched.",
    },
    "response.no_document": {
        nb: "Høringen gjelder ikke noen tekst, så ingen avsnitt kan være endret.",
        en: "The consultation is about no text, so no block can have changed.",
    },
    "response.version_too_old": {
        nb: "Velg en versjon som er nyere enn den høringen gjaldt.",
        en: "Choose a version later than the one the consultation was about.",
    },
    "response.no_such_version": { nb: "Teksten har ingen slik versjon.", en: "The text has no such version." },
    "response.no_such_block": {
        nb: "Et av avsnittene står ikke i den versjonen.",
        en: "One of the blocks does not stand in that version.",
    },
    "response.not_quotable": {
        nb: "Et av sitatene kan ikke vises lenger: samtykket er trukket, eller noe av det er sladdet.",
        en: "One of the quotes cannot be shown any more: consent was taken back, or something of it is redacted.",
    },
    "report.stale_base": {
        nb: "En annen har publisert en utgave imens. Les den før du publiserer en ny.",
        en: "Somebody else has published an edition meanwhile. Read it before you publish a new one.",
    },
    "report.unanswered": {
        nb: "Et tema med avsnitt er verken ferdig besvart eller nevnt som ikke besvart ennå.",
        en: "A theme with passages is neither answered in full nor named as not answered yet.",
    },
    "report.empty": { nb: "Det er ingenting å publisere ennå.", en: "There is nothing to publish yet." },
    "report.unchanged": {
        nb: "Ingenting er endret siden den siste utgaven.",
        en: "Nothing has changed since the last edition.",
    },
    "report.not_a_theme": { nb: "Et av temaene finnes ikke lenger.", en: "One of the themes is no more." },
};
