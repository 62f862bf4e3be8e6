import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ReadAnswer, ReadingItem, Theme } from "../src/api/reading_nouns.ts";
import * as routes from "../src/api/reading_routes.ts";
import { Refusal } from "../src/api/request.ts";
import { catchUp, hear } from "../src/features/reading/reader_news.ts";
import * as reader from "../src/features/reading/reader_state.ts";

const item = (id: number, more: Partial<ReadingItem> = {}): ReadingItem => ({
    id,
    receipt: id,
    revision: 1,
    edits: 0,
    changed: null,
    state: "submitted",
    held_for: "",
    voice: "public",
    author: "",
    body: "",
    at: "2026-11-01T12:00:00Z",
    fields: { q: [`svar ${id}`] },
    read: true,
    marks: 0,
    family: { id, answers: 1 },
    ...more,
});
const answer = (id: number, more: Partial<ReadAnswer> = {}): ReadAnswer => ({
    ...item(id),
    consultation: 3,
    texts: [],
    places: {},
    passages: { marks: [], redactions: [] },
    may: { see_original: false, settle: false, edit: true },
    ...more,
});
const theme = (id: number): Theme => ({ id, parent: null, title: `T${id}`, answers: 0, families: 0, marks: 0 });
const form = (revision: number, key = "s") => ({ revision, sections: [{ key, questions: [] }] });
const ids = () => reader.items.value.map(({ id }) => id);

let there: Map<number, ReadAnswer>;
beforeEach(() => {
    history.replaceState(null, "", "/consultations/3/read");
    there = new Map([9, 8, 7].map((id) => [id, answer(id)]));
    reader.consultation.value = { id: 3 } as typeof reader.consultation.value;
    reader.form.value = reader.formOfShown.value = form(1);
    reader.filter.value = {};
    reader.themes.value = [theme(4)];
    reader.items.value = [item(9), item(8), item(7)];
    reader.shown.value = null;
    reader.arrived.value = false;
    vi.spyOn(routes, "fetchSuggestions").mockResolvedValue([]);
    vi.spyOn(routes, "fetchReadingCounts").mockImplementation(() => Promise.resolve(reader.counts.value!));
    vi.spyOn(routes, "fetchThemes").mockResolvedValue({ items: [theme(4)], merged: [] });
    vi.spyOn(routes, "fetchReadAnswer").mockImplementation((id) => {
        const found = there.get(id);
        return found === undefined ? Promise.reject(new Refusal(404, "missing")) : Promise.resolve(found);
    });
    vi.spyOn(routes, "fetchThese").mockImplementation((_, asked) =>
        Promise.resolve({ items: asked.flatMap((id) => there.get(id) ?? []), next: null }),
    );
    vi.spyOn(routes, "fetchReading").mockImplementation(() =>
        Promise.resolve({ items: [...there.values()].sort((a, b) => b.id - a.id), next: null }),
    );
});
afterEach(() => vi.restoreAllMocks());

describe("Words that are gone", () => {
    test("leave the screen when their author withdraws them: from the list and from the open answer", async () => {
        await reader.open(8);
        there.delete(8);
        hear("answers");
        await catchUp();
        expect(ids()).toEqual([9, 7]);
        expect(reader.shown.value).toBeNull();
        expect(location.search).toBe("");
        expect(reader.arrived.value).toBe(false);
    });

    test("leave it when a reader blacks them out, in the list too", async () => {
        await reader.open(9);
        there.set(8, answer(8, { fields: { q: ["██████"] } }));
        hear("marks", 8);
        await catchUp();
        expect(reader.items.value[1]!.fields).toEqual({ q: ["██████"] });
        there.set(9, answer(9, { fields: { q: ["████"] } }));
        hear("marks", 9);
        await catchUp();
        expect(reader.shown.value!.fields).toEqual({ q: ["████"] });
    });

    test("are not shown when one comes to them late", async () => {
        there.delete(7);
        await reader.open(7);
        expect(ids()).toEqual([9, 8]);
        expect(reader.shown.value).toBeNull();
    });
});

describe("News", () => {
    test("of a change renew what is shown; only what has come is told as new", async () => {
        await reader.open(9);
        there.set(9, answer(9, { edits: 1, fields: { q: ["endret"] } }));
        hear("answers");
        await catchUp();
        expect(reader.items.value[0]!.fields).toEqual({ q: ["endret"] });
        expect(reader.shown.value!.edits).toBe(1);
        expect(reader.arrived.value).toBe(false);
        there.set(10, answer(10));
        hear("answers");
        await catchUp();
        expect(reader.arrived.value).toBe(true);
    });

    test("that come while others are taken up wait for the next round and are not lost", async () => {
        let answerThemes: () => void = () => undefined;
        vi.mocked(routes.fetchThemes).mockReturnValueOnce(
            new Promise((resolve) => (answerThemes = () => resolve({ items: [theme(4)], merged: [] }))),
        );
        hear("themes");
        const first = catchUp();
        there.delete(7);
        hear("answers");
        const second = catchUp();
        answerThemes();
        await Promise.all([first, second]);
        expect(ids()).toEqual([9, 8]);
    });

    test("of a merged theme lead whoever filters by it to the one that has its marks, over two mergings", async () => {
        reader.setFilter({ theme: "4" });
        const into = (theme: number, into: number) => ({ theme, title: "", into });
        vi.mocked(routes.fetchThemes).mockResolvedValue({ items: [theme(6)], merged: [into(4, 5), into(5, 6)] });
        hear("themes");
        await catchUp();
        expect(reader.filter.value).toEqual({ theme: "6" });
    });

    test("of a theme that is gone take its filter away, and reopen what is open", async () => {
        reader.setFilter({ theme: "4" });
        await reader.open(8);
        there.set(8, answer(8, { marks: 0, edits: 3 }));
        vi.mocked(routes.fetchThemes).mockResolvedValue({ items: [], merged: [] });
        hear("themes");
        await catchUp();
        expect(reader.filter.value).toEqual({});
        expect(reader.shown.value!.edits).toBe(3);
    });
});

describe("An answer to an earlier revision of the form", () => {
    test("is shown with that one, and leaves the filters with the form as it is now", async () => {
        there.set(8, answer(8, { revision: 2 }));
        reader.form.value = form(3, "now");
        vi.spyOn(routes, "fetchReadForm").mockResolvedValue(form(2, "then"));
        await reader.open(8);
        expect(reader.form.value.revision).toBe(3);
        expect(reader.formOfShown.value.revision).toBe(2);
    });

    test("whose form comes late does not take the place of what was opened since", async () => {
        there.set(8, answer(8, { revision: 2 }));
        let come: () => void = () => undefined;
        vi.spyOn(routes, "fetchReadForm").mockReturnValue(new Promise((resolve) => (come = () => resolve(form(2)))));
        const slow = reader.open(8);
        await reader.open(9);
        come();
        await slow;
        expect(reader.shown.value!.id).toBe(9);
        expect(reader.formOfShown.value.revision).toBe(1);
    });
});
