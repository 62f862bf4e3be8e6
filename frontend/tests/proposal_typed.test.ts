import { expect, test } from "vitest";
import type { Amendment, BlockChange } from "../src/api/nouns.ts";
import {
    begun,
    changedUnder,
    firstBlock,
    keptText,
    lostOf,
    lostPlaces,
    placeOf,
    readTyped,
    withEdit,
    wordsOf,
    wordingOf,
} from "../src/features/amendment/typed.ts";

const block = (name: string, markdown: string) => ({ block: name, line_from: 1, line_to: 1, markdown });
const sources = [block("b1", "Ferge."), block("b2", "Vei.")];
const start = begun(1);

test("What is typed on one version is found on the next, with the paragraph as it was beside it as it is", () => {
    expect(placeOf({ document: 7, block: "b1" })).toBe(placeOf({ document: 7, block: "b1" }));
    const typed = { ...start, edits: withEdit([], sources[0]!, "Dyr ferge.") };
    const kept = readTyped(keptText(typed, start), begun(2));
    expect(kept.version).toBe(1);
    expect(kept.edits).toEqual([{ block: "b1", markdown: "Dyr ferge.", was: "Ferge." }]);
    expect(changedUnder(kept, sources)).toEqual([]);
    const now = [block("b1", "Gratis ferge."), sources[1]!];
    expect(changedUnder(kept, now)).toEqual([now[0]]);
    expect(wordingOf(kept, "b1", now)).toEqual({ changes: [{ block: "b1", markdown: "Dyr ferge." }] });
});

test("What was typed of a paragraph that is gone is still there to be read, and is not sent", () => {
    const typed = { ...start, edits: withEdit([], sources[0]!, "Dyr ferge.") };
    const now = [sources[1]!];
    expect(lostOf(typed, now).map((one) => one.markdown)).toEqual(["Dyr ferge."]);
    expect(wordingOf(typed, "b2", now)).toBeNull();
    const places = [placeOf({ document: 7, block: "b1" }), placeOf({ document: 7, block: "b2" })];
    const others = [placeOf({ document: 7, block: "b1", draft: 3 }), placeOf({ document: 71, block: "b1" })];
    expect(lostPlaces(7, [...places, ...others], now)).toEqual([places[0]]);
    expect(wordsOf({ ...typed, reason: "For dyrt." })).toEqual(["Dyr ferge.", "For dyrt."]);
});

test("A rewording, a draft, an answer to a comment and a new proposal on one paragraph are kept apart", () => {
    const about = { document: 7, block: "b1" };
    const places = [
        placeOf(about),
        placeOf({ ...about, reword: 3 }),
        placeOf({ ...about, reword: 4 }),
        placeOf({ ...about, draft: 3 }),
        placeOf({ ...about, answers: 3 }),
        placeOf({ ...about, document: 8, draft: 3 }),
    ];
    expect(new Set(places).size).toBe(places.length);
});

test("A paragraph without words is one that goes, also when one comes back to it", () => {
    const typed = { ...start, edits: withEdit([], sources[0]!, "") };
    const kept = readTyped(keptText(typed, start), start);
    expect(wordingOf(kept, "b1", sources)).toEqual({ changes: [{ block: "b1", markdown: "" }] });
});

const draft = { id: 9, kind: "text", reason: "", sponsor_unit: null, instruction: "" } as unknown as Amendment;

test("What is opened again is what was saved: sent untouched, a draft's words are those that the server told", () => {
    const shapes: { changes: BlockChange[] }[] = [
        { changes: [{ block: "b1", markdown: "Dyr ferge." }] },
        { changes: [{ block: "b1", markdown: "" }] },
        {
            changes: [
                { block: "b1", markdown: "" },
                { block: "b2", markdown: "" },
            ],
        },
        {
            changes: [
                { block: "b1", markdown: "Dyr ferge." },
                { block: "b2", markdown: "Vei.\n\nSykkel." },
            ],
        },
        { changes: [{ after: "b2", markdown: "Sykkel." }] },
        { changes: [{ move: "b1", after: "b2" }] },
    ];
    for (const wording of shapes) {
        expect(wordingOf(begun(1, draft, wording), firstBlock(wording)!, sources)).toEqual(wording);
    }
    const whole = { markdown: "# Nytt\n" };
    expect(wordingOf(begun(1, draft, whole), "b1", sources)).toEqual(whole);
    const principle = { ...draft, kind: "principle", instruction: "Bedre ferger" } as Amendment;
    expect(wordingOf(begun(1, principle, null), "b1", sources)).toEqual({
        kind: "principle",
        instruction: "Bedre ferger",
    });
});

test("Words of a paragraph that is another one by now are there to be read, and are not sent", () => {
    const typed = begun(1, draft, { changes: [{ block: null, markdown: "Dyr ferge." }] });
    expect(lostOf(typed, sources).map((one) => one.markdown)).toEqual(["Dyr ferge."]);
    expect(wordingOf(typed, "", sources)).toBeNull();
});

test("Nothing is kept of a sheet that was only opened, and nothing of words that are as they were again", () => {
    expect(keptText(start, start)).toBe("");
    const typed = { ...start, edits: withEdit([], sources[0]!, "Dyr ferge.") };
    expect(keptText(typed, start)).not.toBe("");
    expect(keptText({ ...typed, edits: withEdit(typed.edits, sources[0]!, "Ferge.") }, start)).toBe("");
    expect(keptText({ ...start, version: 2 }, start)).toBe("");
    expect(keptText({ ...start, way: "whole", whole: null }, start).length).toBeLessThan(200);
});

test("The way, the unit, the place and the draft on the server are kept with the words", () => {
    const typed = { ...start, way: "move" as const, behind: "b2", unit: 4, made: { id: 12, same: true } };
    expect(readTyped(keptText(typed, start), start)).toEqual(typed);
    expect(readTyped(keptText({ ...start, made: { id: 12, same: true } }, start), start).made?.id).toBe(12);
});

test("What an earlier build kept in another shape is no reason to fail", () => {
    expect(readTyped("Dyr ferge.", start)).toEqual(start);
});
