// A counter-draft differs from its first line to its last: of so long a difference the beginning is shown first.
import type { Difference, Piece } from "../../api/nouns.ts";

const MOST = 4000;

const lengthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + piece.text.length, 0);

/** The rows themselves where they are short; else their beginning. */
export function firstOf(rows: Difference[]): Difference[] {
    if (rows.reduce((sum, row) => sum + lengthOf(row.pieces), 0) <= MOST) return rows;
    let left = MOST / 2;
    const begun: Difference[] = [];
    for (const row of rows) {
        if (left <= 0) break;
        const pieces: Piece[] = [];
        // What goes and what comes are both begun, however long the one is.
        for (const piece of row.pieces) {
            if (left <= 0) break;
            const text = piece.text.length <= MOST / 4 ? piece.text : `${piece.text.slice(0, MOST / 4)} …`;
            pieces.push({ ...piece, text });
            left -= text.length;
        }
        begun.push({ ...row, pieces });
    }
    return begun;
}

const NEAR = 60; // so much of what stays is shown at each side of a change
const CHANGED = 240; // and so much of what goes or comes

/** The beginning of a text up to a word's end, with dots; the text itself where it is short. */
function beginningOf(text: string, most: number): string {
    if (text.length <= most + 20) return text;
    const cut = text.lastIndexOf(" ", most);
    return `${text.slice(0, cut > most / 2 ? cut : most)} … `;
}

/** The end of a text from a word's beginning. */
function endOf(text: string, most: number): string {
    if (text.length <= most + 20) return text;
    const from = text.length - most;
    const cut = text.indexOf(" ", from);
    return ` … ${text.slice(cut >= 0 && cut < from + most / 2 ? cut + 1 : from)}`;
}

/** What stays, with only the words next to the changes before and behind it. */
function nearOf(text: string, changeBefore: boolean, changeBehind: boolean): string {
    if (!changeBefore) return endOf(text, NEAR);
    if (!changeBehind) return beginningOf(text, NEAR);
    if (text.length <= 2 * NEAR + 20) return text;
    return beginningOf(text, NEAR).trimEnd() + endOf(text, NEAR).slice(2);
}

/** A difference in brief: the changed words with what stands next to them, of at most `most` blocks. */
export function aroundChanges(rows: readonly Difference[], most = 3): Difference[] {
    return rows
        .filter(({ pieces }) => pieces.some(({ mark }) => mark !== "kept"))
        .slice(0, most)
        .map((row) => ({
            ...row,
            pieces: row.pieces.map((piece, i) => ({
                ...piece,
                text:
                    piece.mark === "kept"
                        ? nearOf(piece.text, i > 0, i < row.pieces.length - 1)
                        : beginningOf(piece.text, CHANGED),
            })),
        }));
}
