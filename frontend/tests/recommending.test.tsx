import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Amendment, Recommendation, Verdict } from "../src/api/nouns.ts";
import { chosen, chosenOnes, items } from "../src/features/amendment/list_state.ts";
import { Recommend } from "../src/features/amendment/recommend.tsx";
import { Recommendations } from "../src/features/amendment/recommendations.tsx";
import { replacedBy, turned } from "../src/features/amendment/replacing.tsx";
import { me } from "../src/shell/session.ts";

const unit = { id: 3, name: "Partiet" };
const nothing = () => undefined;

const said = (id: number, verdict: Verdict, of = unit) =>
    ({
        id,
        verdict,
        unit: of,
        votes: {},
        published: "2026-01-02T12:00:00Z",
        covered_by: null,
        refer_to: null,
        reason: "",
        dissents: [],
        before: [] as Recommendation[],
    }) as Partial<Recommendation> as Recommendation;
const amendment = (number: number, recommendations: Recommendation[] = [], over: Partial<Amendment> = {}) =>
    ({
        ...{ id: number * 10, number, document: 7, version: 1, kind: "text", state: "submitted", recommendations },
        ...over,
    }) as Amendment;

let sent: Record<string, unknown>[] = [];
let refusal: object | null = null;

beforeEach(() => {
    localStorage.clear();
    sent = [];
    refusal = null;
    HTMLDialogElement.prototype.showModal ??= nothing;
    HTMLDialogElement.prototype.close ??= nothing;
    me.value = {
        ...me.value,
        standings: [{ id: 1, unit, role: "editor" }] as unknown as typeof me.value.standings,
    };
    vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
        if (path.includes("recommendations?"))
            return Promise.resolve(new Response(JSON.stringify({ items: [] }), { status: 200 }));
        sent.push(JSON.parse(String(init.body)) as Record<string, unknown>);
        return Promise.resolve(
            refusal === null
                ? new Response(JSON.stringify({ recommendations: [1] }), { status: 201 })
                : new Response(JSON.stringify({ problem: refusal }), { status: 409 }),
        );
    });
});
afterEach(() => {
    act(() => render(null, document.body));
    vi.unstubAllGlobals();
});

const open = (some: readonly Amendment[], onRefused: (gone: readonly number[]) => void = nothing) =>
    act(() => render(<Recommend document={7} chosen={some} onDone={nothing} onRefused={onRefused} />, document.body));
const press = async (button: Element | null) => {
    await act(() => (button as HTMLButtonElement).click());
    await act(() => new Promise((done) => setTimeout(done)));
};
const publish = () => document.querySelector("#recommend .actions .button");
const dialog = () => document.querySelector("dialog");

test("what a body has published is replaced once one has seen what that is, and of nobody else's is spoken", async () => {
    const other = { id: 4, name: "Fylket" };
    await open([amendment(1, [said(5, "reject")]), amendment(2), amendment(3, [said(6, "reject", other)])]);
    await press(publish());
    expect(sent).toEqual([]);
    expect(dialog()?.textContent).toContain("replaces.some");
    expect(dialog()?.textContent).toContain("verdict.reject");
    await press(dialog()!.querySelector(".actions .button"));
    expect(sent).toMatchObject([{ amendments: [10, 20, 30], publish: true, replaces: [5] }]);
    expect(dialog()).toBe(null);
});

test("where a body has published nothing on them nothing is asked, and keeping replaces nothing", async () => {
    await open([amendment(1)]);
    await press(publish());
    expect(sent).toMatchObject([{ publish: true, replaces: [] }]);
    await open([amendment(1, [said(5, "reject")])]);
    await press(document.querySelectorAll("#recommend .actions .button")[1]!);
    expect(sent[1]).toMatchObject({ publish: false });
    expect(sent[1]).not.toHaveProperty("replaces");
});

test("those for which it was refused are chosen no more, and what was meanwhile published is asked for anew", async () => {
    const refused: (readonly number[])[] = [];
    await open([amendment(1), amendment(12)], (gone) => refused.push(gone));
    refusal = { code: "amendment.withdrawn", facts: { numbers: "12", amendments: "120", count: "1" } };
    await press(publish());
    expect(refused).toEqual([[120]]);
    expect(document.querySelector("#recommend")?.textContent).toContain("E 12");
    refusal = { code: "recommendation.replaces", facts: { numbers: "1", amendments: "10", count: "1", turned: "1" } };
    await press(publish());
    expect(refused).toEqual([[120], []]);
});

test("one that is withdrawn while it is chosen is chosen no more", () => {
    items.value = [amendment(1), amendment(2)];
    chosen.value = new Set([10, 20]);
    expect(chosenOnes.value.length).toBe(2);
    items.value = [amendment(1), amendment(2, [], { state: "withdrawn" })];
    expect(chosenOnes.value.map((one) => one.id)).toEqual([10]);
});

test("those that turn are told by what they were and what they become", () => {
    const some = [
        amendment(3, [said(1, "adopt")]),
        amendment(2, [said(2, "adopt")]),
        amendment(1, [said(3, "reject")]),
    ];
    expect(turned(replacedBy(some, unit.id, "reject"))).toEqual([{ from: "adopt", to: "reject", numbers: [2, 3] }]);
});

test("what a body said before stands folded beside what it says now", async () => {
    const now = { ...said(9, "reject"), published: "2026-01-02T12:00:00Z", before: [said(8, "adopt")] };
    await act(() => render(<Recommendations list={[now as Recommendation]} />, document.body));
    const folded = document.querySelector("details.said-before");
    expect(folded?.hasAttribute("open")).toBe(false);
    expect(folded?.textContent).toContain("verdict.adopt");
});
