import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Autosave, type Saved } from "../src/features/answer/autosave.ts";
import type { Fields } from "../src/api/answering_nouns.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function make(send: (base: string, fields: Fields) => Promise<{ base: string; problems: [] }>) {
    const typed: Fields = {};
    const said: Saved[] = [];
    const save = new Autosave("base0", {
        read: () => ({ ...typed }),
        send,
        tell: (saved) => said.push(saved),
        stored: () => undefined,
    });
    return { typed, said, save };
}

test("What is typed is sent once, after a pause, on the state that the page had", async () => {
    const sent: [string, Fields][] = [];
    const { typed, said, save } = make((base, fields) => {
        sent.push([base, fields]);
        return Promise.resolve({ base: `base${sent.length}`, problems: [] });
    });
    for (const text of ["a", "ab", "abc"]) {
        typed.q = [text];
        save.changed();
        await vi.advanceTimersByTimeAsync(100);
    }
    await vi.runAllTimersAsync();
    typed.q = ["abcd"];
    save.changed();
    await vi.runAllTimersAsync();
    expect(sent).toEqual([
        ["base0", { q: ["abc"] }],
        ["base1", { q: ["abcd"] }],
    ]);
    expect(said).toEqual(["saving", "saved", "saving", "saved"]);
});

test("What is typed while one request is under way goes with the next, never beside it", async () => {
    let open = 0;
    let most = 0;
    const sent: Fields[] = [];
    const { typed, save } = make(async (_, fields) => {
        most = Math.max(most, ++open);
        sent.push(fields);
        await new Promise((go) => setTimeout(go, 500));
        open--;
        return { base: "later", problems: [] };
    });
    typed.q = ["one"];
    void save.flush();
    typed.q = ["two"];
    void save.flush();
    await vi.runAllTimersAsync();
    expect(most).toBe(1);
    expect(sent).toEqual([{ q: ["one"] }, { q: ["two"] }]);
});

test("A page that was changed elsewhere is left alone from then on", async () => {
    let asked = 0;
    const { typed, said, save } = make(() => {
        asked++;
        return Promise.reject(Object.assign(new Error(), { code: "answer.changed_elsewhere" }));
    });
    for (const text of ["a", "b"]) {
        typed.q = [text];
        save.changed();
        await vi.runAllTimersAsync();
    }
    expect(asked).toBe(1);
    expect(said).toEqual(["saving", "elsewhere"]);
});

test("Before the page is sent, what is under way is waited for", async () => {
    const order: string[] = [];
    const { typed, save } = make(async () => {
        await new Promise((go) => setTimeout(go, 300));
        order.push("saved");
        return { base: "x", problems: [] };
    });
    typed.q = ["a"];
    void save.flush();
    void save.stop().then(() => order.push("sent"));
    await vi.runAllTimersAsync();
    expect(order).toEqual(["saved", "sent"]);
});
