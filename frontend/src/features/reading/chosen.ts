// What an act is about: the words that are selected, else the paragraph that the keys stand on.
import { signal } from "@preact/signals";
import type { Passage, ReadAnswer, ReadPassage } from "../../api/reading_nouns.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { mark } from "./marking.ts";
import { paragraphsOf, selectedPassage, type Paragraph } from "./passages.ts";
import { paragraph, shown, suggestions } from "./reader_state.ts";

interface Chosen {
    answer: ReadAnswer;
    passage: ReadPassage;
}
/** What gets a theme, while the picker is open. */
export const picking = signal<Chosen | null>(null);
/** What is blacked out, while its reason is asked for. */
export const redacting = signal<Chosen | null>(null);

export const allParagraphs = (answer: ReadAnswer): Paragraph[] =>
    answer.texts.flatMap(({ field, text }) =>
        paragraphsOf(field, text, answer.passages.marks, answer.passages.redactions),
    );

export function chosen(): Chosen | null {
    const answer = shown.value;
    if (answer === null) return null;
    const { edits } = answer;
    const selected = selectedPassage();
    if (selected !== null) return { answer, passage: { ...selected, edits } };
    const all = allParagraphs(answer);
    const one = all[paragraph.value] ?? (all.length === 1 ? all[0] : undefined);
    return one === undefined
        ? null
        : { answer, passage: { field: one.field, first: one.first, past: one.past, edits } };
}

export function begin(where: typeof picking): void {
    const found = chosen();
    if (found === null) announce(t("mark.nothingChosen"));
    else where.value = found;
}

export function stepParagraph(by: number): void {
    if (shown.value === null) return;
    const count = allParagraphs(shown.value).length;
    if (count === 0) return;
    getSelection()?.removeAllRanges();
    paragraph.value = Math.min(count - 1, Math.max(0, paragraph.value + by));
    document.querySelector(`[data-paragraph="${paragraph.value}"]`)?.scrollIntoView({ block: "nearest" });
}

export const suggestionFor = (passage: Passage) =>
    suggestions.value.find(
        (one) =>
            one.passage.field === passage.field && one.passage.first < passage.past && passage.first < one.passage.past,
    );

export function takeSuggestion(): void {
    const here = chosen();
    const found = here === null ? undefined : suggestionFor(here.passage);
    const best = found?.themes[0];
    if (here === null || found === undefined || best === undefined) return announce(t("mark.nothingChosen"));
    void mark(here.answer, found.passage, best.theme, { because_of: best.because_of.mark });
}
