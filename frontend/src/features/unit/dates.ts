// A standing lasts from a moment to a moment; people say it in days. Both days are counted in: "to 30 June" ends
// when the clock passes into 1 July where the reader is.
import { day } from "../../i18n/words.ts";
import type { Time } from "../../api/nouns.ts";

/** The start of a day typed as 2027-06-30; `days` later where given. undefined for an empty field. */
export function startOf(typed: string, days = 0): Time | undefined {
    const [year, month, date] = typed.split("-").map(Number);
    if (year === undefined || month === undefined || date === undefined) return undefined;
    const start = new Date(year, month - 1, date + days);
    return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}

/** The last day of what ends at `time`. */
export const lastDay = (time: Time) => day(new Date(Date.parse(time) - 1).toISOString());
