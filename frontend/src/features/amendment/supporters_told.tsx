// Of an amendment that is said anew: what becomes of those who support it, before it is sent.
import type { Amendment, AmendmentPreview, Difference } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";

/**
 * What goes and comes, with the words around it in its paragraph, without the line breaks around. A row that only takes
 * away or only puts in has nothing around it: then it is the words alone.
 */
const wordsOf = (rows: readonly Difference[]) =>
    rows
        .flatMap((row) => row.pieces)
        .map((piece) => ({ mark: piece.mark, text: piece.text.replace(/^\n+|\n+$/g, "") }))
        .filter((piece) => piece.text !== "");

/** Whether the same words go and come among the same words: the rule by which the server keeps support (domain/amendment/same_words). */
export const sameWords = (one: readonly Difference[], other: readonly Difference[]) =>
    JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other));

export function SupportersTold({ reword, preview }: { reword: Amendment; preview: AmendmentPreview | null }) {
    const n = reword.supports;
    if (n === 0) return null;
    if (preview !== null && sameWords(reword.difference, preview.difference))
        return <p class="muted">{t("reword.supportStays", { n })}</p>;
    return <p class="notice warning">{t("reword.supportGoes", { n })}</p>;
}
