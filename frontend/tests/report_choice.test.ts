import { expect, test } from "vitest";
import { namedAsOpen } from "../src/features/response/publish.tsx";

test("A theme that somebody wanted named as open, or held back, stays so when it is answered; else the answer decides", () => {
    const said = new Map([
        [1, true],
        [2, false],
    ]);
    expect([1, 2, 3].map((theme) => namedAsOpen(said, theme, false))).toEqual([true, false, true]);
    expect([1, 2, 3].map((theme) => namedAsOpen(said, theme, true))).toEqual([true, false, false]);
});
