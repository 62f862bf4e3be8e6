// What is decided in the merge room one act after the other, refused, and taken back.
import { beforeEach, expect, test, vi } from "vitest";
import type { Dispute, Document, MergeDecision, Room, RoomAmendment } from "../src/api/nouns.ts";
import { Refusal } from "../src/api/request.ts";
import { decide, explain, settle as settleAt } from "../src/features/amendment/room_acts.ts";
import { decidedHere, doc, done, made, room } from "../src/features/amendment/room_state.ts";
import { refresh } from "../src/features/amendment/room_turns.ts";
import { undo } from "../src/features/amendment/room_undo.ts";

type Form = {
    decision: MergeDecision;
    amendments: { id: number; expected: MergeDecision; left_because: string }[];
    /** Of an undo: instead of both. */
    decisions: { id: number; expected: MergeDecision; left_because: string; again: MergeDecision }[];
};
/** What was sent and is not answered yet, in order. */
const sent: { form: Form; answer: (room: Room) => void; refuse: (why: Refusal) => void }[] = [];
/** What was written by hand, and the room that comes of it. */
const written: object[] = [];
let next: Room;
/** What was said of why one is left. */
const explained: object[] = [];
/** Those that were given and not taken back. */
const reasons: string[] = [];
/** The room as the server has it. */
let onServer: Room;
vi.mock("../src/api/routes.ts", async (original) => ({
    ...(await original<object>()),
    decideMerge: (_document: number, _lines: unknown, form: Form) =>
        new Promise<Room>((answer, refuse) => sent.push({ form, answer, refuse })),
    fetchRoom: () => Promise.resolve(onServer),
    giveMergeReason: (_document: number, _lines: unknown, form: { reason: string }) => {
        explained.push(form);
        reasons.push(form.reason);
        return Promise.resolve((onServer = roomWith({ 1: "leave" }, form.reason)));
    },
    undoMerge: (_document: number, _lines: unknown, form: Form & { reason?: object; text?: object }) => {
        if (form.reason !== undefined) {
            explained.push(form.reason);
            reasons.pop();
            onServer = roomWith({ 1: "leave" }, reasons.at(-1) ?? "");
        }
        if (form.text !== undefined) written.push(form.text);
        if (form.decisions !== undefined)
            return new Promise<Room>((answer, refuse) => sent.push({ form, answer, refuse }));
        return Promise.resolve(form.text === undefined ? onServer : next);
    },
    writeByHand: (_document: number, _lines: unknown, form: object) => {
        written.push(form);
        return Promise.resolve(next);
    },
}));

function roomWith(decisions: Record<number, MergeDecision> = {}, reason = "", version = 1): Room {
    const amendments = [1, 2].map((id) => ({
        ...{ id, number: id, amends: null, kind: "text", carried: "clean", line_from: id, line_to: id },
        decision: decisions[id] ?? "open",
        voted: null,
        left_because: decisions[id] === "leave" ? reason : "",
    }));
    return {
        version,
        made: { author: { id: 7, name: "Eirik Dahle" }, adopted: 2 },
        amendments: amendments as unknown as RoomAmendment[],
        disputes: [],
        hand_texts: [],
    } as unknown as Room;
}
const amendment = (id: number) => room.value.amendments.find((one) => one.id === id)!;
const as = (decision: MergeDecision, reason = "") => ({ decision, reason });
const turn = () => new Promise((go) => setTimeout(go));
const refusal = (status: number) => new Refusal(status, "no");
const settle = (from: number, to: number, text: string | null) => settleAt({ from, to, line: 1 } as Dispute, text);
/** The server answers what was sent last with a room. */
async function answer(decisions: Record<number, MergeDecision>, reason = ""): Promise<void> {
    sent.at(-1)!.answer((onServer = roomWith(decisions, reason)));
    await turn();
}

beforeEach(() => {
    sent.length = 0;
    written.length = 0;
    explained.length = 0;
    reasons.length = 0;
    made.value = null;
    done.value = [];
    doc.value = { id: 1 } as Document;
    room.value = onServer = roomWith();
});

test("a decision that is refused is drawn as undecided again", async () => {
    const before = room.value;
    const deciding = decide([amendment(1)], "take");
    await turn();
    sent[0]!.refuse(refusal(503));
    await deciding;
    expect(room.value).not.toBe(before); // drawn anew
    expect(amendment(1).decision).toBe("open");
    expect(done.value).toEqual([]);
});

test("what a meeting voted on is nothing that editors decide", async () => {
    room.value = { ...room.value, amendments: [{ ...amendment(1), voted: "rejected" }, amendment(2)] };
    const deciding = decide(room.value.amendments, "leave");
    await turn();
    expect(sent[0]!.form.amendments.map((one) => one.id)).toEqual([2]);
    sent[0]!.answer(room.value);
    await deciding;
});

test("starting over is about what editors decided, and there is none where all of it was voted", () => {
    room.value = roomWith({ 1: "leave", 2: "take" });
    expect(decidedHere.value.map((one) => one.id)).toEqual([1, 2]);
    room.value = { ...room.value, amendments: [{ ...amendment(1), voted: "rejected" }, amendment(2)] };
    expect(decidedHere.value.map((one) => one.id)).toEqual([2]);
    room.value = { ...room.value, amendments: room.value.amendments.map((one) => ({ ...one, voted: "adopted" })) };
    expect(decidedHere.value).toEqual([]);
});

test("undo takes back the decision that is under way, and no earlier one", async () => {
    const first = decide([amendment(1)], "take");
    await turn();
    sent[0]!.answer(roomWith({ 1: "take" }));
    await first;
    const second = decide([amendment(2)], "leave");
    const back = undo();
    await turn();
    sent[1]!.answer(roomWith({ 1: "take", 2: "leave" }));
    await second;
    await turn();
    expect(sent[2]!.form).toMatchObject({ decisions: [{ id: 2, expected: "leave", again: "open" }] });
    sent[2]!.answer(roomWith({ 1: "take" }));
    await back;
    expect(amendment(1).decision).toBe("take");
    expect(done.value.length).toBe(1);
});

test("an undo that could not be sent can be tried again; one that a colleague was before cannot", async () => {
    for (const [status, left] of [
        [503, 1],
        [409, 0],
    ] as const) {
        done.value = [{ decided: new Map([[1, { name: "E 1", line: 1, was: as("open"), given: as("take") }]]) }];
        const undoing = undo();
        await turn();
        sent.at(-1)!.refuse(refusal(status));
        await undoing;
        expect(done.value.length).toBe(left);
    }
});

const withText = (text: string, number: number): Room => ({
    ...roomWith(),
    hand_texts: [{ from: 3, to: 9, text, number }],
});

test("undo takes back what one wrote by hand, to what stood there before, and only where it stands yet", async () => {
    next = withText("billig", 7);
    await settle(3, 9, "billig");
    next = withText("dyr", 8);
    await settle(3, 9, "dyr");
    expect(written.at(-1)).toMatchObject({ expected: 7, text: "dyr" });
    room.value = withText("en kollegas", 9);
    next = withText("billig", 10);
    await undo();
    expect(written.at(-1)).toEqual({ from: 3, to: 9, expected: 8 }); // the server knows of the colleague
    await undo();
    expect(written.at(-1)).toEqual({ from: 3, to: 9, expected: 10 }); // as it stands there again
    expect(done.value).toEqual([]);
});

test("undo knows the reason that stood with a decision, and the one that was given with one's own", async () => {
    const [first] = room.value.amendments;
    room.value = { ...room.value, amendments: [{ ...first!, decision: "leave", left_because: "For dyrt." }] };
    const opening = decide([amendment(1)], "open");
    await turn();
    expect(sent[0]!.form.amendments).toEqual([{ id: 1, expected: "leave", left_because: "For dyrt." }]);
    sent[0]!.answer(roomWith());
    await opening;
    const back = undo();
    await turn();
    expect(sent[1]!.form.decisions).toEqual([{ id: 1, expected: "open", left_because: "", again: "leave" }]);
    sent[1]!.answer(roomWith({ 1: "leave" }));
    await back;
});

test("a reason is a step of its own: undo takes it back before the decision that it is about", async () => {
    void decide([amendment(1)], "leave");
    await turn();
    await answer({ 1: "leave" });
    await explain(1, "", "For dyrt.");
    await explain(1, "For dyrt.", "For dyrt nå.");
    await undo();
    await undo();
    expect(explained.slice(2)).toEqual([
        { amendment: 1, expected: "For dyrt nå." },
        { amendment: 1, expected: "For dyrt." },
    ]);
    expect(sent.length).toBe(1);
    void undo();
    await turn();
    expect(sent[1]!.form.decisions).toMatchObject([{ expected: "leave", left_because: "", again: "open" }]);
    await answer({});
});

test("one takes one's own decision back also where a colleague has given it a reason that one has seen", async () => {
    void decide([amendment(1)], "leave");
    await turn();
    await answer({ 1: "leave" });
    onServer = roomWith({ 1: "leave" }, "For dyrt, sier Ingrid.");
    await refresh();
    void undo();
    await turn();
    expect(sent[1]!.form.decisions).toMatchObject([{ expected: "leave", left_because: "For dyrt, sier Ingrid." }]);
    await answer({});
});

test("what is chosen twice is written once, and what one chooses next replaces it", async () => {
    next = withText("billig", 7);
    const first = settle(3, 9, "billig");
    const again = settle(3, 9, "billig");
    const other = settle(3, 9, "dyr");
    await Promise.all([first, again, other]);
    expect(written).toMatchObject([
        { expected: 0, text: "billig" },
        { expected: 7, text: "dyr" },
    ]);
});

test("what a colleague wrote between one's choice and its turn is not taken for seen", async () => {
    const choosing = settle(3, 9, "dyr");
    room.value = withText("billig", 7);
    next = withText("dyr", 8);
    await choosing;
    expect(written).toMatchObject([{ expected: 0, text: "dyr" }]); // which the server refuses
});

const becomes = (form: Form) => form.decisions?.[0]!.again ?? form.decision;

test("keys that are faster than the server build upon one another", async () => {
    const decisions = async (acts: (() => void)[]) => {
        sent.length = 0;
        room.value = onServer = roomWith();
        for (const act of acts) act();
        for (let i = 0; i < acts.length; i += 1) {
            await turn();
            if (sent.length > i) await answer({ 1: becomes(sent[i]!.form) });
        }
        return sent.map(({ form }) => [(form.decisions ?? form.amendments)[0]!.expected, becomes(form)]);
    };
    const press = (decision: MergeDecision) => () => void decide([amendment(1)], decision);
    const back = () => void undo();
    expect(await decisions([press("take"), back, press("leave")])).toEqual([
        ["open", "take"],
        ["take", "open"],
        ["open", "leave"],
    ]);
    expect(await decisions([press("take"), back, press("take")])).toEqual([
        ["open", "take"],
        ["take", "open"],
        ["open", "take"],
    ]);
    expect(await decisions([press("take"), press("take")])).toEqual([["open", "take"]]);
});

test("an undo that waited for what was refused takes back nothing that came before", async () => {
    void decide([amendment(2)], "take");
    await turn();
    await answer({ 2: "take" });
    void decide([amendment(1)], "take");
    const back = undo();
    await turn();
    sent[1]!.refuse(refusal(409));
    await back;
    expect(sent.length).toBe(2);
    expect(done.value.length).toBe(1);
});

test("what a refusal shows may be another version: it is announced, and what one did before is done", async () => {
    next = withText("billig", 7);
    await settle(3, 9, "billig");
    next = roomWith();
    await settle(3, 9, null);
    onServer = roomWith({}, "", 2);
    const deciding = decide([amendment(1)], "take");
    await turn();
    sent[0]!.refuse(new Refusal(409, "version.stale_base"));
    await deciding;
    expect(made.value).toMatchObject({ version: 2, adopted: 2 });
    await undo();
    expect(written.length).toBe(2);
});

test("what was begun on one version is sent as of that one, also where another has come before its turn", async () => {
    const refused = decide([amendment(1)], "take");
    const deciding = decide([amendment(2)], "take");
    const choosing = settle(3, 9, "dyr");
    onServer = roomWith({}, "", 2);
    next = onServer;
    await turn();
    sent[0]!.refuse(new Refusal(409, "version.stale_base"));
    await refused;
    await turn();
    expect(sent[1]!.form).toMatchObject({ version: 1 });
    sent[1]!.refuse(new Refusal(409, "version.stale_base"));
    await deciding;
    await choosing;
    expect(written).toMatchObject([{ version: 1 }]);
});

test("an undo that the server has judged is not tried again, so that one gets past it", async () => {
    for (const status of [422, 403, 404, 503]) {
        done.value = [{ decided: new Map([[1, { name: "E 1", line: 1, was: as("open"), given: as("take") }]]) }];
        const undoing = undo();
        await turn();
        sent.at(-1)!.refuse(refusal(status));
        await undoing;
        expect(done.value.length).toBe(status === 503 ? 1 : 0);
    }
});

test("words that a changed place leaves without effect are not told to be stored", async () => {
    next = roomWith(); // the place is another one on the server, and the text counts nowhere
    expect(await settle(3, 9, "dyr")).toBe(false);
    next = withText("dyr", 8);
    expect(await settle(3, 9, "dyr")).toBe(true);
});
