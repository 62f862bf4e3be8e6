// The comments of the page's document: what the server listed, with every event put over it.
import { computed, signal } from "@preact/signals";
import type { Comment, Mine, MineMap } from "../../api/nouns.ts";
import { fetchComments, fetchThread } from "../../api/routes.ts";

export const comments = signal<ReadonlyMap<number, Comment>>(new Map());
export const mine = signal<MineMap>({});
export const next = signal<string | null>(null);
export const openThreads = signal<ReadonlySet<number>>(new Set());

/** The first comments of threads, newest first. */
export const threads = computed(() =>
    [...comments.value.values()].filter((comment) => comment.parent === null).sort((a, b) => b.id - a.id),
);

export const repliesOf = (root: number) =>
    [...comments.value.values()]
        .filter((comment) => comment.parent !== null && comment.root === root)
        .sort((a, b) => a.id - b.id);

/** Puts comments in place of what is known of them. Twice is once. */
export function put(list: Comment[], ofMine: MineMap = {}): void {
    const all = new Map(comments.value);
    for (const comment of list) all.set(comment.id, comment);
    comments.value = all;
    if (Object.keys(ofMine).length > 0) mine.value = { ...mine.value, ...ofMine };
}

export function putOne(comment: Comment, ofMine?: Mine): void {
    put([comment], ofMine === undefined ? {} : { [comment.id]: ofMine });
}

/** An event on a reply is of use only where its thread is open; the thread's own count comes in an event of its own. */
export function apply(comment: Comment): void {
    if (comment.parent === null || openThreads.value.has(comment.root)) put([comment]);
}

export async function loadPage(document: number): Promise<void> {
    const page = await fetchComments(document, next.value === null ? {} : { after: next.value });
    put(page.items, page.mine);
    next.value = page.next;
}

export async function reload(document: number): Promise<void> {
    const page = await fetchComments(document);
    comments.value = new Map();
    openThreads.value = new Set();
    put(page.items, page.mine);
    next.value = page.next;
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
