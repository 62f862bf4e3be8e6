// What one writes by hand for a dispute: kept from the first key until it counts, found again when the place or the
// version is another, and never shown for another place without a word of it.
import { computed, signal } from "@preact/signals";
import type { Dispute } from "../../api/nouns.ts";
import { dropDraft, keepDraft, placesOfDrafts, readDraft } from "../../ui/drafts.ts";
import { doc, lines, nameOf, room } from "./room_state.ts";

/** The place as it was when one began to write for it. */
interface About {
    version: number;
    from: number;
    to: number;
    line: number;
    base: string;
    readings: { amendment: number; name: string; text: string }[];
}

export interface Words {
    /** Where they are kept. */
    place: string;
    text: string;
    /** As they were before one typed: nothing is kept of these. */
    beginning: string;
    about: About;
    /** Found when the page was opened. */
    found: boolean;
}

/** All that one writes for places of this text. */
export const words = signal<readonly Words[]>([]);

const prefix = () => `merge:${doc.value.id}:hand:`;

function read(place: string): Words[] {
    try {
        const kept = JSON.parse(readDraft(place) ?? "") as Omit<Words, "place" | "found">;
        return [{ ...kept, place, found: true }];
    } catch {
        return []; // nothing that this page has kept
    }
}

/** What was typed at an earlier visit, by whoever is signed in now. */
export function findWords(): void {
    const here = words.value;
    const others = placesOfDrafts(prefix()).filter((place) => !here.some((one) => one.place === place));
    if (others.length > 0) words.value = [...here, ...others.flatMap(read)];
}

/** Begins to write for a dispute. @returns where it is kept: by whose dispute it is, and by no version */
export function beginWords(dispute: Dispute, beginning: string): string {
    const who = prefix() + dispute.readings.map((one) => one.amendment).join("-");
    let n = 1;
    while (words.value.some((one) => one.place === `${who}:${n}`)) n += 1;
    const { from, to, line, base } = dispute;
    const readings = dispute.readings.map(({ amendment, text }) => ({ amendment, name: nameOf(amendment), text }));
    const about = { version: room.value.version, from, to, line, base, readings };
    words.value = [...words.value, { place: `${who}:${n}`, text: beginning, beginning, about, found: false }];
    return `${who}:${n}`;
}

export function typeWords(place: string, text: string): void {
    words.value = words.value.map((one) => (one.place === place ? { ...one, text } : one));
    const now = words.value.find((one) => one.place === place);
    if (now === undefined) return;
    if (isTyped(now)) keepDraft(place, JSON.stringify({ text, beginning: now.beginning, about: now.about }));
    else dropDraft(place);
}

export function forgetWords(place: string): void {
    dropDraft(place);
    words.value = words.value.filter((one) => one.place !== place);
}

export const isTyped = ({ text, beginning }: Words) => text !== beginning;

const isSamePlace = ({ about }: Words, dispute: Dispute) =>
    about.base === dispute.base &&
    (about.version !== room.value.version || (about.from === dispute.from && about.to === dispute.to)) &&
    about.readings.length === dispute.readings.length &&
    about.readings.every(({ amendment, text }) =>
        dispute.readings.some((one) => one.amendment === amendment && one.text === text),
    );

/** How much a dispute has to do with the one that words were written for; 0 where nothing. */
function nearness(one: Words, dispute: Dispute): number {
    if (isSamePlace(one, dispute)) return 1_000;
    const { about } = one;
    const shared = about.readings.filter(({ amendment }) => dispute.readings.some((by) => by.amendment === amendment));
    if (about.version !== room.value.version)
        return shared.length < 2 ? 0 : shared.length + (about.base === dispute.base ? 100 : 0);
    const isThere = about.from === dispute.from && about.to === dispute.to;
    if (isThere || (about.from < dispute.to && dispute.from < about.to)) return 100 + shared.length;
    const touches = about.from <= dispute.to && dispute.from <= about.to;
    return touches && shared.length >= 2 ? shared.length : 0;
}

/** A dispute with what one writes for it; or words whose place is not to be settled here now. */
export interface Placed {
    key: string;
    dispute: Dispute | null;
    words: Words | null;
    /** The place is another one than the words were written for. */
    changed: boolean;
}

/** The disputes that are shown and the words for them: what is open by its line, then what is settled. */
export const placed = computed((): Placed[] => {
    const { disputes, version } = room.value;
    const all = doc.value.may.edit ? words.value : [];
    const pairs = all
        .flatMap((one) => disputes.map((dispute) => ({ one, dispute, near: nearness(one, dispute) })))
        .filter(({ near }) => near > 0)
        .sort((a, b) => b.near - a.near);
    const wordsOf = new Map<Dispute, Words>();
    const taken = new Set<Words>();
    for (const { one, dispute } of pairs) {
        if (wordsOf.has(dispute) || taken.has(one)) continue;
        wordsOf.set(dispute, one);
        taken.add(one);
    }
    const shown = disputes.map((dispute): Placed => {
        const one = wordsOf.get(dispute) ?? null;
        const key = one?.place ?? `${dispute.from}:${dispute.to}`;
        return { key, dispute, words: one, changed: one !== null && !isSamePlace(one, dispute) };
    });
    // Those for another chapter of this version wait until it is shown.
    const isHere = ({ about }: Words) =>
        about.version !== version || lines.value === null
            ? true
            : about.line <= lines.value.to && about.line >= lines.value.from;
    const homeless = all
        .filter((one) => !taken.has(one) && isTyped(one) && isHere(one))
        .map((one): Placed => ({ key: one.place, dispute: null, words: one, changed: true }));
    const lineOf = (one: Placed) => one.dispute?.line ?? one.words!.about.line;
    const open = [...shown.filter(({ dispute }) => !dispute!.settled), ...homeless];
    return [...open.sort((a, b) => lineOf(a) - lineOf(b)), ...shown.filter(({ dispute }) => dispute!.settled)];
});
