import { expect, test } from "vitest";
import { firstOf } from "../src/features/amendment/long_difference.ts";

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
