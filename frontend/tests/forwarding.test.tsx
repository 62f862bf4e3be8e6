import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Amendment, MyBacking } from "../src/api/nouns.ts";
import { Forward, ForwardingTrail } from "../src/features/amendment/forwarding.tsx";

const amendment = {
    id: 9,
    number: 9,
    document: 1,
    state: "adopted",
    forwarded_from: null,
    forwarded_to: [] as number[],
} as Amendment;
const unit = { id: 3, name: "Partiet" };
const end = (id: number, document: number, state: Amendment["state"], changed = false) => ({
    ...{ id, number: id, state, changed, unit },
    document: { id: document, title: `Utkast ${document}` },
});
const process = (id: number, audience: string, until: string | null = null) => ({
    ...{ id, unit, audience, may: { amend: true }, amendments: { until } },
    documents: [{ id, title: `Utkast ${id}` }],
});

let sent: object[] = [];
let processes: object[] = [];
beforeEach(() => {
    sent = [];
    HTMLDialogElement.prototype.showModal ??= () => undefined;
    HTMLDialogElement.prototype.close ??= () => undefined;
    vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
        const answer = (body: object) => Promise.resolve(new Response(JSON.stringify(body), { status: 200 }));
        if (path.startsWith("/api/processes")) return answer({ items: processes, next: null });
        if (path.startsWith("/api/documents")) return answer({ id: 1, process: { audience: "members" } });
        if (init.method === "POST") sent.push(JSON.parse(String(init.body)) as object);
        return answer({ amendment, mine: null });
    });
});
afterEach(() => {
    act(() => render(null, document.body));
    vi.unstubAllGlobals();
});

const settle = () => act(() => new Promise((done) => setTimeout(done, 5)));
const open = async (mine: MyBacking | null = null) => {
    await act(() => render(<Forward amendment={amendment} mine={mine} onChange={() => undefined} />, document.body));
    await act(() => document.querySelector<HTMLElement>("button.act")!.click());
    await settle();
};
const options = () => [...document.querySelectorAll("option")].map((one) => one.value);
const send = () => document.querySelector<HTMLButtonElement>("dialog button[type=submit]")!;

test("it is offered where it can be sent: not its own document, nor one that has it or takes none any more", async () => {
    processes = [
        process(1, "members"),
        process(2, "members"),
        process(4, "members"),
        process(5, "members", "2020-01-01T00:00:00Z"),
    ];
    await open({ trail: { from: null, to: [end(7, 4, "submitted")] } } as MyBacking);
    expect(options()).toEqual(["2"]);
    expect(document.querySelector("dialog input")).toBe(null);
    await act(() => send().click());
    await settle();
    expect(sent).toEqual([{ document: 2, publish: false }]);
});

test("what not everybody may read is sent to where everybody may once one has said that it is made public", async () => {
    processes = [process(2, "public")];
    await open();
    expect(document.querySelector("dialog")?.textContent).toContain("forward.publishes");
    expect(send().disabled).toBe(true);
    await act(() => document.querySelector<HTMLElement>("dialog input")!.click());
    await act(() => send().click());
    await settle();
    expect(sent).toEqual([{ document: 2, publish: true }]);
});

test("each end names the other's document and what became of it there; one that is only heard of is led to", async () => {
    const mine = { trail: { from: end(5, 8, "adopted"), to: [end(6, 9, "adopted", true)] } } as unknown as MyBacking;
    const sentOn = { ...amendment, forwarded_from: 5, forwarded_to: [6, 7] };
    await act(() => render(<ForwardingTrail amendment={sentOn} mine={mine} />, document.body));
    const [from, to, other] = [...document.querySelectorAll("p")];
    expect(from?.textContent).toContain("forward.there.adopted");
    expect(from?.querySelector("a")?.getAttribute("href")).toBe("/documents/8/amendments#amendment-5");
    expect(to?.textContent).toContain("forward.there.adoptedChanged");
    expect(other?.querySelector("button")).not.toBe(null);
    expect(document.querySelectorAll("p").length).toBe(3);
});
