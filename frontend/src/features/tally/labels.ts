// What a line of a table is called.
import type { TallyLine, TallyTable, Wording } from "../../api/tally_nouns.ts";
import type { Key } from "../../i18n/nb.ts";
import { language, month, number, t } from "../../i18n/words.ts";
import type { Row } from "./chart.tsx";

/** In the reader's language, else in the first that there is. */
export function words(wording: Wording): string {
    return (language() === "en" ? wording.en : wording.nb) ?? wording.nb ?? wording.nn ?? wording.en ?? "";
}

/** "50–99": the band that begins at `key`; `step` wide, or to the next power of ten. */
export function band(key: string, step: number): string {
    const from = Number(key);
    if (step === 0 && from < 0) return t("tally.under");
    const past = step > 0 ? from + step : from === 0 ? 1 : from * 10;
    return past - from <= 1 ? number(from) : `${number(from)}–${number(past - 1)}`;
}

const own: Record<string, Key> = {
    agree: "answer.agree",
    disagree: "answer.disagree",
    unsure: "answer.unsure",
    yes: "answer.yes",
    other: "answer.other",
};

/** The last line of a table: who chose no line; none where everybody did of whom it is told. An agreement may be
 * answered by a wording alone. */
export function unansweredRow(table: TallyTable): Row[] {
    if (table.unanswered.every((count, i) => count === 0 || table.asked[i] === null)) return [];
    const label = t(table.kind === "agreement" ? "tally.unchosen" : "tally.unanswered");
    return [{ key: "!", label, counts: table.unanswered, aside: true }];
}

export function labelOf(table: TallyTable, line: TallyLine, places: Map<string, string>): string {
    const written = words(line.label);
    if (table.kind === "scale") return written === "" ? line.key : `${line.key}: ${written}`;
    if (written !== "") return written;
    switch (table.kind) {
        case "place":
            return places.get(line.key) ?? line.key;
        case "number":
            return band(line.key, table.step);
        case "date":
            return month(line.key);
        default:
            return own[line.key] === undefined ? line.key : t(own[line.key]!);
    }
}
