// How one cites an amendment: its official lines and what is done there, as a motion says it.
import type { Difference, Piece } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";

const MOST_WORDS = 80;
const MOST_PARTS = 4;

const brief = (text: string) => {
    const words = text.replace(/\s+/g, " ").trim();
    return words.length <= MOST_WORDS ? words : `${words.slice(0, MOST_WORDS - 2).replace(/\s+\S*$/, "")} …`;
};

/** "linje 112", "linje 112 til 114" */
export function spelledLines(place: { line_from: number; line_to: number }): string {
    const { line_from: from, line_to: to } = place;
    if (from === 0) return t("reference.noLine");
    return from === to
        ? t("reference.line", { n: String(from) })
        : t("reference.lines", { from: String(from), to: String(to) });
}

/** A sentence that is cited to its end needs no second full stop: "add «in all of it.»". */
const ended = (sentence: string) => sentence.replace(/([.!?…])([»”])\.$/, "$1$2");

function actsOf(row: Difference): string[] {
    const lines = spelledLines(row);
    const said: string[] = [];
    const saying = (piece: Piece | undefined, mark: Piece["mark"]) =>
        piece?.mark === mark && brief(piece.text) !== "" ? brief(piece.text) : "";
    for (let i = 0; i < row.pieces.length; ++i) {
        const gone = saying(row.pieces[i], "deleted");
        const come = saying(row.pieces[gone === "" ? i : i + 1], "inserted");
        if (gone !== "" && come !== "") {
            said.push(ended(t("reference.replace", { lines, old: gone, new: come })));
            ++i;
        } else if (gone !== "") said.push(ended(t("reference.delete", { lines, old: gone })));
        else if (come !== "") {
            const alone = row.pieces.every((piece) => piece.mark === "inserted");
            said.push(ended(t(alone ? "reference.insertAfter" : "reference.insert", { lines, new: come })));
        }
    }
    return said;
}

/** A move as one act: what goes, and behind which line it comes. */
function moveOf(rows: readonly Difference[]): string[] {
    const pieceOf = (mark: Piece["mark"]) =>
        rows.flatMap((row) => row.pieces.map((piece) => ({ row, piece }))).find(({ piece }) => piece.mark === mark);
    const gone = pieceOf("deleted");
    const come = pieceOf("inserted");
    if (gone === undefined || come === undefined) return rows.flatMap(actsOf);
    return [
        t("reference.move", {
            lines: spelledLines(gone.row),
            old: brief(gone.piece.text),
            line: String(come.row.line_to),
        }),
    ];
}

/** One sentence for each thing that is done, the first few of many. */
export function referencesOf({
    sort,
    difference,
}: {
    sort: string | null;
    difference: readonly Difference[];
}): string[] {
    const all = sort === "move" ? moveOf(difference) : difference.flatMap(actsOf);
    return all.length <= MOST_PARTS
        ? all
        : [...all.slice(0, MOST_PARTS), t("reference.more", { n: all.length - MOST_PARTS })];
}
