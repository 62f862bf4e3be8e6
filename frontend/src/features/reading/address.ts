// Where the reader stands, as the page's address keeps it: the filters and the answer that is open. So whoever comes
// back by the browser's own button, or is sent the address, finds both.
import type { ReadingFilter } from "../../api/reading_routes.ts";

interface Place {
    filter: ReadingFilter;
    answer: number | null;
}

const names = new Set(["q", "voice", "state", "theme", "without", "unread", "folded", "family", "question", "sample"]);

/** From the part of an address behind the "?"; what the reader does not know is left out. */
export function readPlace(search: string): Place {
    const given = new URLSearchParams(search);
    const answer = Number(given.get("answer"));
    return {
        filter: Object.fromEntries([...given].filter(([name, value]) => names.has(name) && value !== "")),
        answer: Number.isSafeInteger(answer) && answer > 0 ? answer : null,
    };
}

export function addressOf({ filter, answer }: Place): string {
    const query = new URLSearchParams({ ...filter, ...(answer !== null && { answer: String(answer) }) }).toString();
    return location.pathname + (query === "" ? "" : `?${query}`);
}

/** The way in from the list is a step of the browser's history, so that its Back goes to the list again; what changes
 * on the way through answers and filters is not. */
export function keepPlace(place: Place, entered = false): void {
    if (entered) history.pushState({ fromList: true }, "", addressOf(place));
    else history.replaceState(history.state, "", addressOf(place));
}

/** Back to the list where that is one step back; false where the answer was the page's beginning. */
export function backToList(): boolean {
    if ((history.state as { fromList?: boolean } | null)?.fromList !== true) return false;
    history.back();
    return true;
}
