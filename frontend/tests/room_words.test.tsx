// What one writes by hand for a dispute, while others change the place, the version, and the answer is slow.
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Dispute, Document, Room } from "../src/api/nouns.ts";
import { Disputes } from "../src/features/amendment/room_disputes.tsx";
import { doc, lines, room, takeIn } from "../src/features/amendment/room_state.ts";
import { findWords, words } from "../src/features/amendment/room_words.ts";

let answers: ((room: Room) => void)[];
const stored: { from: number; to: number; text: string | null }[] = [];
vi.mock("../src/api/routes.ts", async (original) => ({
    ...(await original<object>()),
    fetchRoom: () => Promise.resolve(room.value),
    writeByHand: (_document: number, _lines: unknown, form: (typeof stored)[number]) => {
        stored.push(form);
        return new Promise<Room>((answer) => answers.push(answer));
    },
}));

const readings = (ids: number[]) => ids.map((id) => ({ amendment: id, number: id, text: `lesning ${id}` }));
const dispute = (from: number, to: number, base: string, ids: number[], settled = false): Dispute => ({
    ...{ from, to, base, context: "", block: "b2", line: from, readings: readings(ids), settled },
});
function roomOf(disputes: Dispute[], version = 1, texts: Room["hand_texts"] = []): Room {
    const amendments = [1, 2, 3].map((id) => ({ id, number: id, amends: null, line_from: 1, decision: "take" }));
    return {
        ...{ version, made: { author: { id: 7, name: "Eirik Dahle" }, adopted: 0 } },
        ...{ amendments, disputes, hand_texts: texts },
    } as unknown as Room;
}

let root: HTMLElement;
let document_id = 100; // another for each test: what is kept is kept for this page's life
const field = () => root.querySelector("textarea");
const said = () => root.querySelector(".by-hand-remark")?.textContent ?? "";
const button = (word: string) =>
    [...root.querySelectorAll("button")].find((one) => one.textContent === word) as HTMLButtonElement;
const type = (text: string) =>
    act(() => {
        field()!.value = text;
        field()!.dispatchEvent(new Event("input", { bubbles: true }));
    });
const write = async (text: string) => {
    await act(() => button("merge.write").click());
    await type(text);
};
const hear = (fresh: Room) => act(() => takeIn(fresh));
const settled = async () => {
    await act(async () => void (await Promise.resolve()));
    await new Promise((go) => setTimeout(go));
};

beforeEach(async () => {
    localStorage.clear();
    answers = [];
    stored.length = 0;
    words.value = [];
    document_id += 1;
    doc.value = { id: document_id, may: { edit: true }, head: 1 } as unknown as Document;
    lines.value = null;
    room.value = roomOf([dispute(19, 25, "gratis", [1, 2])]);
    root = document.createElement("div");
    document.body.append(root);
    await act(() => render(<Disputes />, root));
});
afterEach(async () => {
    await act(() => render(null, root));
    root.remove();
});

test("the key after the press that begins the words is for the field, also where nothing was painted between", async () => {
    button("merge.write").click(); // not within act, which would wait for what comes after the painting
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    expect(document.activeElement).toBe(field());
});

test("who begins to write has the keyboard in the field, and the focus goes nowhere when it is closed", async () => {
    await act(() => button("merge.write").click());
    expect(document.activeElement).toBe(field());
    button("cancel").focus();
    await act(() => button("cancel").click());
    expect(field()).toBeNull();
    expect(document.activeElement).toBe(root.querySelector(".dispute"));
});

test("a place that grows while one writes takes neither words nor field, and says that it changed", async () => {
    await write("rimelig, og");
    const before = field();
    before!.focus();
    await hear(roomOf([dispute(19, 63, "gratis ferge hele året", [1, 2, 3])]));
    expect(field()).toBe(before);
    expect(document.activeElement).toBe(before);
    expect(field()!.value).toBe("rimelig, og");
    expect(said()).toBe("merge.wordsMoved");
    expect(button("merge.write")).toBeUndefined();
    await act(() => button("save").click());
    await settled();
    expect(stored).toMatchObject([{ from: 19, to: 63, text: "rimelig, og" }]);
    const place = dispute(19, 63, "gratis ferge hele året", [1, 2, 3], true);
    answers[0]!(roomOf([place], 1, [{ from: 19, to: 63, text: "rimelig, og", number: 4 }]));
    await settled();
    expect(field()).toBeNull();
});

test("what a colleague settles meanwhile leaves the words, the field and the keyboard where they are", async () => {
    await hear(roomOf([dispute(19, 25, "gratis", [1, 2]), dispute(40, 44, "året", [2, 3])]));
    await act(() => button("merge.write").click());
    await type("rimelig");
    field()!.focus();
    const place = dispute(19, 25, "gratis", [1, 2], true);
    await hear(roomOf([dispute(40, 44, "året", [2, 3]), place], 1, [{ from: 19, to: 25, text: "dyr", number: 5 }]));
    expect(field()!.value).toBe("rimelig");
    expect(document.activeElement).toBe(field());
    expect(said()).toBe("merge.wordsBeside");
    await hear(roomOf([dispute(40, 44, "året", [2, 3])]));
    expect(field()!.value).toBe("rimelig");
    expect(said()).toBe("merge.wordsHomeless");
    expect(button("save")).toBeUndefined();
    await act(() => button("kept.forget").click());
    expect(field()).toBeNull();
});

test("another place is never offered words that were written for this one", async () => {
    await write("rimelig");
    await hear(roomOf([dispute(40, 44, "året", [1, 2])]));
    const [homeless, other] = root.querySelectorAll(".dispute");
    expect(homeless!.querySelector("textarea")!.value).toBe("rimelig");
    expect(homeless!.textContent).toContain("merge.wordsHomeless");
    expect(other!.querySelector("textarea")).toBeNull();
});

test("the words are found again on the next version, and after the page was loaded anew", async () => {
    await write("rimelig");
    await hear(roomOf([], 2)); // nothing is taken yet on it
    expect(said()).toBe("merge.wordsHomeless");
    await hear(roomOf([dispute(24, 30, "gratis", [1, 2])], 2));
    expect(field()!.value).toBe("rimelig");
    expect(said()).toBe("");
    await act(() => render(null, root));
    words.value = [];
    findWords();
    await act(() => render(<Disputes />, root));
    expect(field()!.value).toBe("rimelig");
    expect(said()).toBe("kept.draft");
});

test("what is typed on while the answer is under way is newer, and stays", async () => {
    await write("rimelig");
    await act(() => button("save").click());
    await settled();
    await type("rimelig og punktlig");
    const place = dispute(19, 25, "gratis", [1, 2], true);
    answers[0]!(roomOf([place], 1, [{ from: 19, to: 25, text: "rimelig", number: 5 }]));
    await settled();
    expect(field()!.value).toBe("rimelig og punktlig");
    await act(() => button("save").click());
    await settled();
    expect(stored.at(-1)).toMatchObject({ expected: 5, text: "rimelig og punktlig" });
    answers[1]!(roomOf([place], 1, [{ from: 19, to: 25, text: "rimelig og punktlig", number: 6 }]));
    await settled();
    expect(field()).toBeNull();
    expect(words.value).toEqual([]);
});

test("words that do not count, as the place was another one on the server, stay", async () => {
    await write("rimelig");
    await act(() => button("save").click());
    await settled();
    answers[0]!(roomOf([dispute(19, 63, "gratis ferge hele året", [1, 2, 3])]));
    await settled();
    expect(field()!.value).toBe("rimelig");
    expect(said()).toBe("merge.wordsMoved");
});
