// Who comes back to a list that its script draws finds what they saw where they saw it. A browser remembers pixels of a
// page that is not drawn yet when it looks for them: so what stood in the window is remembered, with the entry in the
// history, and held there as the list is drawn around it.
import { hold, type Place } from "./hold.ts";

interface Left {
    /** What stood in the window, from its top down: which, and how far below the top. */
    seen: { id: string; top: number }[];
    /** How much of the list there was. */
    count: number;
}

/** Whether the page was read before and is come back to: then it comes where it was read, not where its address leads. */
export const returns = () => {
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return entry !== undefined && entry.type !== "navigate";
};

const leftIn = (state: unknown) => ((state ?? {}) as { left?: Left }).left ?? null;

/** Where the reader was last, on this page or before they left it. */
let last: Left | null = returns() ? leftIn(history.state) : null;

/** How many of the list the reader had before them; 0 where they come anew. */
export const countBefore = () => last?.count ?? 0;

/** Whether something stood in the window: then it is drawn at once. */
export const wasSeen = (id: string) => last?.seen.some((one) => one.id === id) === true;

function placeOf({ seen }: Left): Place | null {
    for (const { id, top } of seen) {
        const block = document.getElementById(id);
        if (block !== null) return { block, top };
    }
    return null;
}

/** Holds what the reader saw last in its place, where it is still there. */
export function comeBack(): void {
    const place = last === null ? null : placeOf(last);
    if (place === null) return;
    scrollBy({ top: place.block.getBoundingClientRect().top - place.top, behavior: "instant" });
    hold(place);
}

/** What stands in the window, a few of it. */
function seenOf(parts: string): Left["seen"] {
    const found = new Set<Element>();
    for (const share of [0.15, 0.3, 0.45, 0.6, 0.75, 0.9]) {
        const part = document.elementFromPoint(innerWidth / 2, innerHeight * share)?.closest(parts);
        if (part) found.add(part);
    }
    return [...found].map((one) => ({ id: one.id, top: one.getBoundingClientRect().top }));
}

/**
 * Keeps with the entry in the history where the reader is.
 * @param parts what the list consists of, each with an id
 * @param count how much of the list there is
 * @param isAway whether something else is read over the list, which stays where it was
 */
export function rememberPlace(parts: string, count: () => number = () => 0, isAway: () => boolean = () => false): void {
    history.scrollRestoration = "manual";
    const keep = () => {
        if (isAway() || document.querySelector("dialog[open]") !== null) return;
        last = { seen: seenOf(parts), count: count() };
        history.replaceState({ ...(history.state as object | null), left: last }, "");
    };
    let resting = 0;
    addEventListener(
        "scroll",
        () => {
            clearTimeout(resting);
            resting = window.setTimeout(keep, 100);
        },
        { passive: true },
    );
    addEventListener("click", keep, { capture: true });
    addEventListener("pagehide", keep);
    addEventListener("popstate", ({ state }) => {
        last = leftIn(state) ?? last;
        // Behind the hashchange that comes with it, which is no move of the reader's.
        setTimeout(comeBack);
    });
}
