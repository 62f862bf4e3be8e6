// What is told of the last result, and where the chair's keyboard stands behind it.
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { EnteredResult, VotingItem, VotingList } from "../src/api/voting_nouns.ts";
import { behind } from "../src/features/amendment/voting_going.ts";
import { list, newestOf, sentenceOfResult } from "../src/features/amendment/voting_store.ts";
import { countsOf, votesOf } from "../src/features/amendment/votes.ts";
import { loadWords } from "../src/i18n/words.ts";

const result = (id: number, amendment: number, over: Partial<EnteredResult> = {}) =>
    ({ id, amendment, number: amendment, result: "adopted", because_of: null, votes: {}, ...over }) as EnteredResult;
const because = (number: number) => ({ because_of: { id: number, number } });
const items = [1, 2, 3, 4].map(
    (n) => ({ amendment: n, number: n, same: [], carried: "clean" }) as unknown as VotingItem,
);

beforeAll(() => loadWords("nb"));
beforeEach(() => {
    list.value = { items, results: [], log: [] } as unknown as VotingList;
});

test("of what nobody counted nothing is said", () => {
    expect(countsOf({})).toBe("");
    expect(countsOf({ for: 31, against: 12 })).toBe("31 for, 12 mot");
    expect(countsOf({ for: 31, against: 0, abstain: 0 })).toBe("31 for, 0 mot, 0 avstår");
    expect(votesOf({})).toBe("");
    expect(votesOf({ for: 7, against: 2 })).toBe("(7–2 stemmer)");
    expect(votesOf({ against: 2, abstain: 1 })).toBe("(2 mot, 1 avstår)");
});

test("a result is told with its count and what fell with it, and an older one is not", () => {
    expect(newestOf([])).toBeNull();
    const log = [
        result(9, 4, { result: "fallen", ...because(2) }),
        result(8, 3, because(2)),
        result(7, 2, { votes: { for: 31, against: 12 } }),
        result(6, 5, { result: "fallen", ...because(2) }), // of a result that was taken back
        result(5, 1),
    ];
    const now = newestOf(log)!;
    expect(now.result.id).toBe(7);
    expect(now.fallen.map((one) => one.amendment)).toEqual([4]);
    expect(now.along.map((one) => one.amendment)).toEqual([3]);
    expect(sentenceOfResult(now)).toBe("E 2: vedtatt, 31 for, 12 mot. Bortfalt: E 4.");
    expect(sentenceOfResult(newestOf([result(1, 1, { result: "rejected" })])!)).toBe("E 1: falt i avstemningen.");
});

test("behind a result the keyboard stands on the next vote that is left, at the end on the one before", () => {
    const decide = (...gone: number[]) =>
        (list.value = { ...list.value, results: gone.map((one) => result(one, one)) });
    decide(1, 2);
    expect(behind(items, items[0]!)).toEqual(["#vote-3", ".votes-left"]);
    decide(4);
    expect(behind(items, items[3]!)).toEqual(["#vote-3", ".votes-left"]);
    decide(1, 2, 3, 4);
    expect(behind(items, items[0]!)).toEqual([".votes-left"]);
    // What was moot stands below the list, and so does the keyboard.
    decide(9);
    expect(behind(items, { amendment: 9 } as VotingItem)).toEqual([".moot-head", ".votes-left"]);
});
