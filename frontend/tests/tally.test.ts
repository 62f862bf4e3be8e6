import { describe, expect, test } from "vitest";
import { labelledTicks, scaleOf, shareOf } from "../src/features/tally/chart.tsx";
import type { TallyTable } from "../src/api/tally_nouns.ts";
import { band, unansweredRow } from "../src/features/tally/labels.ts";

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

    test("nobody is shown as nobody, also of a whole that is hidden; what is hidden is no number", () => {
        expect(shareOf(0, null)).toBe(0);
        expect(shareOf(0, 12)).toBe(0);
        expect(shareOf(null, 12)).toBeNull();
        expect(shareOf(7, null)).toBeNull();
        expect(shareOf(6, 12)).toBe(0.5);
    });

    test("who did not answer is a line of its own, where there was anybody or it is hidden", () => {
        const table = (asked: (number | null)[], unanswered: (number | null)[]) =>
            ({ asked, unanswered }) as unknown as TallyTable;
        expect(unansweredRow(table([9, null, 0], [0, null, 0]))).toEqual([]);
        expect(unansweredRow(table([9, 20], [0, 6]))[0]!.counts).toEqual([0, 6]);
        expect(unansweredRow(table([9, 20], [0, null]))).toHaveLength(1);
    });

    test("an agreement may be answered by a wording alone: who chose none of its lines is not told to have been silent", () => {
        const of = (kind: string) => ({ kind, asked: [9], unanswered: [6] }) as unknown as TallyTable;
        expect(unansweredRow(of("agreement"))[0]!.label).not.toBe(unansweredRow(of("choice"))[0]!.label);
    });

    test("an axis has two to four numbers on it, from nothing on, whatever the longest bar", () => {
        for (let longest = 1; longest <= 100; ++longest) {
            const scale = scaleOf([{ key: "a", label: "A", counts: [longest] }], [100]);
            const ticks = labelledTicks(scale);
            expect(ticks[0]).toBe(0);
            expect(ticks.length).toBeGreaterThanOrEqual(2);
            expect(ticks.length).toBeLessThanOrEqual(4);
        }
    });

    test("a question that nobody answered has a scale all the same", () => {
        expect(scaleOf([{ key: "a", label: "A", counts: [0, null] }], [0, null]).domain()[1]).toBeGreaterThan(0);
    });
});
