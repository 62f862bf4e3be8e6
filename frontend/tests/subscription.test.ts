import { expect, test } from "vitest";
import { Subscription } from "../src/live/subscription.ts";
import type { LiveEvent } from "../src/api/nouns.ts";

const event = (n: number): LiveEvent => ({ topic: "document:1", n, kind: "comment", body: { n } });

function listening(last: number | undefined) {
    const applied: number[] = [];
    return { applied, subscription: new Subscription(last, (one) => applied.push(one.n)) };
}

test("What came before the answer to listen waits for what was missed", () => {
    const { applied, subscription } = listening(118);
    expect(subscription.receive(event(120))).toBe("waiting");
    expect(subscription.listening(119, [event(119)])).toBe(true);
    expect(applied).toEqual([119, 120]);
});

test("An event that comes twice is applied once", () => {
    const { applied, subscription } = listening(1);
    subscription.listening(1, []);
    expect(subscription.receive(event(2))).toBe("applied");
    expect(subscription.receive(event(2))).toBe("old");
    expect(applied).toEqual([2]);
});

test("A number that is left out is a gap, and nothing after it is applied", () => {
    const { applied, subscription } = listening(1);
    subscription.listening(1, []);
    expect(subscription.receive(event(3))).toBe("gap");
    expect(applied).toEqual([]);
});

test("Where the server is further than what it sent, something is missing", () => {
    const { subscription } = listening(1);
    expect(subscription.listening(5, [event(2)])).toBe(false);
});
