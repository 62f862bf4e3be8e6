// Why something about reading, themes, samples and bars was refused: a part of problems.ts.
import type { Sentences } from "./sentences.ts";

export const readingProblems: Record<string, Sentences> = {
    "theme.parent_unknown": { nb: "Temaet over finnes ikke lenger.", en: "The theme above is no longer there." },
    "theme.into_unknown": { nb: "Temaet finnes ikke lenger.", en: "The theme is no longer there." },
    "theme.circle": {
        nb: "Et tema kan ikke stå under seg selv eller gå inn i et av sine egne.",
        en: "A theme cannot stand under itself or go into one of its own.",
    },
    "theme.too_deep": { nb: "Temaer kan stå i høyst fire nivåer.", en: "Themes stand four levels deep at most." },
    "theme.too_many": { nb: "Det er for mange temaer. Slå noen sammen.", en: "There are too many themes. Merge some." },
    "theme.used": {
        nb: "Temaet har merker eller undertemaer. Slå det sammen med et annet.",
        en: "The theme has marks or themes below it. Merge it into another.",
    },
    "theme.removed": { nb: "Noen har fjernet temaet.", en: "Somebody has removed the theme." },
    "mark.theme_unknown": { nb: "Temaet finnes ikke lenger.", en: "The theme is no longer there." },
    "answer.changed": {
        nb: "Den som svarer, har endret svaret siden du åpnet det. Se hva som står der nå.",
        en: "The author has changed the answer since you opened it. See what it says now.",
    },
    "answer.not_held": {
        nb: "Svaret venter ikke lenger på moderering.",
        en: "The answer no longer waits for a moderator.",
    },
    "answer.another_stands": {
        nb: "Den som svarte, har sendt et nytt svar siden. Det ene kan ikke slippes inn ved siden av det andre.",
        en: "Whoever answered has sent another answer since. Two of them cannot stand side by side.",
    },
    "passage.outside": {
        nb: "Svaret er endret. Velg ordene på nytt.",
        en: "The answer has changed. Select the words again.",
    },
    "passage.field_unknown": {
        nb: "Svaret er endret. Velg ordene på nytt.",
        en: "The answer has changed. Select the words again.",
    },
    "sample.two_readers": { nb: "Velg to ulike lesere.", en: "Choose two different readers." },
    "sample.reads_no_answers": {
        nb: "En av leserne kan ikke lese svarene.",
        en: "One of the readers may not read the answers.",
    },
    "sample.nothing_to_draw": {
        nb: "Alle svar er merket eller med i en prøve allerede.",
        en: "All answers are marked or in a sample already.",
    },
    "sample.not_yours": { nb: "Du er ikke leser i denne prøven.", en: "You are no reader of this sample." },
    "redaction.too_many": { nb: "Det er for mange sladder i svaret.", en: "There are too many bars in the answer." },
};
