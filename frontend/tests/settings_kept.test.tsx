import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConsultationInFull } from "../src/api/consultation_nouns.ts";
import * as routes from "../src/api/consultation_routes.ts";
import type { Process } from "../src/api/nouns.ts";
import { Refusal } from "../src/api/request.ts";
import * as terms from "../src/features/consultation/settings_typed.ts";
import { useSettings, type HeldSettings } from "../src/features/consultation/use_settings.ts";

const process = { id: 2, documents: [] } as unknown as Process;
const consultation: ConsultationInFull = {
    id: 3,
    process: 2,
    document: 5,
    version: 1,
    title: "Ferger",
    introduction: "",
    introduction_html: "",
    opens: "2026-01-01T00:00:30Z",
    closes: "2026-06-01T00:00:00Z",
    erases: "2027-01-01T00:00:00Z",
    once: "person",
    allows_anonymous: true,
    holds_answers: false,
    publishes_answers: false,
    asks_proof: true,
    per_address: 20,
    purpose: "Til programmet.",
    revision: 1,
    begun: false,
    state: "open",
    warnings: [],
    fingerprint: "f1",
    may: { edit: true, read_answers: true },
};

let held: HeldSettings;
let root: HTMLElement;
function Form({ of }: { of: ConsultationInFull }) {
    held = useSettings(process, of);
    return null;
}
const show = (of: ConsultationInFull) => act(() => render(<Form of={of} />, root));
const set = (change: Partial<terms.Typed>) => act(() => held.set(change));

beforeEach(async () => {
    localStorage.clear();
    root = document.createElement("div");
    await show(consultation);
});
afterEach(async () => {
    await act(() => render(null, root));
    vi.restoreAllMocks();
});

describe("the terms of a consultation that an editor changes", () => {
    it("show what was saved, and the next save does not put back what was there before", async () => {
        await set({ title: "Båter" });
        const saved = { ...consultation, title: "Båter", fingerprint: "f2" };
        const change = vi.spyOn(routes, "changeConsultation").mockResolvedValue(saved);
        await held.save("k");
        expect(change).toHaveBeenCalledWith(3, { title: "Båter" }, "f1");
        await act(() => held.stored(saved));
        await show(saved);
        expect(held.typed.title).toBe("Båter");
        await set({ per_address: 30 });
        await held.save("k");
        expect(change).toHaveBeenLastCalledWith(3, { per_address: 30 }, "f2");
    });

    it("keep what is typed while a save is under way", async () => {
        await set({ title: "Båter" });
        const saved = { ...consultation, title: "Båter", fingerprint: "f2" };
        const { stored } = held;
        await set({ title: "Båter og ferger" });
        await act(() => stored(saved));
        await show(saved);
        expect(held.typed.title).toBe("Båter og ferger");
        expect(held.typed.purpose).toBe("Til programmet.");
        expect(held.disputed).toEqual([]);
        await act(() => held.stored({ ...saved, title: "Båter og ferger" }));
        await show({ ...saved, title: "Båter og ferger" });
        expect(localStorage.length).toBe(0);
    });

    it("take in what a colleague saved, and say what both changed until somebody has chosen", async () => {
        await set({ title: "Båter" });
        await show({ ...consultation, title: "Hurtigruta", per_address: 5, fingerprint: "f2" });
        expect(held.typed).toMatchObject({ title: "Båter", per_address: 5 });
        expect(held.disputed).toEqual(["title"]);
        await set({ purpose: "Til landsmøtet." });
        expect(held.disputed).toEqual(["title"]);
        await act(() => held.take("title"));
        expect(held.typed).toMatchObject({ title: "Hurtigruta", purpose: "Til landsmøtet." });
        expect(held.disputed).toEqual([]);
    });

    it("are shown as a colleague left them where the server refuses the slower one", async () => {
        await set({ purpose: "Til landsmøtet." });
        const current = { ...consultation, title: "Hurtigruta", fingerprint: "f2" };
        const refusal = new Refusal(409, "consultation.changed", "", {}, null, { current });
        vi.spyOn(routes, "changeConsultation").mockRejectedValue(refusal);
        await held.save("k", (now) => void show(now)).catch(() => undefined);
        await act(() => undefined);
        expect(held.typed).toMatchObject({ title: "Hurtigruta", purpose: "Til landsmøtet." });
    });
});

describe("a change of the terms", () => {
    const loaded = terms.typedOf(consultation);
    it("names a version of the document as soon as either was chosen, and no time that nobody touched", () => {
        expect(terms.changeOf({ ...loaded, version: 2 }, loaded, consultation)).toEqual({ document: 5, version: 2 });
        expect(terms.changeOf(loaded, loaded, consultation)).toEqual({});
    });
    it("is read out of what was kept before it was kept what the form began with", () => {
        expect(terms.readKept(JSON.stringify({ title: "Båter" }), loaded)).toEqual({
            typed: { ...loaded, title: "Båter" },
            base: loaded,
        });
    });
});

it("a copy of a consultation has its terms, the newest version of its text and no times that have passed", () => {
    const newer = {
        ...process,
        documents: [
            { id: 4, version: 9 },
            { id: 5, version: 3 },
        ],
    } as unknown as Process;
    const copy = terms.rulesOf(terms.copyOf(consultation, newer), null);
    expect(copy).toMatchObject({
        title: "Ferger",
        document: 5,
        version: 3,
        purpose: "Til programmet.",
        once: "person",
    });
    const begins = Date.parse(copy.opens);
    expect(Math.abs(begins - Date.now())).toBeLessThan(2 * 60_000);
    expect(Date.parse(copy.closes)).toBeGreaterThan(begins + terms.shortest);
    expect(Date.parse(copy.erases)).toBeGreaterThan(Date.parse(copy.closes));
    expect(Object.keys(copy).sort()).toEqual(
        [
            ...["allows_anonymous", "asks_proof", "closes", "document", "erases", "holds_answers", "introduction"],
            ...["once", "opens", "per_address", "publishes_answers", "purpose", "title", "version"],
        ].sort(),
    );
});
