import { expect, test } from "vitest";
import { Latest } from "../src/live/latest.ts";

/** A question whose answer the test gives when it likes. */
function question<T>() {
    let come!: (answer: T) => void;
    const answer = new Promise<T>((go) => (come = go));
    return { ask: () => answer, come };
}

test("Of two answers the one that was asked for last counts, also where it comes first", async () => {
    const list = new Latest<string>();
    const shown: string[] = [];
    const [first, second] = [question<string>(), question<string>()];
    const both = [list.ask(first.ask, (one) => shown.push(one)), list.ask(second.ask, (one) => shown.push(one))];
    second.come("second");
    first.come("first");
    await Promise.all(both);
    expect(shown).toEqual(["second"]);
});

test("What is heard while an answer is under way is handed over with it, and nothing from before or after", async () => {
    const list = new Latest<number>();
    const heard: number[] = [];
    const { ask, come } = question<null>();
    list.heard(1);
    const done = list.ask(ask, (_, meanwhile) => heard.push(...meanwhile));
    list.heard(2);
    come(null);
    await done;
    list.heard(3);
    await list.ask(
        () => Promise.resolve(null),
        (_, meanwhile) => heard.push(...meanwhile),
    );
    expect(heard).toEqual([2]);
});

test("A question that fails leaves what is shown, and the next is answered", async () => {
    const list = new Latest<number>();
    const shown: number[] = [];
    await expect(
        list.ask(
            () => Promise.reject(new Error("away")),
            () => shown.push(0),
        ),
    ).rejects.toThrow("away");
    await list.ask(
        () => Promise.resolve(7),
        (seven) => shown.push(seven),
    );
    expect(shown).toEqual([7]);
});
