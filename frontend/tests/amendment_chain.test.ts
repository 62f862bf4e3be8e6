// Whose turn it is in a chain of bodies, and what the list asks of the server for each state.
import { describe, expect, test } from "vitest";
import type { Amendment } from "../src/api/nouns.ts";
import { turnOf } from "../src/features/amendment/chain.tsx";
import { statesAsked } from "../src/features/amendment/filters.tsx";

const chain = [
    { id: 1, name: "Laget" },
    { id: 2, name: "Fylket" },
    { id: 3, name: "Komiteen" },
];
const amendment = (said: number[], more: Partial<Amendment> = {}) =>
    ({
        state: "submitted",
        supporters_missing: 0,
        supporter_units_missing: 0,
        voted: null,
        recommendations: said.map((id) => ({ unit: { id } })),
        ...more,
    }) as Amendment;

describe("the chain", () => {
    test("goes on behind the last body that has spoken, also where one before it has not", () => {
        expect(turnOf(chain, amendment([]))).toBe(0);
        expect(turnOf(chain, amendment([1]))).toBe(1);
        expect(turnOf(chain, amendment([2]))).toBe(2);
        expect(turnOf(chain, amendment([9]))).toBe(0);
    });
    test("comes to a body again whose word was about an earlier wording", () => {
        const recommendations = [1, 2].map((id) => ({ unit: { id }, outdated: id === 2 }));
        expect(turnOf(chain, amendment([], { recommendations } as unknown as Partial<Amendment>))).toBe(1);
    });
    test("waits for nobody where all have spoken, the amendment is decided, or it gathers support", () => {
        expect(turnOf(chain, amendment([1, 2, 3]))).toBe(-1);
        expect(turnOf(chain, amendment([1], { state: "adopted" }))).toBe(-1);
        expect(turnOf(chain, amendment([], { supporters_missing: 1 }))).toBe(-1);
        expect(turnOf(chain, amendment([], { supporter_units_missing: 1 }))).toBe(-1);
    });
});

test("what is before the committee and what gathers support are asked for apart", () => {
    expect(statesAsked("submitted")).toEqual({ state: "submitted", supporters: "enough" });
    expect(statesAsked("gathering")).toEqual({ state: "submitted", supporters: "missing" });
    expect(statesAsked("adopted")).toEqual({ state: "adopted" });
    expect(statesAsked("")).toEqual({ state: "" });
});
