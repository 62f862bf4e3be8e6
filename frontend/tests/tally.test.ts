import { describe, expect, test } from "vitest";
import { scaleOf } from "../src/features/tally/chart.tsx";
import { band } from "../src/features/tally/labels.ts";

describe("The tables of a consultation", () => {
    test("a band says from where to where, one step or to the next power of ten", () => {
        expect(band("50", 50)).toBe("50–99");
        expect(band("3", 1)).toBe("3");
        expect(band("0", 0)).toBe("0");
        expect(band("1", 0)).toBe("1–9");
        expect(band("100", 0)).toBe("100–999");
    });

    test("all bars of a question share one scale that reaches as far as the longest", () => {
        const rows = [
            { key: "a", label: "A", counts: [30, null] },
            { key: "b", label: "B", counts: [10, 6] },
        ];
        const scale = scaleOf(rows, [40, 20]);
        expect(scale.domain()[0]).toBe(0);
        expect(scale.domain()[1]).toBeGreaterThanOrEqual(0.75);
        expect(scale(0.375)).toBeCloseTo(scale(0.75) / 2);
    });

    test("a question that nobody answered has a scale all the same", () => {
        expect(scaleOf([{ key: "a", label: "A", counts: [0, null] }], [0, null]).domain()[1]).toBeGreaterThan(0);
    });
});
