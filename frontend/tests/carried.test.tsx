// What is asked of the sponsor of an amendment that stands on a later version, and what they may do.
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Amendment, MyBacking } from "../src/api/nouns.ts";
import { Refusal } from "../src/api/request.ts";
import { Acts } from "../src/features/amendment/card_acts.tsx";
import { asVoted, CarriedSince, isVotedOn, waitsForSponsor } from "../src/features/amendment/carried.tsx";
import { turnOf } from "../src/features/amendment/chain.tsx";
import { me } from "../src/shell/session.ts";

const answered: { version: number; answer: string }[] = [];
let onServer: Amendment;
let refusal: Refusal | null;
vi.mock("../src/api/routes.ts", async (original) => ({
    ...(await original<object>()),
    fetchDocument: () => Promise.resolve({ head: 5 }),
    fetchAmendment: () => Promise.resolve({ amendment: onServer, mine }),
    answerCarriage: (_id: number, version: number, answer: string) => {
        if (refusal !== null) return Promise.reject(refusal);
        answered.push({ version, answer });
        return Promise.resolve({ amendment: onServer, mine });
    },
}));

const mine: MyBacking = {
    supported: false,
    supported_before: false,
    author: true,
    sponsor: false,
    kept: [],
    trail: null,
};
const amendment = (over: Partial<Amendment> = {}) =>
    ({
        ...{ id: 9, number: 9, document: 3, version: 2, difference_version: 5, state: "submitted", kind: "text" },
        ...{ carried: "clean", carried_answer: null, voted: null, passage_now: null, supporters_missing: 0 },
        ...{ supporter_units_missing: 0, recommendations: [], amends: null, sponsor: { id: 1, name: "Kari" } },
        ...over,
    }) as Amendment;
const moot = amendment({ carried: "moot", difference_version: 2 });
const lost = amendment({ carried: "needs_sponsor", difference_version: 2, passage_now: [] });

let root: HTMLElement;
const changes: unknown[] = [];
const show = (shown: Amendment, backing: MyBacking | null = mine) =>
    act(() => render(<CarriedSince amendment={shown} mine={backing} onChange={(one) => changes.push(one)} />, root));
const words = () => [...root.querySelectorAll("button, a")].map((one) => one.textContent);
const press = async (word: string) => {
    await act(async () => {
        [...root.querySelectorAll("button")].find((one) => one.textContent === word)!.click();
        await new Promise<void>((go) => setTimeout(go));
    });
};

beforeEach(() => {
    answered.length = changes.length = 0;
    refusal = null;
    root = document.createElement("div");
    document.body.append(root);
});
afterEach(async () => {
    await act(() => render(null, root));
    root.remove();
    me.value = { ...me.value, account: null };
});

test("only what has no place, or is moot and unanswered, waits for its sponsor; what is clean does not", () => {
    expect(waitsForSponsor(amendment())).toBe(false);
    expect(waitsForSponsor(lost)).toBe(true);
    expect(waitsForSponsor(moot)).toBe(true);
    expect(waitsForSponsor(amendment({ ...moot, carried_answer: "confirmed" }))).toBe(false);
    expect(waitsForSponsor(amendment({ ...lost, state: "withdrawn" }))).toBe(false);
    for (const one of [lost, moot]) expect(waitsForSponsor({ ...one, voted: "adopted" })).toBe(false);
});

test("of one that was carried along its sponsor is told, and may still confirm or object", async () => {
    await show(amendment());
    expect(root.querySelector(".old-version")).toBeNull();
    expect(root.textContent).toContain("amendment.carriedTo");
    expect(words()).toEqual(["amendment.confirm", "amendment.object"]);
    await press("amendment.object");
    expect(answered).toEqual([{ version: 5, answer: "objected" }]);
    await show(amendment({ carried_answer: "confirmed" }));
    expect(words()).toEqual([]);
    await show(amendment(), null);
    expect(words()).toEqual([]);
    await show(amendment({ version: 5 }));
    expect(root.textContent).toBe("");
});

test("what is moot is answered for the newest version, though it is shown on its own", async () => {
    onServer = moot;
    for (const word of ["confirm", "object"]) {
        await show(moot);
        await press(`amendment.${word}`);
    }
    expect(answered).toEqual([
        { version: 5, answer: "confirmed" },
        { version: 5, answer: "objected" },
    ]);
});

test("what is moot no longer is shown as it is now, and nothing is answered", async () => {
    onServer = lost;
    await show(moot);
    await press("amendment.confirm");
    expect(answered).toEqual([]);
    expect(changes).toEqual([{ amendment: lost, mine }]);
});

test("a result that comes in decides it, and one that is taken back opens it again", () => {
    const voted = asVoted(lost, { result: "adopted" });
    expect(isVotedOn(voted)).toBe(true);
    expect(isVotedOn(asVoted(voted, { result: "open" }))).toBe(false);
});

test("once a meeting has decided, its sponsor is told and offered nothing that would be refused", async () => {
    for (const one of [amendment({ version: 5 }), amendment(), moot, lost]) {
        const voted = { ...one, voted: "adopted" as const };
        await show(voted);
        expect(root.textContent).toContain("carried.voted");
        expect(words()).toEqual([]);
        expect(turnOf([{ id: 1, name: "Komiteen" }], voted)).toBe(-1);
        me.value = { ...me.value, account: { id: 1 } as never };
        const acts = <Acts amendment={voted} mine={mine} mayAmend onChange={() => {}} />;
        await act(() => render(acts, root));
        expect(words()).toEqual([]);
        await act(() => render(null, root));
    }
    await show({ ...lost, voted: "rejected" }, null);
    expect(root.textContent).toContain("amendment.carried.needs_sponsor");
    expect(root.textContent).not.toContain("carried.voted");
});
