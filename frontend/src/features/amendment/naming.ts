// What an amendment is called, where it stands, and whether it is before the committee yet.
import type { Amendment } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";

export const nameOf = (amendment: { number: number | null }) =>
    amendment.number === null ? t("amendment.draft") : t("amendment.name", { n: String(amendment.number) });

/** "linje 112–114" */
export function linesOf(place: { line_from: number; line_to: number }): string {
    if (place.line_from === 0) return "";
    const lines = place.line_from === place.line_to ? `${place.line_from}` : `${place.line_from}–${place.line_to}`;
    return t("lines", { lines, n: place.line_to - place.line_from + 1 });
}

/** Before the committee it is taken up once it has the supporters that its process asks for. */
export const gathersSupport = (one: Amendment) =>
    one.state === "submitted" && (one.supporters_missing > 0 || one.supporter_units_missing > 0);
