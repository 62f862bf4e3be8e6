// What somebody has typed and not sent yet. Kept in the browser's storage per place, from the first key to the
// server's acknowledgement, so that neither a reload, a crash, a lost session nor a dead server loses a word.
//
// Whose the words are is part of where they are kept. Those of an account wait in the browser for that account, also
// over a sign-out, and are shown to no other. Those of somebody who is not signed in are kept in the tab alone, since
// nobody can say whose they are once it is closed; a sign-in makes them the account's.
import { useEffect, useRef, useState } from "preact/hooks";

const PREFIX = "samrad:draft:";
const EARLIER = "~earlier"; // behind a place: what the account had kept there before it brought other words with it
const memory = new Map<string, string>(); // what waits on this page, also where storage is full or forbidden
const unstored = new Set<string>(); // places whose newest words are in memory alone
let owner: number | null = null;

const keyOf = (place: string, whose = owner) => `${PREFIX}${whose ?? ""}:${place}`;
const store = () => (owner === null ? sessionStorage : localStorage);

export function readDraft(place: string): string | null {
    try {
        if (!unstored.has(place)) return store().getItem(keyOf(place)) ?? memory.get(place) ?? null;
    } catch {
        // what is in memory holds
    }
    return memory.get(place) ?? null;
}

export function keepDraft(place: string, text: string): void {
    memory.set(place, text);
    try {
        store().setItem(keyOf(place), text);
        unstored.delete(place);
    } catch {
        unstored.add(place);
    }
}

export function dropDraft(place: string): void {
    memory.delete(place);
    unstored.delete(place);
    try {
        store().removeItem(keyOf(place));
        const earlier = store().getItem(keyOf(place + EARLIER));
        if (earlier === null) return;
        dropDraft(place + EARLIER);
        store().setItem(keyOf(place), earlier);
    } catch {
        // nothing was stored
    }
}

/** The places that begin so and where the reader has typed something. */
export function placesOfDrafts(beginning: string): string[] {
    const found = new Set([...memory.keys()].filter((place) => place.startsWith(beginning)));
    try {
        const keys = Array.from({ length: store().length }, (_, i) => store().key(i) ?? "");
        for (const key of keys) if (key.startsWith(keyOf(beginning))) found.add(key.slice(keyOf("").length));
    } catch {
        // those in memory
    }
    return [...found].filter((place) => !place.endsWith(EARLIER));
}

/** Moves what was typed in this tab before the sign-in; of two at one place the other waits until this one is sent. */
function adopt(): void {
    const typed = new Map(memory);
    try {
        const begun = keyOf("", null);
        for (const key of Object.keys(sessionStorage))
            if (key.startsWith(begun)) typed.set(key.slice(begun.length), sessionStorage.getItem(key)!);
        for (const [place, text] of typed) {
            const own = localStorage.getItem(keyOf(place));
            if (own !== null && own !== text) {
                let aside = place + EARLIER;
                while (localStorage.getItem(keyOf(aside)) !== null) aside += EARLIER;
                localStorage.setItem(keyOf(aside), own);
            }
            keepDraft(place, text);
            if (!unstored.has(place)) sessionStorage.removeItem(begun + place);
        }
    } catch {
        // what is in memory holds for this page
    }
}

/**
 * Says whose words this page keeps. Where a session only ended, they stay with who typed them.
 * @returns false where the page holds what another account typed: it has to be loaded anew
 */
export function keepDraftsFor(account: number | null): boolean {
    if (account === null || account === owner) return true;
    if (owner !== null) return false;
    owner = account;
    adopt();
    return true;
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
        const kept = readDraft(place);
        if (kept !== null) memory.set(place, kept);
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
