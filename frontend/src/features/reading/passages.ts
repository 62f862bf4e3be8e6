// Texts of an answer as they are shown: cut into paragraphs, and those where marks and bars begin and end; and the way
// back from what somebody selected to a passage.
import type { Mark, Passage, Redaction } from "../../api/reading_nouns.ts";

export interface Stretch {
    text: string;
    /** Where it ends in the text that it is of. */
    past: number;
    marks: Mark[];
    redactions: Redaction[];
}

export interface Paragraph extends Passage {
    stretches: Stretch[];
}

/** The paragraphs of a text, without the line breaks between them; empty ones are left out. */
export function paragraphsOf(
    field: string,
    text: string,
    marks: readonly Mark[],
    redactions: readonly Redaction[],
): Paragraph[] {
    const all: Paragraph[] = [];
    let first = 0;
    for (const line of text.split("\n")) {
        const past = first + line.length;
        if (line.trim() !== "")
            all.push({ field, first, past, stretches: cut(field, text, first, past, marks, redactions) });
        first = past + 1;
    }
    return all;
}

function cut(
    field: string,
    text: string,
    first: number,
    past: number,
    allMarks: readonly Mark[],
    allRedactions: readonly Redaction[],
): Stretch[] {
    const inside = <T extends Passage>(one: T) => one.field === field && one.first < past && one.past > first;
    const marks = allMarks.filter(inside);
    const redactions = allRedactions.filter(inside);
    const edges = new Set([first, past]);
    for (const one of [...marks, ...redactions]) {
        edges.add(Math.max(first, one.first));
        edges.add(Math.min(past, one.past));
    }
    const sorted = [...edges].sort((a, b) => a - b);
    return sorted.slice(0, -1).map((from, i) => {
        const to = sorted[i + 1]!;
        const over = <T extends Passage>(one: T) => one.first < to && one.past > from;
        return { text: text.slice(from, to), past: to, marks: marks.filter(over), redactions: redactions.filter(over) };
    });
}

/** The units of a text before a place in the page, counted from the element's beginning. */
function unitsBefore(element: Element, node: Node, offset: number): number {
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(node, offset);
    return range.toString().length;
}

const paragraphAt = (node: Node | null) =>
    (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>("[data-field]") ?? null;

/** What is selected in the open answer, without spaces at its ends; null where nothing is, or not within one text. */
export function selectedPassage(): Passage | null {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const [begin, end] = [paragraphAt(range.startContainer), paragraphAt(range.endContainer)];
    if (begin === null || end === null || begin.dataset.field !== end.dataset.field) return null;
    let first = Number(begin.dataset.first) + unitsBefore(begin, range.startContainer, range.startOffset);
    let past = Number(end.dataset.first) + unitsBefore(end, range.endContainer, range.endOffset);
    const words = selection.toString();
    first += words.length - words.trimStart().length;
    past -= words.length - words.trimEnd().length;
    return past > first ? { field: begin.dataset.field!, first, past } : null;
}
