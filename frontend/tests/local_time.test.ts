import { expect, test } from "vitest";
import { fromLocal, toLocal } from "../src/text/local_time.ts";

test("A time that nobody changed keeps its seconds, a changed one is what was typed", () => {
    const begun = "2026-11-23T14:05:37.250Z";
    expect(fromLocal(toLocal(begun), begun)).toBe(begun);
    expect(fromLocal(toLocal("2026-11-23T14:06:00.000Z"), begun)).toBe("2026-11-23T14:06:00.000Z");
});

test("No time is no time", () => {
    expect(toLocal(null)).toBe("");
    expect(fromLocal("")).toBeNull();
    expect(fromLocal("", "2026-11-23T14:05:00Z")).toBeNull();
    expect(fromLocal("soon")).toBeNull();
});
