import { beforeEach, expect, test } from "vitest";
import type { Comment } from "../src/api/nouns.ts";
import { apply, comments, openThreads, put, repliesOf, threads } from "../src/features/comments/store.ts";

const comment = (id: number, over: Partial<Comment> = {}): Comment => ({
    id,
    document: 1,
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

beforeEach(() => {
    comments.value = new Map();
    openThreads.value = new Set();
});

test("State with events put over it is the fresh state, also when an event comes twice or late", () => {
    put([comment(1), comment(2)]);
    const events = [comment(3), comment(1, { supports: 4 }), comment(2, { state: "hidden", author: null })];
    for (const event of [...events, ...events]) apply(event);
    expect(threads.value).toEqual([
        comment(3),
        comment(2, { state: "hidden", author: null }),
        comment(1, { supports: 4 }),
    ]);
});

test("A reply shows only where its thread is open", () => {
    put([comment(1)]);
    apply(comment(5, { parent: 1, root: 1 }));
    expect(repliesOf(1)).toEqual([]);
    openThreads.value = new Set([1]);
    apply(comment(5, { parent: 1, root: 1 }));
    expect(repliesOf(1).map((reply) => reply.id)).toEqual([5]);
});
