// Asks for comments and puts the answers into the store. What was heard of while an answer was under way stays, see
// store.ts.
import type { Comment, MineMap } from "../../api/nouns.ts";
import { fetchComment, fetchComments, fetchThread } from "../../api/routes.ts";
import {
    begin,
    blocks,
    closeDiscussion,
    closeThread,
    discussed,
    listed,
    next,
    openThreads,
    order,
    put,
    putAnswer,
    thisMoment,
    threadsOfBlocks,
} from "./store.ts";

let complete = new Set<string>(); // blocks whose threads are all here
let reloads = 0; // counts the lists that were asked for anew

/** Everything afresh, with the threads open that were open. Of several that are under way the last asked for counts. */
export async function reload(document: number): Promise<void> {
    const list = ++reloads;
    const asked = thisMoment();
    const page = await fetchComments(document, { sort: order.value });
    if (list !== reloads) return;
    const open = [...openThreads.value];
    complete = new Set();
    begin(page, asked);
    await Promise.all([
        ...open.map((root) => openThread(root).catch(() => closeThread(root))),
        ...[...discussed.value].map((id) => openDiscussion(document, id).catch(() => closeDiscussion(id))),
    ]);
}

export async function loadPage(document: number): Promise<void> {
    const [list, asked] = [reloads, thisMoment()];
    const page = await fetchComments(document, {
        sort: order.value,
        ...(next.value !== null && { after: next.value }),
    });
    if (list !== reloads) return; // the page of a list that is no longer asked for
    putAnswer(asked, page.items, page.mine);
    const more = page.items.map((one) => one.id).filter((id) => !listed.value.includes(id));
    // What came meanwhile is younger than any page.
    const young = order.value === "oldest" ? listed.value.filter((id) => id > Math.max(0, ...more)) : [];
    listed.value = [...listed.value.filter((id) => !young.includes(id)), ...more, ...young];
    next.value = page.next;
}

/** The newest threads of blocks, once. They come together, so that the page is worked out once. */
export async function loadBlocks(document: number, names: readonly string[], limit = 6): Promise<void> {
    const wanted = names.filter((block) => {
        const here = threadsOfBlocks.value.get(block)?.length ?? 0;
        return here < Math.min(blocks.value[block] ?? 0, limit) && !complete.has(`${block}:${limit}`);
    });
    for (const block of wanted) complete.add(`${block}:${limit}`);
    const asked = thisMoment();
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
    putAnswer(
        asked,
        came.flatMap((page) => page.items),
        Object.assign({}, ...came.map((page) => page.mine)) as MineMap,
    );
}

export async function openThread(root: number): Promise<void> {
    openThreads.value = new Set([...openThreads.value, root]);
    let after: string | undefined;
    do {
        const asked = thisMoment();
        const page = await fetchThread(root, after);
        putAnswer(asked, page.items, page.mine);
        after = page.next ?? undefined;
    } while (after !== undefined);
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

/** Everything that is said about an amendment: a page, and the one after it for as long as there is one. */
export async function openDiscussion(document: number, amendment: number): Promise<void> {
    discussed.value = new Set([...discussed.value, amendment]);
    let after: string | undefined;
    do {
        const asked = thisMoment();
        const page = await fetchComments(document, {
            amendment,
            sort: "oldest",
            ...(after !== undefined && { after }),
        });
        putAnswer(asked, page.items, page.mine);
        after = page.next ?? undefined;
    } while (after !== undefined);
}

export async function recount(document: number): Promise<void> {
    blocks.value = (await fetchComments(document, { limit: 1 })).blocks ?? blocks.value;
}
