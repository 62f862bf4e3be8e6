import { beforeEach, expect, test } from "vitest";
import type { Comment } from "../src/api/nouns.ts";
import {
    apply,
    blocks,
    comments,
    forget,
    held,
    listed,
    openThreads,
    put,
    putOwn,
    repliesOf,
    showHeld,
    threads,
    threadsOfBlocks,
} from "../src/features/comments/store.ts";

const comment = (id: number, over: Partial<Comment> = {}): Comment => ({
    id,
    document: 1,
    amendment: null,
    parent: null,
    root: id,
    author: { id: 1, name: "Kari" },
    at: "2026-11-23T12:00:00Z",
    edited: null,
    edits: 0,
    text: `nr ${id}`,
    html: `<p>nr ${id}</p>`,
    stance: null,
    supports: 0,
    replies: 0,
    anchor: null,
    state: "shown",
    resolved: null,
    ...over,
});

const anchor = (block: string, from = 0) => ({
    version: 1,
    block,
    quote: "ord",
    state: "exact" as const,
    whole_block: false,
    from,
    to: from + 3,
});

beforeEach(forget);

test("State with events put over it is the fresh state, also when an event comes twice or late", () => {
    put([comment(1), comment(2)]);
    const events = [comment(3), comment(1, { supports: 4 }), comment(2, { state: "hidden", author: null })];
    for (const event of [...events, ...events]) apply(event);
    expect([...comments.value.values()]).toEqual([
        comment(1, { supports: 4 }),
        comment(2, { state: "hidden", author: null }),
        comment(3),
    ]);
});

test("What others write waits until it is asked for, what one writes oneself stands there at once", () => {
    put([comment(1)]);
    listed.value = [1];
    apply(comment(2));
    apply(comment(2));
    expect(held.value).toEqual([2]);
    expect(threads.value.map((one) => one.id)).toEqual([1]);
    apply(comment(3)); // one's own, heard of before its answer came
    putOwn(comment(3));
    expect(threads.value.map((one) => one.id)).toEqual([3, 1]);
    showHeld();
    expect(threads.value.map((one) => one.id)).toEqual([2, 3, 1]);
    expect(held.value).toEqual([]);
});

test("A block counts its open threads as they come, move, are settled and go", () => {
    apply(comment(5, { anchor: anchor("b1") }));
    expect(blocks.value).toEqual({ b1: 1 });
    apply(comment(5, { anchor: anchor("b2") }));
    expect(blocks.value).toEqual({ b1: 0, b2: 1 });
    const by = { id: 2, name: "Ola" };
    apply(comment(5, { anchor: anchor("b2"), resolved: { by, at: "2026-11-23T12:00:00Z", answer: "Ja" } }));
    expect(blocks.value).toEqual({ b1: 0, b2: 0 });
    apply(comment(5, { anchor: anchor("b2") }));
    apply(comment(5, { anchor: { ...anchor("b2"), state: "orphaned" } }));
    expect(blocks.value).toEqual({ b1: 0, b2: 0 });
    expect(threadsOfBlocks.value.size).toBe(0);
});

test("The threads of a block stand in the order of its words", () => {
    put([comment(1, { anchor: anchor("b1", 20) }), comment(2, { anchor: anchor("b1", 4) })]);
    expect(threadsOfBlocks.value.get("b1")?.map((one) => one.id)).toEqual([2, 1]);
});

test("A reply shows only where its thread is open", () => {
    put([comment(1)]);
    apply(comment(5, { parent: 1, root: 1 }));
    expect(repliesOf(1)).toEqual([]);
    openThreads.value = new Set([1]);
    apply(comment(5, { parent: 1, root: 1 }));
    expect(repliesOf(1).map((reply) => reply.id)).toEqual([5]);
});
