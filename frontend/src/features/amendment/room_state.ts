// What is known of the merge room: as it was fetched last, what is listed of it, and what one has done in it oneself.
import { computed, signal } from "@preact/signals";
import type { Document, MergeDecision, Room, RoomAmendment } from "../../api/nouns.ts";
import type { Lines } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { account } from "../../shell/session.ts";
import { clusters } from "./neighbours.tsx";

export const doc = signal<Document>(null as unknown as Document);
/** Nothing where one may not look on. Only takeIn() sets it. */
export const room = signal<Room>(null as unknown as Room);
/** The chapter that is worked on; null is the whole text. */
export const lines = signal<Lines>(null);
/** What was done just now, for those who do not see it. */
export const said = signal("");

/** The committee goes on without onlookers: nothing of its room is shown to one. */
export const closed = computed(() => !doc.value.may.edit && !doc.value.merge_followed);

export type Decision = { decision: MergeDecision; reason: string };
/** An amendment as it is called, and the line it stands at, also when it is no longer in sight. */
export type Named = { name: string; line: number };
/** What one has decided on an amendment: what it had before, and what it was given. */
export type Decided = Named & { was: Decision; given: Decision };
/** What one has written by hand in a place: the numbers of what stood there before and of what one wrote. */
export type Written = { from: number; to: number; line: number; before: number; number: number };
/** What one has said of why an amendment is left, and what was said before. */
export type Explained = Named & { id: number; was: string; given: string };
export type Step = { decided: ReadonlyMap<number, Decided> } | { written: Written } | { explained: Explained };
/** One's own acts in the room of this version, the last at the end. */
export const done = signal<readonly Step[]>([]);

/** The version that came while one worked, whoever made it. */
export const made = signal<(Room["made"] & { version: number }) | null>(null);

/** Every fresh room comes in here, whoever asked for it: with another version what one did before is done. */
export function takeIn(fresh: Room): void {
    if (room.value !== null && fresh.version !== room.value.version) {
        done.value = [];
        made.value = { ...fresh.made, version: fresh.version };
    }
    room.value = fresh;
}

const byId = computed(() => new Map(room.value.amendments.map((one) => [one.id, one])));
export const find = (id: number) => byId.value.get(id);
/** Also of those that collide here and stand in another chapter: a move has two ends. */
const numbers = computed(
    () =>
        new Map([
            ...room.value.disputes.flatMap(({ readings }) =>
                readings.map((one) => [one.amendment, one.number] as const),
            ),
            ...room.value.amendments.map((one) => [one.id, one.number] as const),
        ]),
);
export const nameOf = (id: number) => t("amendment.name", { n: String(numbers.value.get(id) ?? "?") });
export const named = (one: RoomAmendment): Named => ({ name: nameOf(one.id), line: one.line_from });
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

/** What is shown of them: all, or those that somebody has still to see to. */
export type Shown = "all" | "open" | "conflict" | "mine";
export const showing = signal<Shown>("all");

/** Those that meet another in words: taken ones that nobody has settled, and undecided ones that cannot all be taken. */
const inConflict = computed(() => {
    const ids = new Set(
        room.value.disputes.filter((one) => !one.settled).flatMap((one) => one.readings.map((by) => by.amendment)),
    );
    // Who collides with whom is known of the version that it was asked on.
    const known = clusters.value.version === room.value.version;
    for (const { id, decision } of room.value.amendments)
        if (known && decision === "open" && (clusters.value.neighbours[id]?.colliding.length ?? 0) > 0) ids.add(id);
    return ids;
});

const isShown: Record<Shown, (one: RoomAmendment) => boolean> = {
    all: () => true,
    open: (one) => one.decision === "open",
    conflict: (one) => inConflict.value.has(one.id),
    mine: (one) => one.decision !== "open" && one.decided_by !== null && one.decided_by.id === account.value?.id,
};

/** What is listed. */
export const listed = computed(() => inOrder.value.filter(isShown[showing.value]));
export const countOf = (shown: Shown) => room.value.amendments.filter(isShown[shown]).length;

/** What starting over opens again: what a meeting voted stands. */
export const decidedHere = computed(() =>
    room.value.amendments.filter((one) => one.decision !== "open" && one.voted === null),
);

/** One that amends another is taken where that one is. */
function mayStand(amendment: RoomAmendment): boolean {
    const amended = leading(amendment);
    return amended === amendment || amended.decision === "take";
}

export function mayDecide(amendment: RoomAmendment, decision: MergeDecision): boolean {
    if (amendment.voted !== null) return false;
    if (decision === "take") return amendment.carried === "clean" && amendment.kind === "text" && mayStand(amendment);
    return decision !== "take_changed" || amendment.has_wording;
}

/** Only what editors left has a reason. */
export const isLeft = (amendment: RoomAmendment | undefined) =>
    amendment?.decision === "leave" && amendment.voted === null;

/** What is written by hand in just this place. */
export const writtenAt = (now: Room, from: number, to: number) =>
    now.hand_texts.find((one) => one.from === from && one.to === to);
