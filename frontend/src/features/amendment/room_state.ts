// The merge room as it stands, what is decided in it, and the way back.
import { computed, signal } from "@preact/signals";
import type { Document, MergeDecision, Room, RoomAmendment } from "../../api/nouns.ts";
import { decideMerge, fetchRoom, writeByHand, type Lines } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";

export const doc = signal<Document>(null as unknown as Document);
export const room = signal<Room>(null as unknown as Room);
/** The chapter that is worked on; null is the whole text. */
export const lines = signal<Lines>(null);
/** One's own decisions, the last at the end: what each amendment had before, and what it was given. */
export const done = signal<readonly ReadonlyMap<number, { was: MergeDecision; given: MergeDecision }>[]>([]);

const byId = computed(() => new Map(room.value.amendments.map((one) => [one.id, one])));
export const nameOf = (id: number) => t("amendment.name", { n: String(byId.value.get(id)?.number ?? "?") });
/** What an amendment stands under in the room: the one that it amends, else itself. */
const leading = (amendment: RoomAmendment) => byId.value.get(amendment.amends ?? 0) ?? amendment;

export const inOrder = computed(() =>
    room.value.amendments
        .map((one) => ({ one, over: leading(one) }))
        .sort(
            (a, b) =>
                a.over.line_from - b.over.line_from || a.over.number - b.over.number || a.one.number - b.one.number,
        )
        .map(({ one }) => one),
);

// One act at a time, in the order in which they were begun: each answer is the room as that act left it, and none can
// overtake another.
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
/** What one has decided and the server has not answered yet: the next act builds upon it. */
const ahead = new Map<number, MergeDecision>();

function attempt(act: () => Promise<Room>): Promise<boolean> {
    waiting += 1;
    const mine = last.then(async () => {
        try {
            const fresh = await act();
            if (fresh.version !== room.value.version) done.value = []; // what was decided on the one before is done
            room.value = fresh;
            return true;
        } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            announce(sentenceOf(error));
            if (error.status === 409) room.value = await fetchRoom(doc.value.id, lines.value);
            return false;
        } finally {
            waiting -= 1;
            if (waiting === 0) ahead.clear();
        }
    });
    last = mine.catch(() => undefined);
    return mine;
}

export const refresh = () => attempt(() => fetchRoom(doc.value.id, lines.value));

/** The decision on an amendment as it is seen, with what one has decided just now. */
const seen = (amendment: RoomAmendment) => ahead.get(amendment.id) ?? amendment.decision;

function send(expected: ReadonlyMap<number, MergeDecision>, decision: MergeDecision): Promise<boolean> {
    const form = {
        version: room.value.version,
        decision,
        amendments: [...expected].map(([id, one]) => ({ id, expected: one })),
    };
    for (const id of expected.keys()) ahead.set(id, decision);
    return attempt(() => decideMerge(doc.value.id, lines.value, form));
}

/** One that amends another is taken where that one is. */
function mayStand(amendment: RoomAmendment): boolean {
    const amended = leading(amendment);
    return amended === amendment || amended.decision === "take";
}

export const mayDecide = (amendment: RoomAmendment, decision: MergeDecision) =>
    decision === "take"
        ? amendment.carried === "clean" && amendment.kind === "text" && mayStand(amendment)
        : decision !== "take_changed" || amendment.has_wording;

export async function decide(amendments: readonly RoomAmendment[], decision: MergeDecision): Promise<void> {
    const wanted = amendments.filter((one) => seen(one) !== decision && mayDecide(one, decision));
    if (wanted.length === 0) return;
    const before = new Map(wanted.map((one) => [one.id, seen(one)]));
    if (!(await send(before, decision))) return;
    done.value = [...done.value, new Map([...before].map(([id, was]) => [id, { was, given: decision }]))];
}

/** Takes one's own last decision back, unless a colleague has decided otherwise since. */
export async function undo(): Promise<void> {
    const mine = done.value.at(-1);
    if (mine === undefined) return;
    done.value = done.value.slice(0, -1);
    for (const decision of new Set([...mine.values()].map((one) => one.was))) {
        const back = [...mine].filter(([, one]) => one.was === decision);
        await send(new Map(back.map(([id, one]) => [id, one.given])), decision);
    }
}

/** What is written by hand in just this place; 0 where nothing is. */
const writtenAt = (from: number, to: number) =>
    room.value.hand_texts.find((one) => one.from === from && one.to === to)?.number ?? 0;

/** `text` in the place of a passage on which amendments collide; null takes that back. */
export function settle(from: number, to: number, text: string | null): Promise<boolean> {
    const form = { version: room.value.version, from, to, expected: writtenAt(from, to), text };
    return attempt(() => writeByHand(doc.value.id, lines.value, form));
}
