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
