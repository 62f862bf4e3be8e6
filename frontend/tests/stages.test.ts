import { expect, test } from "vitest";
import { firstOutOfOrder } from "../src/features/process/planned.ts";

const stages = (...starts: string[]) => starts.map((one) => ({ starts: one }));

test("The stage that starts before one above it is the one that is marked", () => {
    expect(firstOutOfOrder(stages("2026-11-01T10:00", "2026-12-01T10:00", "2026-11-20T10:00"))).toBe(2);
});

test("Stages that begin by hand are in nobody's way, and two may begin in the same minute", () => {
    expect(firstOutOfOrder(stages("2026-11-01T10:00", "", "2026-11-01T10:00"))).toBe(-1);
    expect(firstOutOfOrder(stages("2026-11-02T10:00", "", "2026-11-01T10:00"))).toBe(2);
    expect(firstOutOfOrder([])).toBe(-1);
});
