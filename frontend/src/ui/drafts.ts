// What somebody has typed and not sent yet. Kept in the browser's storage per place, from the first key to the
// server's acknowledgement, so that neither a reload, a crash, a lost session nor a dead server loses a word.
import { useEffect, useRef, useState } from "preact/hooks";

const PREFIX = "samrad:draft:";
const memory = new Map<string, string>(); // where storage is full or forbidden: at least for this page's life

export function readDraft(place: string): string | null {
    try {
        return localStorage.getItem(PREFIX + place) ?? memory.get(place) ?? null;
    } catch {
        return memory.get(place) ?? null;
    }
}

export function keepDraft(place: string, text: string): void {
    memory.set(place, text);
    try {
        localStorage.setItem(PREFIX + place, text);
    } catch {
        // the copy in memory holds
    }
}

export function dropDraft(place: string): void {
    memory.delete(place);
    try {
        localStorage.removeItem(PREFIX + place);
    } catch {
        // nothing was stored
    }
}

/** Whether anything typed waits on this page: then nobody reloads it. */
export const somethingTyped = () => memory.size > 0;

/**
 * A text that survives. Writing waits 300 ms for the next key, and is forced when the page is hidden or left.
 * @param initial shown where nothing is typed, as it is by then; setting the text back to it drops the draft
 * @returns the text, how to set it, how to drop it, and what it is at this moment, for who has waited for something
 */
export function useDraft(
    place: string,
    initial = "",
): [text: string, set: (text: string) => void, drop: () => void, now: () => string] {
    const [typed, setTyped] = useState(() => readDraft(place));
    const text = typed ?? initial;
    const newest = useRef(text);
    newest.current = text;
    const beginning = useRef(initial);
    beginning.current = initial;
    const waiting = useRef<{ timer: number; text: string } | null>(null);
    const flush = () => {
        if (waiting.current === null) return;
        clearTimeout(waiting.current.timer);
        const latest = waiting.current.text;
        waiting.current = null;
        if (latest === beginning.current) dropDraft(place);
        else keepDraft(place, latest);
    };
    useEffect(() => {
        if (readDraft(place) !== null) memory.set(place, readDraft(place)!);
        addEventListener("pagehide", flush);
        document.addEventListener("visibilitychange", flush);
        return () => {
            flush();
            removeEventListener("pagehide", flush);
            document.removeEventListener("visibilitychange", flush);
        };
    }, [place]);
    const set = (next: string) => {
        newest.current = next;
        setTyped(next === beginning.current ? null : next);
        if (waiting.current !== null) clearTimeout(waiting.current.timer);
        if (next !== beginning.current) memory.set(place, next);
        waiting.current = { timer: window.setTimeout(flush, 300), text: next };
    };
    const drop = () => {
        if (waiting.current !== null) clearTimeout(waiting.current.timer);
        waiting.current = null;
        dropDraft(place);
        newest.current = beginning.current;
        setTyped(null);
    };
    return [text, set, drop, () => newest.current];
}
