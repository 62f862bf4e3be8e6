import { expect, test } from "vitest";
import type { Amendment } from "../src/api/nouns.ts";
import { belongs } from "../src/features/amendment/list_state.ts";

const amendment = (over: Partial<Amendment> = {}) =>
    ({
        ...{ id: 9, number: 9, state: "submitted", kind: "text", line_from: 20, line_to: 21 },
        ...{ sponsor: { id: 1, name: "Kari" }, sponsor_unit: null },
        ...over,
    }) as Amendment;
const all = {
    state: "",
    kind: "",
    verdict: "",
    body: "",
    chapter: "",
    lines: null,
    sponsor: null,
    q: "",
    sort: "line" as const,
};

test("a new amendment belongs to the list where its filters let it in", () => {
    const new_ = amendment();
    expect(belongs(new_, all, null, null)).toBe(true);
    expect(belongs(new_, { ...all, kind: "principle" }, null, null)).toBe(false);
    expect(belongs(new_, { ...all, state: "rejected" }, null, null)).toBe(false);
    const lone = amendment({ supporters_missing: 2 });
    expect(belongs(lone, { ...all, state: "gathering" }, null, null)).toBe(true);
    expect(belongs(lone, { ...all, state: "submitted" }, null, null)).toBe(false);
    expect(belongs(new_, { ...all, state: "submitted" }, null, null)).toBe(true);
    expect(belongs(new_, all, { from: 1, to: 19 }, null)).toBe(false);
    expect(belongs(new_, all, { from: 21, to: 30 }, null)).toBe(true);
    expect(belongs(new_, { ...all, sponsor: { id: 1, unit: false, name: "" } }, null, null)).toBe(true);
    expect(belongs(new_, { ...all, sponsor: { id: 1, unit: true, name: "" } }, null, null)).toBe(false);
});

test("one that stands behind the last that is shown comes with its own page", () => {
    expect(belongs(amendment(), all, null, amendment({ line_from: 19 }))).toBe(false);
    expect(belongs(amendment(), all, null, amendment({ line_from: 21 }))).toBe(true);
    expect(belongs(amendment(), { ...all, sort: "number" }, null, amendment({ line_from: 90, number: 8 }))).toBe(false);
});
