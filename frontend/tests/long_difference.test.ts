import { expect, test } from "vitest";
import { aroundChanges, firstOf } from "../src/features/amendment/long_difference.ts";

const row = (...pieces: [mark: "kept" | "deleted" | "inserted", length: number][]) => ({
    block: "b1",
    line_from: 1,
    line_to: 1,
    pieces: pieces.map(([mark, length]) => ({ mark, text: "x".repeat(length) })),
});

test("a difference that is short is shown as it is", () => {
    const rows = [row(["kept", 100], ["deleted", 1000], ["inserted", 1000])];
    expect(firstOf(rows)).toBe(rows);
});

test("of a difference of a whole document what goes and what comes are both begun", () => {
    const [begun, ...more] = firstOf([row(["deleted", 100_000], ["inserted", 50_000]), row(["kept", 9000])]);
    expect(more).toEqual([]);
    expect(begun!.pieces.map((piece) => piece.mark)).toEqual(["deleted", "inserted"]);
    expect(begun!.pieces.every((piece) => piece.text.length < 1100 && piece.text.endsWith("…"))).toBe(true);
});

test("in brief the changed words are seen however far behind in their paragraph they stand", () => {
    const word = (n: number) => "ord ".repeat(n);
    const [brief, ...more] = aroundChanges([
        { block: "b1", line_from: 1, line_to: 1, pieces: [{ mark: "kept", text: word(100) }] },
        {
            ...{ block: "b2", line_from: 2, line_to: 9 },
            pieces: [
                { mark: "kept", text: `Kommunen skal ${word(100)}` },
                { mark: "deleted", text: "vurdere" },
                { mark: "inserted", text: "bygge" },
                { mark: "kept", text: ` sykkelvei ${word(100)} til skolen` },
                { mark: "inserted", text: "innen 2030" },
                { mark: "kept", text: `${word(100)}slutt.` },
            ],
        },
    ]);
    expect(more).toEqual([]);
    const texts = brief!.pieces.map(({ text }) => text);
    expect(texts[0]).toMatch(/^ … (ord )+$/);
    expect(texts.slice(1, 3)).toEqual(["vurdere", "bygge"]);
    expect(texts[3]).toMatch(/^ sykkelvei (ord )+… (ord )+ til skolen$/);
    expect(texts[5]).toMatch(/^(ord )+… $/);
    expect(texts.join("").length).toBeLessThan(400);
});

test("in brief a short difference is as it is", () => {
    const rows = [row(["kept", 60], ["deleted", 100], ["inserted", 100], ["kept", 60])];
    expect(aroundChanges(rows)).toEqual(rows);
});
