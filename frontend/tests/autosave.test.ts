import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Autosave, type Saved } from "../src/features/answer/autosave.ts";
import type { Fields } from "../src/api/answering_nouns.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function make(send: (base: string, fields: Fields, leaving: boolean) => Promise<{ base: string; problems: [] }>) {
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

const passing = () => Promise.reject(Object.assign(new Error(), { passing: true }));

test("Where the server is away it is tried ever more seldom and said once, and the words are saved once it is back", async () => {
    let away = true;
    let asked = 0;
    const { typed, said, save } = make(() => {
        asked++;
        return away ? passing() : Promise.resolve({ base: "x", problems: [] });
    });
    typed.q = ["a"];
    save.changed();
    await vi.advanceTimersByTimeAsync(5000);
    // Neither keys nor a field that is left hurry it.
    for (const text of ["ab", "abc"]) {
        typed.q = [text];
        save.changed();
        void save.flush();
        await vi.advanceTimersByTimeAsync(100);
    }
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toBe(3);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(asked).toBeLessThan(30);
    expect(said).toEqual(["saving", "away"]);
    away = false;
    void save.now(); // the browser says that it is online
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual(["saving", "away", "saved"]);
    typed.q = ["abcd"];
    save.changed();
    await vi.advanceTimersByTimeAsync(900);
    expect(said.slice(3)).toEqual(["saving", "saved"]);
    const whole = asked;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(whole);
});

test("Who is told to wait a minute waits it, and goes on saving", async () => {
    const at: number[] = [];
    const { typed, said, save } = make(() => {
        at.push(Date.now());
        if (at.length > 1) return Promise.resolve({ base: "x", problems: [] });
        return Promise.reject(Object.assign(new Error(), { passing: false, status: 429, retryAfter: 60 }));
    });
    typed.q = ["a"];
    save.changed();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(at.length).toBe(2);
    expect(at[1]! - at[0]!).toBe(60_000);
    expect(said).toEqual(["saving", "away", "saved"]);
});

test("What was typed just before the page is left is sent along, and so that it outlives the page", async () => {
    const sent: [Fields, boolean][] = [];
    const { typed, save } = make((_, fields, leaving) => {
        sent.push([fields, leaving]);
        return Promise.resolve({ base: "x", problems: [] });
    });
    typed.q = ["The last sentence"];
    save.changed();
    await vi.advanceTimersByTimeAsync(200);
    void save.now(true);
    await vi.advanceTimersByTimeAsync(5000);
    void save.now(true); // nothing new
    expect(sent).toEqual([[{ q: ["The last sentence"] }, true]]);
});

test("Once the form itself is under way, leaving the page sends nothing beside it", async () => {
    let asked = 0;
    const { typed, save } = make(() => {
        asked++;
        return Promise.resolve({ base: "x", problems: [] });
    });
    typed.q = ["a"];
    save.changed();
    await save.stop();
    await save.now(true);
    await vi.runAllTimersAsync();
    expect(asked).toBe(0);
});
