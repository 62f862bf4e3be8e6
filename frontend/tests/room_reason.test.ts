// Why an amendment is left: sent with what one saw, and on a refusal the words are the dialog's, which still has them.
import { beforeEach, expect, test, vi } from "vitest";
import type { Document, Room, RoomAmendment } from "../src/api/nouns.ts";
import { Refusal } from "../src/api/request.ts";
import { explain } from "../src/features/amendment/room_acts.ts";
import { doc, room } from "../src/features/amendment/room_state.ts";

type Form = { version: number; amendment: number; expected: string; reason: string };
const sent: Form[] = [];
let refuses = false;
vi.mock("../src/api/routes.ts", async (original) => ({
    ...(await original<object>()),
    fetchRoom: () => Promise.resolve(roomWith("For dyrt, sier Mona.")),
    giveMergeReason: (_document: number, _lines: unknown, form: Form) => {
        sent.push(form);
        return refuses ? Promise.reject(new Refusal(409, "no")) : Promise.resolve(roomWith(form.reason));
    },
}));

function roomWith(reason: string): Room {
    const amendment = { id: 1, number: 1, amends: null, decision: "leave", left_because: reason };
    return {
        version: 3,
        amendments: [amendment as unknown as RoomAmendment],
        disputes: [],
        hand_texts: [],
    } as unknown as Room;
}
const told = () => room.value.amendments[0]!.left_because;

beforeEach(() => {
    sent.length = 0;
    refuses = false;
    doc.value = { id: 1 } as Document;
    room.value = roomWith("");
});

test("a reason is sent with the one that was seen, and the next one with that", async () => {
    await explain(1, told(), "For dyrt.");
    await explain(1, told(), "For dyrt nå.");
    expect(sent.map(({ expected, reason }) => [expected, reason])).toEqual([
        ["", "For dyrt."],
        ["For dyrt.", "For dyrt nå."],
    ]);
    expect(told()).toBe("For dyrt nå.");
});

test("where a colleague was first, theirs is shown and one's own can be sent on what it is now", async () => {
    refuses = true;
    let heard: Refusal | null = null;
    expect(await explain(1, "", "For dyrt.", (why) => (heard = why))).toBe(false);
    expect(heard).toMatchObject({ status: 409 });
    expect(told()).toBe("For dyrt, sier Mona.");
    refuses = false;
    await explain(1, told(), "For dyrt.");
    expect(sent.at(-1)).toMatchObject({ expected: "For dyrt, sier Mona." });
});

test("a reason that a colleague wrote while one was writing is not taken for seen", async () => {
    const seen = told();
    room.value = roomWith("For dyrt, sier Mona."); // a live event
    await explain(1, seen, "For dyrt.");
    expect(sent.at(-1)).toMatchObject({ expected: "" }); // which the server refuses
});
