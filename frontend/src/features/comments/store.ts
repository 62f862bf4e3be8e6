// The comments of the page's document: what the server listed, with every event put over it.
//
// `comments` is all that is known; three views choose from it: the list under the text (a page at a time, in the order
// that the reader chose), the threads of one block (fetched when the block comes into view), and the replies of a
// thread that is open. What others write goes into the list only when the reader asks for it (`held`), so that nothing
// that is being read moves.
//
// An answer may be under way while events arrive. Example: the list is asked for, comment 35 is written and heard of,
// and the answer, which the server wrote before that, comes last. So an answer never takes the place of what was put
// since it was asked for. Where it is the newer of the two all the same, an event that says so follows. loading.ts asks.
import { batch, computed, signal } from "@preact/signals";
import type { Comment, CommentPage, Mine, MineMap } from "../../api/nouns.ts";

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
let moment = 0; // counts what was put
const putAt = new Map<number, number>(); // when each comment was put last

/** Whether an event is the first on its comment. To be asked before apply(). */
export const isNew = (comment: Comment) =>
    comment.amendment === null &&
    comment.id > newest &&
    comment.edits === 0 &&
    comment.supports === 0 &&
    comment.replies === 0;

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
    ++moment;
    for (const comment of list) {
        all.set(comment.id, comment);
        putAt.set(comment.id, moment);
        newest = Math.max(newest, comment.id);
    }
    batch(() => {
        comments.value = all;
        if (Object.keys(ofMine).length > 0) mine.value = { ...mine.value, ...ofMine };
    });
}

/** To be remembered where something is asked for. */
export const thisMoment = () => ({ asked: moment, newest });
type Moment = ReturnType<typeof thisMoment>;

/** Puts what an answer says that was asked for at a moment. */
export function putAnswer({ asked }: Moment, list: Comment[], ofMine: MineMap): void {
    const later = new Set([...putAt].flatMap(([id, at]) => (at > asked ? [id] : [])));
    const unknown = Object.entries(ofMine).filter(([id]) => !later.has(Number(id)) || mine.value[id] === undefined);
    put(
        list.filter((one) => !later.has(one.id)),
        Object.fromEntries(unknown) as MineMap,
    );
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
    if (order.value === "newest") listed.value = [id, ...listed.value];
    else listed.value = [...listed.value, id]; // pages that are not here yet go before it
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

export function showHeld(): void {
    for (const id of held.value) if (!listed.value.includes(id)) list(id);
    held.value = [];
}

/** Nothing is known any more. */
export function forget(): void {
    batch(() => {
        comments.value = new Map();
        mine.value = {};
        listed.value = held.value = [];
        next.value = null;
        openThreads.value = new Set();
        blocks.value = {};
    });
    putAt.clear();
    newest = 0;
}

export function closeThread(root: number): void {
    openThreads.value = new Set([...openThreads.value].filter((id) => id !== root));
}

/** The first page of a list that was asked for at a moment, in the place of all but what was put since. */
export function begin(page: CommentPage, { asked, newest: newestThen }: Moment): void {
    const kept = [...comments.value.values()].filter((one) => (putAt.get(one.id) ?? 0) > asked);
    const keptMine = kept.flatMap(({ id }) => (mine.value[id] === undefined ? [] : [[id, mine.value[id]]]));
    const highest = Math.max(newestThen, ...page.items.map((one) => one.id));
    const newcomers = new Set(kept.filter((one) => one.id > highest).map((one) => one.id));
    const waiting = held.value.filter((id) => newcomers.has(id));
    const shown = listed.value.filter((id) => newcomers.has(id));
    batch(() => {
        forget();
        put(page.items, page.mine);
        put(kept, Object.fromEntries(keptMine) as MineMap);
        next.value = page.next;
        listed.value = page.items.map((one) => one.id);
        for (const id of shown.reverse()) list(id);
        held.value = waiting;
        blocks.value = page.blocks ?? {};
        loaded.value = true;
    });
    if (kept.some((one) => one.parent === null)) uncounted(); // the page counts them at their blocks, or it does not
}
