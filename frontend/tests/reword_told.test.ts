// Who says an amendment anew is told whether those who support it stay: by the words that go and come, and those around.
import { expect, test } from "vitest";
import type { Difference, Piece } from "../src/api/nouns.ts";
import { sameWords } from "../src/features/amendment/supporters_told.tsx";

const row = (...pieces: [Piece["mark"], string][]): Difference => ({
    block: "b1",
    line_from: 1,
    line_to: 1,
    pieces: pieces.map(([mark, text]) => ({ mark, text })),
});

test("support stays where the same words go and come among the same words", () => {
    const before = [row(["kept", "Vi vil ha "], ["deleted", "gratis"], ["inserted", "billig"], ["kept", " ferge."])];
    const elsewhere = [
        row(["kept", "Alle skal ha "], ["deleted", "gratis"], ["inserted", "billig"], ["kept", " buss."]),
    ];
    const other = [row(["kept", "Vi vil ha "], ["deleted", "gratis"], ["inserted", "dyr"], ["kept", " ferge."])];
    expect(sameWords(before, before)).toBe(true);
    expect(sameWords(before, elsewhere)).toBe(false);
    expect(sameWords(before, other)).toBe(false);
    expect(sameWords([row(["deleted", "Bort.\n\n"])], [row(["deleted", "Bort."])])).toBe(true);
    expect(sameWords([row(["deleted", "Bort."])], [row(["deleted", "Også bort."])])).toBe(false);
});
