// The dialog that asks why an amendment is left, while others change what it is about and the answer is slow.
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Document, MergeDecision, Room } from "../src/api/nouns.ts";
import { Refusal } from "../src/api/request.ts";
import { decide } from "../src/features/amendment/room_acts.ts";
import { AskReason, askReason } from "../src/features/amendment/room_reason.tsx";
import { doc, find, room, takeIn } from "../src/features/amendment/room_state.ts";

type Form = { expected: string; reason: string; amendment: number };
const sent: { form: Form; answer: (room: Room) => void; refuse: (why: Refusal) => void }[] = [];
let onServer: Room;
const decided: ((room: Room) => void)[] = [];
vi.mock("../src/api/routes.ts", async (original) => ({
    ...(await original<object>()),
    fetchRoom: () => Promise.resolve(onServer),
    decideMerge: () => new Promise<Room>((answer) => decided.push(answer)),
    giveMergeReason: (_document: number, _lines: unknown, form: Form) =>
        new Promise<Room>((answer, refuse) => sent.push({ form, answer, refuse })),
}));
HTMLDialogElement.prototype.showModal ??= () => undefined;

const ingrid = { id: 8, name: "Ingrid Solberg" };
function roomOf(decision: MergeDecision, reason = "", by: typeof ingrid | null = null, ids = [1, 2]): Room {
    const amendments = ids.map((id) => ({
        ...{ id, number: id, amends: null, kind: "text", carried: "clean", line_from: id, decision, voted: null },
        ...{ left_because: reason, left_because_by: by, decided_by: null },
    }));
    return { version: 1, made: { author: ingrid, adopted: 1 }, amendments, disputes: [], hand_texts: [] } as never;
}

let root: HTMLElement;
let document_id = 500;
const field = () => root.querySelector<HTMLInputElement>("input[name=reason]");
const type = (text: string) =>
    act(() => {
        field()!.value = text;
        field()!.dispatchEvent(new Event("input", { bubbles: true }));
    });
const ask = (id: number) => act(() => askReason(id));
const save = async () => {
    await act(() => void root.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true })));
    await settled();
};
const escape = () =>
    act(() => void root.querySelector("dialog")!.dispatchEvent(new Event("cancel", { cancelable: true })));
const settled = async () => {
    await act(async () => new Promise<void>((go) => setTimeout(go)));
};
const main = () => root.querySelector<HTMLButtonElement>(".actions button")!;

beforeEach(async () => {
    localStorage.clear();
    sent.length = 0;
    decided.length = 0;
    document_id += 1;
    doc.value = { id: document_id, may: { edit: true } } as unknown as Document;
    room.value = onServer = roomOf("leave");
    root = document.createElement("div");
    document.body.append(root);
    await act(() => render(<AskReason />, root));
});
afterEach(async () => {
    if (field() !== null) await escape();
    await act(() => render(null, root));
    root.remove();
});

test("words in the dialog outlive its closing, and are there when it is opened again", async () => {
    await ask(1);
    await type("For dyrt");
    await escape();
    expect(field()).toBeNull();
    await ask(2);
    expect(field()!.value).toBe("");
    await escape();
    await ask(1);
    expect(field()!.value).toBe("For dyrt");
    await escape();
    await act(() => takeIn(roomOf("leave", "Uklart.", ingrid)));
    await ask(1);
    expect(field()!.value).toBe("For dyrt");
    expect(root.querySelector("blockquote")!.textContent).toBe("Uklart.");
    expect(main().textContent).toBe("merge.reasonInstead");
});

test("the dialog says that the amendment is gone or decided otherwise, keeps the words and sends nothing", async () => {
    await ask(1);
    await type("For dyrt");
    await act(() => takeIn(roomOf("take")));
    expect(root.textContent).toContain("merge.reasonNotLeft");
    expect(main().disabled).toBe(true);
    await act(() => takeIn(roomOf("leave", "", null, [2])));
    expect(root.textContent).toContain("merge.reasonGone");
    expect(field()!.value).toBe("For dyrt");
});

test("a colleague's reason is read in the dialog before one's own replaces it", async () => {
    await ask(1);
    await type("For dyrt");
    onServer = roomOf("leave", "Uklart.", ingrid);
    await save();
    sent[0]!.refuse(new Refusal(409, "merge.reason_meanwhile", "", { by: ingrid.name }));
    await settled();
    expect(root.querySelector("blockquote")!.textContent).toBe("Uklart.");
    expect(main().textContent).toBe("merge.reasonInstead");
    await save();
    expect(sent[1]!.form).toMatchObject({ expected: "Uklart.", reason: "For dyrt" });
    sent[1]!.answer(roomOf("leave", "For dyrt"));
    await settled();
    expect(field()).toBeNull();
});

test("the answer to one that was closed closes no other, and a late refusal opens nothing", async () => {
    for (const isStored of [true, false]) {
        await ask(1);
        await type(`Først ${isStored}`);
        await save();
        await escape();
        await ask(2);
        await type("Den andre er lang");
        if (isStored) sent[0]!.answer(roomOf("leave", "Først true"));
        else sent[1]!.refuse(new Refusal(503, "busy"));
        await settled();
        expect(root.querySelector("h2")!.textContent).toBe("merge.reasonTitle");
        expect(field()!.value).toBe("Den andre er lang");
        await escape();
    }
    await ask(1);
    expect(field()!.value).toBe("Først false"); // which was not stored
});

test("what is typed on while the answer is under way stays, and the dialog with it", async () => {
    await ask(1);
    await type("For dyrt");
    await save();
    await type("For dyrt nå");
    sent[0]!.answer(roomOf("leave", "For dyrt"));
    await settled();
    expect(field()!.value).toBe("For dyrt nå");
});

test("the reason can be given at once, before the server has answered the decision", async () => {
    room.value = roomOf("open");
    void decide([find(1)!], "leave");
    await ask(1);
    await type("For dyrt");
    expect(main().disabled).toBe(false);
    expect(root.textContent).not.toContain("merge.reasonNotLeft");
    await save();
    expect(sent.length).toBe(0); // it waits for its turn
    decided[0]!(roomOf("leave"));
    await settled();
    expect(sent[0]!.form).toMatchObject({ amendment: 1, expected: "", reason: "For dyrt" });
    sent[0]!.answer(roomOf("leave", "For dyrt"));
    await settled();
    await ask(2);
    await escape();
    room.value = roomOf("open");
    await ask(1);
    expect(field()).toBeNull(); // nobody has left it
});
