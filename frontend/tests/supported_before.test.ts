// One's support of an amendment that is said anew while one looks at it: it was for the other words.
import { expect, test } from "vitest";
import type { Amendment, MyBacking } from "../src/api/nouns.ts";
import { changed, items, mine } from "../src/features/amendment/list_state.ts";
import { backingOf } from "../src/features/amendment/supporters_told.tsx";

const amendment = (wording: number) => ({ id: 1, wording, supports: 2 - wording }) as Amendment;
const own = (supported: boolean) =>
    ({ supported, supported_before: false, author: false, sponsor: false, kept: [], trail: null }) as MyBacking;

test("support stays with the wording that it was for", () => {
    expect(backingOf(amendment(1), amendment(2), own(true))).toMatchObject({
        supported: false,
        supported_before: true,
    });
    expect(backingOf(amendment(1), amendment(1), own(true))).toMatchObject({ supported: true });
    expect(backingOf(amendment(1), amendment(2), own(false))).toMatchObject({ supported_before: false });
    expect(backingOf(amendment(1), amendment(2), null)).toBeNull();
    expect(backingOf(undefined, amendment(2), own(true))).toMatchObject({ supported: true }); // as the server said it
});

test("a list that hears of it shows so at once, and takes the answer of the server as it is", () => {
    items.value = [amendment(1)];
    mine.value = { 1: own(true) };
    changed({ amendment: amendment(2), mine: null });
    expect(mine.value[1]).toMatchObject({ supported: false, supported_before: true });
    changed({ amendment: amendment(2), mine: own(true) });
    expect(mine.value[1]).toMatchObject({ supported: true, supported_before: false });
});
