// The words of the page in the reader's language. Both languages have every key, or tsc fails; only one is loaded.
import { erased } from "../api/json.ts";
import type { Language } from "../api/nouns.ts";
import type { timeLeft } from "../text/time_left.ts";
import type { Dictionary, Key } from "./nb.ts";

let words: Dictionary | null = null;
let locale = "nb-NO";
let current: Language = "nb";

export async function loadWords(language: Language): Promise<void> {
    words = language === "en" ? (await import("./en.ts")).en : (await import("./nb.ts")).nb;
    locale = language === "en" ? "en-GB" : "nb-NO";
    current = language;
}

export const language = () => current;

/** "{n} svar|{n} svar" with n: the part before the bar is for exactly one. */
export function fill(sentence: string, facts: Record<string, string | number> = {}): string {
    const [one, many] = sentence.split("|");
    const chosen = many !== undefined && facts.n !== 1 ? many : one!;
    return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const fact = facts[name];
        return fact === undefined ? whole : typeof fact === "number" ? number(fact) : fact;
    });
}

export function t(key: Key, facts?: Record<string, string | number>): string {
    return fill(words?.[key] ?? key, facts);
}

export const number = (n: number) => new Intl.NumberFormat(locale).format(n);
export const percent = (share: number) =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0 }).format(
        share,
    );

const format = (time: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options).format(new Date(time));
export const day = (time: string) => format(time, { day: "numeric", month: "long", year: "numeric" });
export const moment = (time: string) =>
    format(time, { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** A month by its number: "2026-11". */
export const month = (key: string) => format(`${key}-15T12:00:00Z`, { month: "long", year: "numeric" });

/** When something was said: the clock today, the day this year, the date otherwise. */
export function said(time: string, now = Date.now()): string {
    const then = new Date(time);
    const today = new Date(now);
    if (then.toDateString() === today.toDateString()) return format(time, { hour: "2-digit", minute: "2-digit" });
    if (then.getFullYear() === today.getFullYear()) return format(time, { day: "numeric", month: "short" });
    return format(time, { day: "numeric", month: "short", year: "numeric" });
}

export function leftInWords(left: ReturnType<typeof timeLeft>): string {
    if (left.unit === "past") return t("left.past");
    if (left.unit === "moment") return t("left.moment");
    if (!("n" in left)) return "";
    return t(`left.${left.unit}`, { n: left.n });
}

erased.named = (number) => t("person.erased", { number });
