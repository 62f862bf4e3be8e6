// What a change looks like: the words that go struck, those that come underlined, in the block where they stand.
import { useState } from "preact/hooks";
import type { Difference, Piece } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { firstOf } from "./long_difference.ts";

/** A line break inside a paragraph of Markdown is a space to a reader; rows of a table and items keep theirs. */
const asRead = (text: string) => text.replace(/([^\n])\n(?!\n|\||[-*+>#] |#|\d+[.)] |$)/g, "$1 ");
/** A block that is put in brings the line breaks before it, which are nothing to show. */
const withoutFirstBreaks = <P extends Piece>([first, ...rest]: P[]): P[] =>
    first === undefined ? [] : [{ ...first, text: first.text.replace(/^\n+/, "") }, ...rest];

const HEADING = /^#{1,6} +/;
const ITEM = /^[-*+] +/;
/** A heading reads as one, and an item of a list too, without their signs, unless it is they that change. */
function asBlock<P extends Piece>(pieces: P[]): { heading: boolean; pieces: P[] } {
    const [first, ...rest] = pieces;
    const sure = first !== undefined && (first.mark === "kept" || rest.every(({ mark }) => mark === first.mark));
    if (!sure) return { heading: false, pieces };
    const text = first.text.replace(HEADING, "").replace(ITEM, "• ");
    return { heading: HEADING.test(first.text), pieces: [{ ...first, text }, ...rest] };
}

/** A block with what goes and what comes. `titleOf` says what a change is from, where one asks of it. */
export function Pieces<P extends Piece>({ pieces, titleOf }: { pieces: readonly P[]; titleOf?: (piece: P) => string }) {
    const { heading, pieces: shown } = asBlock(withoutFirstBreaks([...pieces]));
    return (
        <p class={`pieces amended ${heading ? "of-heading" : ""}`}>
            {shown.map((piece, i) => {
                if (piece.mark === "kept") return asRead(piece.text);
                const Mark = piece.mark === "deleted" ? "del" : "ins";
                return (
                    <Mark key={i} title={titleOf?.(piece) || undefined}>
                        {asRead(piece.text)}
                    </Mark>
                );
            })}
        </p>
    );
}

export function DifferenceView({ rows }: { rows: Difference[] }) {
    const [whole, setWhole] = useState(false);
    const begun = firstOf(rows);
    const shown = whole ? rows : begun;
    return (
        <>
            {shown.map((row, i) => (
                <Pieces key={i} pieces={row.pieces} />
            ))}
            {begun !== rows && (
                <button type="button" class="act" aria-expanded={whole} onClick={() => setWhole(!whole)}>
                    {t(whole ? "amendment.showLess" : "amendment.showWhole")}
                </button>
            )}
        </>
    );
}
