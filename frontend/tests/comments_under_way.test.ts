// Answers that come late: every order of an event and an answer ends in the same state.
import { beforeEach, expect, test, vi } from "vitest";
import type { Comment, CommentPage } from "../src/api/nouns.ts";
import { loadBlocks, loadPage, openThread, reload } from "../src/features/comments/loading.ts";
import {
    apply,
    blocks,
    comments,
    forget,
    held,
    mine,
    next,
    onUncounted,
    order,
    putOne,
    putOwn,
    repliesOf,
    showHeld,
    threads,
} from "../src/features/comments/store.ts";

/** Answers that are under way, in the order in which they were asked for. */
const underWay: ((page: CommentPage) => void)[] = [];
vi.mock("../src/api/routes.ts", () => {
    const ask = () => new Promise<CommentPage>((come) => underWay.push(come));
    return { fetchComments: ask, fetchThread: ask, fetchComment: ask };
});

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
const page = (items: Comment[], over: Partial<CommentPage> = {}): CommentPage => ({
    items,
    next: null,
    mine: {},
    blocks: {},
    ...over,
});
const ids = () => threads.value.map((one) => one.id);

let recounts = 0;
beforeEach(() => {
    forget();
    order.value = "newest";
    underWay.length = 0;
    recounts = 0;
    onUncounted(() => ++recounts);
});

test("A comment that is heard of while the list is under way waits to be shown, and is shown", async () => {
    const done = reload(1);
    apply(comment(35));
    underWay[0]!(page([comment(34), comment(33)]));
    await done;
    expect(ids()).toEqual([34, 33]);
    expect(held.value).toEqual([35]);
    showHeld();
    expect(ids()).toEqual([35, 34, 33]);
});

test("A comment that was shown while the list was asked for anew stays where it is", async () => {
    const first = reload(1);
    underWay[0]!(page([comment(34)]));
    await first;
    const second = reload(1);
    apply(comment(35));
    showHeld();
    putOwn(comment(36));
    underWay[1]!(page([comment(34)]));
    await second;
    expect(ids()).toEqual([36, 35, 34]);
    expect(held.value).toEqual([]);
});

test("A comment that the list brings as well waits for nothing", async () => {
    const done = reload(1);
    apply(comment(35, { anchor: null }));
    underWay[0]!(page([comment(35), comment(34)]));
    await done;
    expect(ids()).toEqual([35, 34]);
    expect(held.value).toEqual([]);
});

test("An event on an old comment before the first page is not news", async () => {
    const done = reload(1);
    apply(comment(3, { supports: 1 }));
    underWay[0]!(page([comment(34), comment(33)], { next: "33" }));
    await done;
    expect(held.value).toEqual([]);
});

test("An answer never puts an older state over what was heard since it was asked for", async () => {
    const first = reload(1);
    underWay[0]!(page([comment(1), comment(2)]));
    await first;
    const list = reload(1);
    const thread = openThread(1);
    apply(comment(1, { supports: 3 }));
    apply(comment(5, { parent: 1, root: 1, state: "hidden" }));
    underWay[2]!(page([comment(1), comment(5, { parent: 1, root: 1 })]));
    await thread;
    underWay[1]!(page([comment(1), comment(2)]));
    await vi.waitFor(() => expect(underWay.length).toBe(4)); // the open thread is asked for anew
    underWay[3]!(page([comment(1, { supports: 3 }), comment(5, { parent: 1, root: 1, state: "hidden" })]));
    await list;
    expect(comments.value.get(1)!.supports).toBe(3);
    expect(repliesOf(1).map((one) => one.state)).toEqual(["hidden"]);
});

test("One's own support is not taken back by an answer that was asked for before it", async () => {
    const first = reload(1);
    underWay[0]!(page([comment(1)], { mine: { 1: { author: false, supported: false, editable_until: null } } }));
    await first;
    const second = reload(1);
    putOne(comment(1, { supports: 1 }), { author: false, supported: true, editable_until: null });
    underWay[1]!(page([comment(1)], { mine: { 1: { author: false, supported: false, editable_until: null } } }));
    await second;
    expect(mine.value[1]!.supported).toBe(true);
    expect(comments.value.get(1)!.supports).toBe(1);
});

test("Of two orders that are asked for one after the other the last one counts, whichever answer comes last", async () => {
    const first = reload(1);
    order.value = "oldest";
    const second = reload(1);
    underWay[1]!(page([comment(1), comment(2)], { next: "2" }));
    underWay[0]!(page([comment(9), comment(8)], { next: "8" }));
    await Promise.all([first, second]);
    expect(ids()).toEqual([1, 2]);
    expect(next.value).toBe("2");
});

test("A further page of a list that was asked for anew is left out", async () => {
    const first = reload(1);
    underWay[0]!(page([comment(9)], { next: "9" }));
    await first;
    const more = loadPage(1);
    order.value = "oldest";
    const anew = reload(1);
    underWay[1]!(page([comment(8)]));
    underWay[2]!(page([comment(1)], { next: "1" }));
    await Promise.all([more, anew]);
    expect(ids()).toEqual([1]);
});

test("In the order from the oldest what is new is shown at the end, and further pages go before it", async () => {
    order.value = "oldest";
    const first = reload(1);
    underWay[0]!(page([comment(1), comment(2)], { next: "2" }));
    await first;
    apply(comment(35));
    showHeld();
    expect(ids()).toEqual([1, 2, 35]);
    const more = loadPage(1);
    underWay[1]!(page([comment(3), comment(4)], { next: "4" }));
    await more;
    expect(ids()).toEqual([1, 2, 3, 4, 35]);
});

test("Where a thread came while the counts were under way, they are asked for anew", async () => {
    const anchor = { version: 1, block: "b1", quote: "ord", state: "exact" as const, whole_block: true };
    const done = reload(1);
    apply(comment(35, { anchor: { ...anchor, from: 0, to: 3 } }));
    underWay[0]!(page([comment(34)], { blocks: { b1: 4 } }));
    await done;
    expect(blocks.value).toEqual({ b1: 4 });
    expect(recounts).toBe(1);
    const threadsOfBlock = loadBlocks(1, ["b1"]);
    apply(comment(35, { anchor: { ...anchor, from: 0, to: 3 }, text: "newer" }));
    underWay[1]!(page([comment(35, { anchor: { ...anchor, from: 0, to: 3 }, text: "older" })]));
    await threadsOfBlock;
    expect(comments.value.get(35)!.text).toBe("newer");
});
