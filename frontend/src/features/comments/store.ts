// The comments of the page's document: what the server listed, with every event put over it.
//
// `comments` is all that is known; three views choose from it: the list under the text (a page at a time, in the order
// that the reader chose), the threads of one block (fetched when the block comes into view), and the replies of a
// thread that is open. What others write goes into the list only when the reader asks for it (`held`), so that nothing
// that is being read moves.
import { batch, computed, signal } from "@preact/signals";
import type { Comment, Mine, MineMap } from "../../api/nouns.ts";
import { fetchComment, fetchComments, fetchThread } from "../../api/routes.ts";

export type Order = "newest" | "oldest";

export const comments = signal<ReadonlyMap<number, Comment>>(new Map());
export const mine = signal<MineMap>({});
/** First comments of threads, in the order of the list. */
export const listed = signal<readonly number[]>([]);
export const held = signal<readonly number[]>([]);
export const next = signal<string | null>(null);
export const order = signal<Order>("newest");
export const openThreads = signal<ReadonlySet<number>>(new Set());
/** Amendments whose discussion is open. */
export const discussed = signal<ReadonlySet<number>>(new Set());
/** Open threads of each block, as the server counts them. */
export const blocks = signal<Readonly<Record<string, number>>>({});
/** Begins a proposal that answers a comment on a block; null where nobody proposes from comments. */
export const onPropose = signal<((block: string, comment: number) => void) | null>(null);
/** Whether the first page has come. */
export const loaded = signal(false);

let newest = 0; // the highest number seen: an event on a higher one is a new comment

/** Whether an event is the first on its comment. To be asked before apply(). */
export const isNew = (comment: Comment) =>
    comment.amendment === null &&
    comment.id > newest &&
    comment.edits === 0 &&
    comment.supports === 0 &&
    comment.replies === 0;

const complete = new Set<string>(); // blocks whose threads are all here

export const threads = computed(() =>
    listed.value.map((id) => comments.value.get(id)).filter((comment) => comment !== undefined),
);

/** The threads that hang on each block now, in the order of the text. */
export const threadsOfBlocks = computed(() => {
    const found = new Map<string, Comment[]>();
    for (const comment of comments.value.values()) {
        const anchor = comment.anchor;
        if (comment.parent !== null || anchor === null || anchor.state === "orphaned" || !isOpen(comment)) continue;
        const list = found.get(anchor.block);
        if (list === undefined) found.set(anchor.block, [comment]);
        else list.push(comment);
    }
    for (const list of found.values())
        list.sort((a, b) => (a.anchor!.from ?? 0) - (b.anchor!.from ?? 0) || a.id - b.id);
    return found;
});

/** Whether a thread is counted at its block: not settled, and more than an empty tombstone. */
export const isOpen = (comment: Comment) =>
    comment.resolved === null && (comment.state === "shown" || comment.replies > 0);

export const repliesOf = (root: number) =>
    [...comments.value.values()]
        .filter((comment) => comment.parent !== null && comment.root === root)
        .sort((a, b) => a.id - b.id);

/** Puts comments in place of what is known of them. Twice is once. */
export function put(list: Comment[], ofMine: MineMap = {}): void {
    const all = new Map(comments.value);
    for (const comment of list) {
        all.set(comment.id, comment);
        newest = Math.max(newest, comment.id);
    }
    batch(() => {
        comments.value = all;
        if (Object.keys(ofMine).length > 0) mine.value = { ...mine.value, ...ofMine };
    });
}

export function putOne(comment: Comment, ofMine?: Mine): void {
    count(comments.value.get(comment.id), comment);
    put([comment], ofMine === undefined ? {} : { [comment.id]: ofMine });
}

/** The threads about an amendment, oldest first. */
export const threadsAbout = (amendment: number) =>
    [...comments.value.values()]
        .filter((comment) => comment.parent === null && comment.amendment === amendment)
        .sort((a, b) => a.id - b.id);

/** Everything that is said about an amendment: a page, and the one after it for as long as there is one. */
export async function openDiscussion(document: number, amendment: number): Promise<void> {
    discussed.value = new Set([...discussed.value, amendment]);
    let after: string | undefined;
    do {
        const page = await fetchComments(document, {
            amendment,
            sort: "oldest",
            ...(after !== undefined && { after }),
        });
        put(page.items, page.mine);
        after = page.next ?? undefined;
    } while (after !== undefined);
}

export function closeDiscussion(amendment: number): void {
    discussed.value = new Set([...discussed.value].filter((id) => id !== amendment));
}

/** What one writes oneself stands in the list at once. */
export function putOwn(comment: Comment, ofMine?: Mine): void {
    putOne(comment, ofMine);
    if (comment.amendment !== null) return;
    held.value = held.value.filter((id) => id !== comment.id);
    if (comment.parent === null && !listed.value.includes(comment.id)) list(comment.id);
}

function list(id: number): void {
    // At the end of an order of which the end is not here yet, it comes with its page.
    if (order.value === "newest") listed.value = [id, ...listed.value];
    else if (next.value === null) listed.value = [...listed.value, id];
}

/** Keeps the count of a block right where a thread appears, moves, is settled or goes. */
function count(before: Comment | undefined, after: Comment): void {
    if (after.parent !== null) return;
    const at = (comment: Comment | undefined) =>
        comment?.anchor && comment.anchor.state !== "orphaned" && isOpen(comment) ? comment.anchor.block : null;
    const [from, to] = [at(before), at(after)];
    if (from === to) return;
    const counts = { ...blocks.value };
    if (from !== null) counts[from] = Math.max(0, (counts[from] ?? 0) - 1);
    if (to !== null) counts[to] = (counts[to] ?? 0) + 1;
    blocks.value = counts;
}

/**
 * An event: the comment as it is now. A reply is of use only where its thread is open; the thread's own count comes
 * in an event of its own. A thread that is neither new nor known is not fetched, only its block is counted anew.
 */
export function apply(comment: Comment): void {
    if (comment.parent !== null) {
        if (openThreads.value.has(comment.root)) put([comment]);
        return;
    }
    const known = comments.value.get(comment.id);
    if (known !== undefined) return putOne(comment);
    if (comment.amendment !== null) {
        if (discussed.value.has(comment.amendment)) put([comment]);
        return;
    }
    if (comment.id <= newest) {
        uncounted();
        return;
    }
    putOne(comment);
    held.value = [...held.value, comment.id];
}

/** Told where the counts of blocks are no longer known for sure. */
let uncounted: () => void = () => {};
export function onUncounted(act: () => void): void {
    uncounted = act;
}

export async function recount(document: number): Promise<void> {
    blocks.value = (await fetchComments(document, { limit: 1 })).blocks ?? blocks.value;
}

export function showHeld(): void {
    for (const id of held.value) if (!listed.value.includes(id)) list(id);
    held.value = [];
}

export async function loadPage(document: number): Promise<void> {
    const page = await fetchComments(document, {
        sort: order.value,
        ...(next.value !== null && { after: next.value }),
    });
    put(page.items, page.mine);
    listed.value = [...listed.value, ...page.items.map((one) => one.id).filter((id) => !listed.value.includes(id))];
    next.value = page.next;
}

/** Nothing is known any more. */
export function forget(): void {
    comments.value = new Map();
    mine.value = {};
    listed.value = held.value = [];
    next.value = null;
    openThreads.value = new Set();
    blocks.value = {};
    complete.clear();
    newest = 0;
}

/** Everything afresh, with the threads open that were open. */
export async function reload(document: number): Promise<void> {
    const page = await fetchComments(document, { sort: order.value });
    const open = [...openThreads.value];
    forget();
    put(page.items, page.mine);
    listed.value = page.items.map((one) => one.id);
    next.value = page.next;
    blocks.value = page.blocks ?? {};
    loaded.value = true;
    await Promise.all(open.map((root) => openThread(root).catch(() => closeThread(root))));
}

/** The newest threads of blocks, once. They come together, so that the page is worked out once. */
export async function loadBlocks(document: number, names: readonly string[], limit = 6): Promise<void> {
    const wanted = names.filter((block) => {
        const here = threadsOfBlocks.value.get(block)?.length ?? 0;
        return here < Math.min(blocks.value[block] ?? 0, limit) && !complete.has(`${block}:${limit}`);
    });
    for (const block of wanted) complete.add(`${block}:${limit}`);
    const pages = await Promise.all(
        wanted.map((block) =>
            fetchComments(document, { block, limit }).catch(() => {
                complete.delete(`${block}:${limit}`);
                return null;
            }),
        ),
    );
    const came = pages.filter((page) => page !== null);
    if (came.length === 0) return;
    put(
        came.flatMap((page) => page.items),
        Object.assign({}, ...came.map((page) => page.mine)) as MineMap,
    );
}

export async function openThread(root: number): Promise<void> {
    openThreads.value = new Set([...openThreads.value, root]);
    let after: string | undefined;
    do {
        const page = await fetchThread(root, after);
        put(page.items, page.mine);
        after = page.next ?? undefined;
    } while (after !== undefined);
}

export function closeThread(root: number): void {
    openThreads.value = new Set([...openThreads.value].filter((id) => id !== root));
}

/** A comment that an address names: its thread is opened and stands first in the list where it was not in it. */
export async function reach(id: number): Promise<Comment | null> {
    const answer = await fetchComment(id).catch(() => null);
    if (answer === null) return null;
    const root = answer.comment.root;
    put([answer.comment], answer.mine === undefined ? {} : { [id]: answer.mine });
    if (answer.comment.parent !== null || answer.comment.replies > 0) await openThread(root);
    if (!listed.value.includes(root)) listed.value = [root, ...listed.value];
    return answer.comment;
}
