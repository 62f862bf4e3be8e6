// What an editor does in the merge room: decides, says why, settles by hand, and goes on to what is left.
import type { Dispute, MergeDecision, Room, RoomAmendment } from "../../api/nouns.ts";
import { decideMerge, giveMergeReason, writeByHand } from "../../api/routes.ts";
import type { Refusal } from "../../api/request.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { chaptersOf } from "./chapters.ts";
import {
    doc,
    done,
    find,
    lines,
    listed,
    mayDecide,
    named,
    nameOf,
    room,
    said,
    writtenAt,
    type Decision,
} from "./room_state.ts";
import { ahead, attempt, known, leftAs, refresh } from "./room_turns.ts";

/** The names of some, of many the first. */
export const someOf = (names: readonly string[]) => names.slice(0, 5).join(", ") + (names.length > 5 ? " …" : "");

export const thingOf = (id: number) => `amendment ${id}`;
export const textAt = (from: number, to: number) => `text ${from}-${to}`;

/** Decides on some as one, each with what was seen of it. */
async function send(version: number, wanted: ReadonlyMap<number, Decision>, decision: MergeDecision): Promise<Room> {
    const amendments = [...wanted].map(([id, seen]) => ({
        id,
        expected: seen.decision,
        left_because: seen.reason,
    }));
    const fresh = await decideMerge(doc.value.id, lines.value, { version, decision, amendments });
    for (const id of wanted.keys()) leftAs<Decision>(thingOf(id), { decision, reason: "" });
    return fresh;
}

const asSeen = ({ decision, left_because: reason }: RoomAmendment): Decision => ({ decision, reason });

/** @param amendments as they were seen. What each of them may become is known when its turn comes. */
export async function decide(amendments: readonly RoomAmendment[], decision: MergeDecision): Promise<void> {
    for (const { id } of amendments) ahead.set(id, decision);
    await attempt(async (begun) => {
        const others = amendments
            .map((one) => ({ one: find(one.id) ?? one, seen: known(thingOf(one.id), begun, asSeen(one)) }))
            .filter(({ seen }) => seen.decision !== decision);
        const wanted = others.filter(({ one }) => mayDecide(one, decision));
        const [first] = others;
        if (first === undefined) return room.value;
        if (wanted.length === 0) {
            announce(t("merge.cannot", { name: nameOf(first.one.id), decision: t(`merge.${decision}`) }));
            return { ...room.value };
        }
        const given = { decision, reason: "" };
        const step = new Map(wanted.map(({ one, seen }) => [one.id, { ...named(one), was: seen, given }]));
        const asked = new Map(wanted.map(({ one, seen }) => [one.id, seen]));
        const fresh = await send(begun.room.version, asked, decision);
        done.value = [...done.value, { decided: step }];
        said.value = `${someOf([...step.values()].map(({ name }) => name))}: ${t(`merge.${decision}`)}`;
        return fresh;
    });
}

/**
 * Why one is left, where one saw `seen`; "" takes it back.
 * @returns whether it is stored; `refused` hears why not
 */
export function explain(id: number, seen: string, reason: string, refused?: (why: Refusal) => void): Promise<boolean> {
    return attempt(async (begun) => {
        const expected = known(thingOf(id), begun, { decision: "leave", reason: seen }).reason;
        if (expected === reason) return room.value;
        const one = find(id);
        const form = { version: begun.room.version, amendment: id, expected, reason };
        const fresh = await giveMergeReason(doc.value.id, lines.value, form);
        const given = fresh.amendments.find((other) => other.id === id)?.left_because ?? reason;
        leftAs<Decision>(thingOf(id), { decision: "leave", reason: given });
        const about = one === undefined ? { name: nameOf(id), line: 0 } : named(one);
        done.value = [...done.value, { explained: { id, ...about, was: expected, given } }];
        said.value = t("merge.saidReason", { name: about.name });
        return fresh;
    }, refused);
}

/**
 * `text` in the place of a passage on which amendments collide; null takes that back. Pressed twice is once.
 * @returns whether it counts there now: a place that a colleague has changed meanwhile is still to be settled
 */
export async function settle({ from, to, line }: Dispute, text: string | null): Promise<boolean> {
    const saw = writtenAt(room.value, from, to)?.number ?? 0;
    let counts = false;
    await attempt(async (begun) => {
        const now = room.value.version === begun.room.version ? writtenAt(room.value, from, to) : undefined;
        const before = known(textAt(from, to), begun, saw);
        counts = before === (now?.number ?? 0) && (now?.text ?? null) === text;
        if (counts) return room.value;
        const form = { version: begun.room.version, from, to, expected: before, text };
        const fresh = await writeByHand(doc.value.id, lines.value, form);
        const stands = writtenAt(fresh, from, to);
        const number = stands?.number ?? 0;
        leftAs(textAt(from, to), number);
        done.value = [...done.value, { written: { from, to, line, before, number } }];
        counts = text === null || stands !== undefined;
        if (counts) said.value = t(text === null ? "merge.saidOpen" : "merge.saidSettled", { line: String(line) });
        else announce(t("merge.notCounted"));
        return fresh;
    });
    return counts;
}

export async function showChapterOf(line: number): Promise<void> {
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
