// The merge room as it stands, what is decided in it, and the way back.
import { computed, signal } from "@preact/signals";
import type { Document, MergeDecision, Room, RoomAmendment } from "../../api/nouns.ts";
import { decideMerge, fetchRoom, writeByHand, type Lines } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { account } from "../../shell/session.ts";
import { chaptersOf } from "./filters.tsx";
import { clusters } from "./neighbours.tsx";

export const doc = signal<Document>(null as unknown as Document);
export const room = signal<Room>(null as unknown as Room);
/** The chapter that is worked on; null is the whole text. */
export const lines = signal<Lines>(null);
/** What was decided just now, for those who do not see it. */
export const said = signal("");
/** A decision, and why where it leaves one. */
type Decision = { decision: MergeDecision; reason: string };
/** What one has decided on some amendments: what each had before, and what it was given. */
type Decided = ReadonlyMap<number, { was: Decision; given: Decision }>;
/** What one has written by hand in a place: what stood there before, and the numbers of that and of what one wrote. */
type Written = { from: number; to: number; was: string | null; before: number; number: number };
/** One's own acts, the last at the end. */
export const done = signal<readonly ({ decided: Decided } | { written: Written })[]>([]);

/** The version that came while one worked, whoever made it. */
export const made = signal<(Room["made"] & { version: number }) | null>(null);

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

// One act at a time, in the order in which they were begun: each answer is the room as that act left it, and none can
// overtake another.
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
/** What one has decided and the server has not answered yet: the next act builds upon it. */
const ahead = new Map<number, Decision>();

/** What was refused is not shown as done: the room is drawn anew, as others left it where they were first. */
export async function showAsItIs(asked: boolean): Promise<void> {
    const known = { ...room.value };
    room.value = asked ? await fetchRoom(doc.value.id, lines.value).catch(() => known) : known;
}

/** `refused` hears of a refusal before the next act begins. */
export function inTurn(act: () => Promise<Room>, refused: (why: Refusal) => Promise<void>): Promise<boolean> {
    waiting += 1;
    const mine = last.then(async () => {
        try {
            const fresh = await act();
            if (fresh.version !== room.value.version) {
                done.value = []; // what was decided on the one before is done
                made.value = { ...fresh.made, version: fresh.version };
            }
            room.value = fresh;
            return true;
        } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            await refused(error);
            return false;
        } finally {
            waiting -= 1;
            if (waiting === 0) ahead.clear();
        }
    });
    last = mine.catch(() => undefined);
    return mine;
}

const attempt = (act: () => Promise<Room>) =>
    inTurn(act, async (why) => {
        announce(sentenceOf(why));
        await showAsItIs(why.status === 409);
    });

export const refresh = () => attempt(() => fetchRoom(doc.value.id, lines.value));

/** The decision on an amendment as it is seen, with what one has decided just now. */
const seen = ({ id, decision, left_because: reason }: RoomAmendment): Decision => ahead.get(id) ?? { decision, reason };

/** What was seen of each, and what it is given. */
function send(wanted: ReadonlyMap<number, { seen: Decision; reason: string }>, decision: MergeDecision): Promise<Room> {
    const amendments = [...wanted].map(([id, one]) => ({
        id,
        expected: one.seen.decision,
        left_because: one.seen.reason,
        reason: one.reason,
    }));
    return decideMerge(doc.value.id, lines.value, { version: room.value.version, decision, amendments });
}

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

export async function decide(amendments: readonly RoomAmendment[], decision: MergeDecision): Promise<void> {
    const wanted = amendments.filter((one) => seen(one).decision !== decision && mayDecide(one, decision));
    if (wanted.length === 0) return;
    const given = { decision, reason: "" };
    const step = new Map(wanted.map((one) => [one.id, { was: seen(one), given }]));
    for (const id of step.keys()) ahead.set(id, given);
    const asked = new Map([...step].map(([id, { was }]) => [id, { seen: was, reason: "" }]));
    await attempt(async () => {
        const fresh = await send(asked, decision);
        done.value = [...done.value, { decided: step }];
        const names = wanted.slice(0, 5).map(({ id }) => nameOf(id));
        said.value = `${names.join(", ")}${wanted.length > 5 ? " …" : ""}: ${t(`merge.${decision}`)}`;
        return fresh;
    });
}

/** What is written by hand in just this place. */
const writtenAt = (now: Room, from: number, to: number) =>
    now.hand_texts.find((one) => one.from === from && one.to === to);

/** One has said why one is left: that is what one's decision on it stands as. */
export function explained(id: number, reason: string): void {
    const at = done.value.findLastIndex((step) => "decided" in step && step.decided.has(id));
    done.value = done.value.map((step, i) => {
        const one = "decided" in step ? step.decided.get(id) : undefined;
        if (i !== at || !("decided" in step) || one === undefined) return step;
        return { decided: new Map(step.decided).set(id, { ...one, given: { ...one.given, reason } }) };
    });
}

/** The room with these as they were before; what has been sent is taken out of `left`. */
async function decideBack(left: Map<number, { was: Decision; given: Decision }>): Promise<Room> {
    let fresh = room.value;
    for (const decision of new Set([...left.values()].map((one) => one.was.decision))) {
        const back = [...left].filter(([, one]) => one.was.decision === decision);
        fresh = await send(
            new Map(back.map(([id, { was, given }]) => [id, { seen: given, reason: was.reason }])),
            decision,
        );
        for (const [id] of back) left.delete(id);
    }
    return fresh;
}

/** What stood there before is written again, and so has another number than one's earlier acts know it by. */
async function writeBack({ from, to, was, before, number }: Written): Promise<Room> {
    const form = { version: room.value.version, from, to, expected: number, text: was };
    const fresh = await writeByHand(doc.value.id, lines.value, form);
    const again = writtenAt(fresh, from, to)?.number ?? 0;
    done.value = done.value.map((step) =>
        "written" in step && step.written.from === from && step.written.to === to && step.written.number === before
            ? { written: { ...step.written, number: again } }
            : step,
    );
    return fresh;
}

/**
 * Takes one's own last act back, unless a colleague has decided or written otherwise since. Which one is the last is
 * known when its turn comes: one that is under way at the moment is it.
 */
export async function undo(): Promise<void> {
    await attempt(async () => {
        const step = done.value.at(-1);
        if (step === undefined) return room.value;
        done.value = done.value.slice(0, -1);
        const left = new Map("decided" in step ? step.decided : []);
        try {
            return await ("written" in step ? writeBack(step.written) : decideBack(left));
        } catch (error) {
            // What could not be sent can be tried again; what a colleague has decided otherwise cannot.
            const again = "written" in step ? step : { decided: left };
            if (!(error instanceof Refusal) || error.status !== 409) done.value = [...done.value, again];
            throw error;
        }
    });
}

async function showChapterOf(line: number): Promise<void> {
    const at = Math.max(1, line);
    const chapter = chaptersOf(doc.value).findLast((one) => one.from <= at && at <= one.to);
    lines.value = chapter === undefined ? null : { from: chapter.from, to: chapter.to };
    await refresh();
}

/**
 * The next that nobody has decided, behind `after` in the list; where the lines that are shown have none, that of the
 * text behind them, whose chapter is asked for. null where all is decided.
 */
export async function nextOpen(after: number | null): Promise<number | null> {
    const at = listed.value.findIndex((one) => one.id === after);
    const turned = [...listed.value.slice(at + 1), ...listed.value.slice(0, at + 1)];
    const here = turned.find((one) => one.decision === "open" && one.id !== after);
    const elsewhere = room.value.next_open;
    if (here !== undefined || elsewhere === null) return here?.id ?? null;
    await showChapterOf(elsewhere.line_from);
    return elsewhere.id;
}

/** The first place that is not settled, in whatever chapter it stands: shown, and its line; null where there is none. */
export async function nextDispute(): Promise<number | null> {
    const here = room.value.disputes.find((one) => !one.settled);
    const line = here?.line ?? room.value.next_dispute;
    if (here === undefined && line !== null) await showChapterOf(line);
    return line;
}

/** `text` in the place of a passage on which amendments collide; null takes that back. Pressed twice is once. */
export function settle(from: number, to: number, text: string | null): Promise<boolean> {
    const saw = writtenAt(room.value, from, to)?.number ?? 0; // when one chose
    return attempt(async () => {
        const now = writtenAt(room.value, from, to);
        if ((now?.text ?? null) === text) return room.value;
        const isOwn = done.value.some(
            (step) =>
                "written" in step &&
                step.written.from === from &&
                step.written.to === to &&
                step.written.number === (now?.number ?? 0),
        );
        const before = isOwn ? (now?.number ?? 0) : saw;
        const form = { version: room.value.version, from, to, expected: before, text };
        const fresh = await writeByHand(doc.value.id, lines.value, form);
        const number = writtenAt(fresh, from, to)?.number ?? 0;
        const written = { from, to, was: now?.text ?? null, before, number };
        done.value = [...done.value, { written }];
        return fresh;
    });
}
