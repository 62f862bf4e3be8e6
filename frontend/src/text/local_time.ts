// Between the server's times and what <input type="datetime-local"> holds: minutes of the reader's own clock.

/** "2026-11-23T14:05" of a time; "" for none. */
export function toLocal(time: string | null | undefined): string {
    if (!time) return "";
    const at = new Date(time);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/**
 * The time that such a text names; null for "" and what is no time.
 * @param before the time that the text was made of. Where nobody changed the text, that time comes back with its
 *     seconds: a stage that an editor began by hand does not slide before its neighbour because the title was changed.
 */
export function fromLocal(text: string, before?: string | null): string | null {
    if (text === "") return null;
    if (before && toLocal(before) === text) return before;
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
