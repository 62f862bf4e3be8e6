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
/** One's own decisions, the last at the end: what each amendment had before. */
export const done = signal<readonly ReadonlyMap<number, MergeDecision>[]>([]);

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

let asking = 0;

async function attempt(act: () => Promise<Room>): Promise<boolean> {
    const mine = ++asking;
    try {
        const fresh = await act();
        if (mine === asking) room.value = fresh; // an answer that a later one has overtaken is old
        return true;
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        announce(sentenceOf(error));
        if (error.status === 409) room.value = await fetchRoom(doc.value.id, lines.value);
        return false;
    }
}

export const refresh = () => attempt(() => fetchRoom(doc.value.id, lines.value));

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
    const wanted = amendments.filter((one) => one.decision !== decision && mayDecide(one, decision));
    if (wanted.length === 0) return;
    const before = new Map(wanted.map((one) => [one.id, one.decision]));
    const form = { version: room.value.version, decision, amendments: [...before.keys()] };
    if (await attempt(() => decideMerge(doc.value.id, lines.value, form))) done.value = [...done.value, before];
}

/** Takes one's own last decision back. What it had been is decided anew, so that the others see it too. */
export async function undo(): Promise<void> {
    const last = done.value.at(-1);
    if (last === undefined) return;
    done.value = done.value.slice(0, -1);
    for (const decision of new Set(last.values())) {
        const amendments = [...last].filter(([, was]) => was === decision).map(([id]) => id);
        const form = { version: room.value.version, decision, amendments };
        await attempt(() => decideMerge(doc.value.id, lines.value, form));
    }
}

/** `text` in the place of a passage on which amendments collide; null takes that back. */
export const settle = (from: number, to: number, text: string | null) =>
    attempt(() => writeByHand(doc.value.id, lines.value, { version: room.value.version, from, to, text }));
