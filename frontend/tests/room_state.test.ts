// What is decided in the merge room one act after the other, refused, and taken back.
import { beforeEach, expect, test, vi } from "vitest";
import type { Document, MergeDecision, Room, RoomAmendment } from "../src/api/nouns.ts";
import { Refusal } from "../src/api/request.ts";
import { decide, doc, done, explained, room, settle, undo } from "../src/features/amendment/room_state.ts";

type Form = {
    decision: MergeDecision;
    amendments: { id: number; expected: MergeDecision; left_because: string; reason: string }[];
};
/** What was sent and is not answered yet, in order. */
const sent: { form: Form; answer: (room: Room) => void; refuse: (why: Refusal) => void }[] = [];
/** What was written by hand, and the room that comes of it. */
const written: object[] = [];
let next: Room;
vi.mock("../src/api/routes.ts", async (original) => ({
    ...(await original<object>()),
    decideMerge: (_document: number, _lines: unknown, form: Form) =>
        new Promise<Room>((answer, refuse) => sent.push({ form, answer, refuse })),
    fetchRoom: () => Promise.resolve(roomWith({ 1: "leave" })),
    writeByHand: (_document: number, _lines: unknown, form: object) => {
        written.push(form);
        return Promise.resolve(next);
    },
}));

function roomWith(decisions: Record<number, MergeDecision> = {}): Room {
    const amendments = [1, 2].map((id) => ({
        ...{ id, number: id, amends: null, kind: "text", carried: "clean", line_from: id, line_to: id },
        decision: decisions[id] ?? "open",
        voted: null,
        left_because: "",
    }));
    return { version: 1, amendments: amendments as unknown as RoomAmendment[], hand_texts: [] } as unknown as Room;
}
const amendment = (id: number) => room.value.amendments.find((one) => one.id === id)!;
const as = (decision: MergeDecision, reason = "") => ({ decision, reason });
const turn = () => new Promise((go) => setTimeout(go));
const refusal = (status: number) => new Refusal(status, "no");

beforeEach(() => {
    sent.length = 0;
    written.length = 0;
    done.value = [];
    doc.value = { id: 1 } as Document;
    room.value = roomWith();
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
    expect(sent[2]!.form).toMatchObject({ decision: "open", amendments: [{ id: 2, expected: "leave" }] });
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
        done.value = [{ decided: new Map([[1, { was: as("open"), given: as("take") }]]) }];
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
    expect(written.at(-1)).toMatchObject({ from: 3, to: 9, expected: 8, text: "billig" }); // the server knows of the colleague
    await undo();
    expect(written.at(-1)).toMatchObject({ expected: 10, text: null }); // as it was written again
    expect(done.value).toEqual([]);
});

test("undo knows the reason that stood with a decision, and the one that was given with one's own", async () => {
    const [first] = room.value.amendments;
    room.value = { ...room.value, amendments: [{ ...first!, decision: "leave", left_because: "For dyrt." }] };
    const opening = decide([amendment(1)], "open");
    await turn();
    expect(sent[0]!.form.amendments).toEqual([{ id: 1, expected: "leave", left_because: "For dyrt.", reason: "" }]);
    sent[0]!.answer(roomWith());
    await opening;
    const back = undo();
    await turn();
    expect(sent[1]!.form).toMatchObject({ decision: "leave", amendments: [{ expected: "open", reason: "For dyrt." }] });
    sent[1]!.answer(roomWith({ 1: "leave" }));
    await back;
    done.value = [{ decided: new Map([[1, { was: as("open"), given: as("leave") }]]) }];
    explained(1, "For dyrt nå.");
    const again = undo();
    await turn();
    expect(sent[2]!.form.amendments).toMatchObject([{ expected: "leave", left_because: "For dyrt nå." }]);
    sent[2]!.answer(roomWith());
    await again;
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
