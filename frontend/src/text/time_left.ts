// How long is left, in words that a member would use: days when it is days, hours on the last day, minutes at the end.

export type Left = { unit: "days" | "hours" | "minutes"; n: number } | { unit: "moment" | "past" };

/** Rounds down, so that it never promises more time than there is; under 48 hours counts in hours, under 2 in minutes. */
export function timeLeft(until: string, now: number): Left {
    const minutes = Math.floor((Date.parse(until) - now) / 60_000);
    if (Date.parse(until) <= now) return { unit: "past" };
    if (minutes < 1) return { unit: "moment" };
    if (minutes < 120) return { unit: "minutes", n: minutes };
    const hours = Math.floor(minutes / 60);
    if (hours < 48) return { unit: "hours", n: hours };
    return { unit: "days", n: Math.floor(hours / 24) };
}
