import { describe, expect, it } from "vitest";
import { onto, type Typed } from "../src/features/process/typed.ts";

const base: Typed = {
    title: "Program",
    description: "Om programmet",
    audience: "members",
    units: [],
    admits_participants: false,
    stages: [
        { id: 1, title: "Debatt", kind: "discussing", starts: "2026-01-01T10:00" },
        { id: 2, title: "Votering", kind: "voting", starts: "" },
    ],
    until: "",
    participants_amend: false,
    supporters: 0,
    supporters_from: "everybody",
    supporters_units: [],
    supporter_units: 0,
    each: 0,
    chain: [],
};
const [debate, vote] = base.stages as [Typed["stages"][0], Typed["stages"][0]];
const begun: Typed = { ...base, stages: [debate, { ...vote, starts: "2026-05-01T09:00" }] };

describe("a process that a colleague has saved while one types", () => {
    it("keeps what was typed, and takes the rest as it is now", () => {
        const now = { ...base, description: "Ny omtale", each: 3 };
        expect(onto({ ...base, title: "Partiprogram" }, base, now)).toEqual({ ...now, title: "Partiprogram" });
    });

    it("does not undo a stage that the colleague has begun, even where another field of that stage was typed in", () => {
        const typed = { ...base, stages: [debate, { ...vote, title: "Avstemning" }] };
        expect(onto(typed, base, begun).stages).toEqual([
            debate,
            { ...vote, title: "Avstemning", starts: "2026-05-01T09:00" },
        ]);
    });

    it("keeps what was typed where both changed one thing", () => {
        const typed = { ...base, title: "Mitt" };
        expect(onto(typed, base, { ...base, title: "Ditt" }).title).toBe("Mitt");
    });

    it("takes in a stage that the colleague added where it was put, and drops one that was taken away", () => {
        const added = { id: 3, title: "Lesing", kind: "reading" as const, starts: "" };
        expect(onto(base, base, { ...base, stages: [added, vote] }).stages).toEqual([added, vote]);
    });

    it("keeps the words in a stage that the colleague took away, as a stage that is new", () => {
        const typed = { ...base, stages: [debate, { ...vote, title: "Avstemning" }] };
        expect(onto(typed, base, { ...base, stages: [debate] }).stages).toEqual([
            debate,
            { title: "Avstemning", kind: "voting", starts: "" },
        ]);
    });

    it("leaves the order and the removal that were made here", () => {
        expect(onto({ ...base, stages: [vote, debate] }, base, begun).stages.map((one) => one.id)).toEqual([2, 1]);
        expect(onto({ ...base, stages: [vote] }, base, begun).stages).toEqual([begun.stages[1]]);
    });

    it("leaves a stage that was added here", () => {
        const mine = { title: "Lesing", kind: "reading" as const, starts: "" };
        expect(onto({ ...base, stages: [debate, mine, vote] }, base, begun).stages).toEqual([
            debate,
            mine,
            begun.stages[1],
        ]);
    });
});
