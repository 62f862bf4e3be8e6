import { afterEach, describe, expect, test, vi } from "vitest";
import type { Mark, ReadAnswer, ReadForm, Theme } from "../src/api/reading_nouns.ts";
import * as routes from "../src/api/reading_routes.ts";
import { addressOf, readPlace } from "../src/features/reading/address.ts";
import { paragraphsOf } from "../src/features/reading/passages.ts";
import * as marking from "../src/features/reading/marking.ts";
import * as reader from "../src/features/reading/reader_state.ts";
import { hueOf, tagOf } from "../src/features/reading/theme_tree.ts";
import { closedAnswer } from "../src/features/reading/wordings.ts";
import { loadWords } from "../src/i18n/words.ts";

const theme = (id: number, parent: number | null = null): Theme => ({
    id,
    parent,
    title: `T${id}`,
    answers: 0,
    families: 0,
    marks: 0,
});

const answer = (id: number, more: Partial<ReadAnswer> = {}): ReadAnswer => ({
    id,
    consultation: 3,
    receipt: 1,
    revision: 1,
    edits: 0,
    changed: null,
    state: "submitted",
    held_for: "",
    voice: "public",
    author: "",
    body: "",
    at: "2026-11-01T12:00:00Z",
    fields: {},
    read: false,
    marks: 0,
    family: { id: 7, answers: 3 },
    texts: [],
    places: {},
    passages: { marks: [], redactions: [] },
    may: { see_original: false, settle: false, edit: true },
    ...more,
});

describe("The reader's address", () => {
    test("keeps the filters and the answer that is open, and gives both back", () => {
        const place = { filter: { q: "lys & vei", theme: "4" }, answer: 12 };
        const address = addressOf(place);
        expect(readPlace(address.slice(address.indexOf("?")))).toEqual(place);
        expect(readPlace("")).toEqual({ filter: {}, answer: null });
    });

    test("lets nothing in that the reader does not know", () => {
        expect(readPlace("?answer=-1&limit=9999&theme=")).toEqual({ filter: {}, answer: null });
        expect(readPlace("?answer=1e99").answer).toBeNull();
    });
});

describe("The reader", () => {
    afterEach(() => vi.restoreAllMocks());

    function stand(open: ReadAnswer | null): void {
        history.replaceState(null, "", "/consultations/3/read");
        reader.consultation.value = { id: 3 } as typeof reader.consultation.value;
        reader.form.value = reader.formOfShown.value = { revision: 1, sections: [] };
        reader.filter.value = {};
        reader.counts.value = { answers: 9, families: 9, read: 2, marked: 0, held: 0, refused: 0 };
        reader.items.value = [];
        reader.shown.value = open;
        vi.spyOn(routes, "fetchSuggestions").mockResolvedValue([]);
        vi.spyOn(routes, "fetchReading").mockResolvedValue({ items: [], next: null });
    }

    test("has the open answer in its address, beside the filters", async () => {
        stand(null);
        vi.spyOn(routes, "fetchReadAnswer").mockResolvedValue(answer(12, { read: true }));
        await reader.open(12);
        reader.setFilter({ unread: "1" });
        expect(readPlace(location.search)).toEqual({ filter: { unread: "1" }, answer: 12 });
    });

    test("counts an answer as read when it is opened, and not when one thinks better of it", async () => {
        stand(null);
        vi.spyOn(routes, "fetchReadAnswer").mockResolvedValue(answer(12));
        vi.spyOn(routes, "setRead").mockImplementation((_, read) => Promise.resolve({ read }));
        await reader.open(12);
        expect(reader.counts.value?.read).toBe(3);
        await reader.toggleRead();
        expect(reader.counts.value?.read).toBe(2);
    });

    test("is not led to an answer of another consultation by its address", async () => {
        stand(null);
        vi.spyOn(routes, "fetchReadAnswer").mockResolvedValue(answer(12, { consultation: 4 }));
        await reader.open(12, "by the address");
        expect(reader.shown.value).toBeNull();
    });

    test("says how many of a family a mark did not reach, and lists just those", async () => {
        stand(answer(12, { read: true }));
        vi.spyOn(routes, "addMark").mockResolvedValue({ mark: {} as Mark, carried: 1, left_out: 1 });
        vi.spyOn(routes, "fetchReadAnswer").mockResolvedValue(answer(12, { read: true }));
        vi.spyOn(routes, "fetchThemes").mockResolvedValue({ items: [theme(4)], merged: [] });
        const passage = { field: "q", first: 0, past: 4, edits: 0 };
        await marking.mark(reader.shown.value!, passage, 4, { family: true });
        expect(reader.leftOut.value).toMatchObject({ family: 7, theme: 4, carried: 1, without: 1 });
        reader.showLeftOut();
        expect(reader.filter.value).toEqual({ family: "7", without: "4" });
        expect(reader.shown.value).toBeNull();
        expect(reader.leftOut.value).toBeNull();
    });
});

describe("The colours of themes", () => {
    test("no two top themes of twenty are alike, and those below take the colour of the one above", () => {
        const all = Array.from({ length: 20 }, (_, i) => theme(1 + i * 360)).concat(theme(9999, 1));
        const hues = all.slice(0, 20).map(({ id }) => hueOf(id, all));
        for (const [i, one] of hues.entries()) {
            for (const other of hues.slice(0, i)) {
                const apart = Math.abs(one - other);
                expect(Math.min(apart, 360 - apart)).toBeGreaterThan(8);
            }
        }
        expect(hueOf(9999, all)).toBe(hueOf(1, all));
    });

    test("a new theme leaves the others as they were", () => {
        const two = [theme(3), theme(8)];
        expect(hueOf(8, [...two, theme(9)])).toBe(hueOf(8, two));
    });

    test("a marked passage has its theme's name at its end, so that nobody needs the colours", () => {
        const mark = { field: "q", first: 2, past: 6, theme: 1 } as Mark;
        const [paragraph] = paragraphsOf("q", "En lang setning", [mark], []);
        expect(paragraph!.stretches.map(({ past }) => past)).toEqual([2, 6, 15]);
        expect(tagOf("Lys")).toBe("Lys");
        expect([...tagOf("🚲".repeat(40))].length).toBe(32);
    });
});

describe("A closed answer in words", () => {
    const question = (kind: string) => ({ key: "q", kind, title: {} }) as ReadForm["sections"][0]["questions"][0];
    test("a date is told as people tell it, in either language", async () => {
        await loadWords("nb");
        expect(closedAnswer(question("date"), answer(1, { fields: { q: ["2026-03-09"] } }))).toEqual(["9. mars 2026"]);
        await loadWords("en");
        expect(closedAnswer(question("date"), answer(1, { fields: { q: ["2026-03-09"] } }))).toEqual(["9 March 2026"]);
        expect(closedAnswer(question("date"), answer(1, { fields: { q: ["i fjor"] } }))).toEqual(["i fjor"]);
    });
});
