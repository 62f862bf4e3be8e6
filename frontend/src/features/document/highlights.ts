// The words that comments are about, washed in the text without touching it: ranges that the browser paints itself
// (the CSS Custom Highlight API). A browser without it shows the marks beside the blocks alone.
import { effect } from "@preact/signals";
import type { Comment } from "../../api/nouns.ts";
import { blockOf, offsetOf, rangeOf, visibleText } from "../../text/offsets.ts";
import { threadsOfBlocks } from "../comments/store.ts";
import { blockNamed, focus, hovered, isNewest } from "./reading.ts";
import { near } from "./view.ts";

/** The range of a comment's words on this page; null for whole blocks, and where an older version says otherwise. */
function wordsOf(comment: Comment): Range | null {
    const { anchor } = comment;
    if (!anchor || anchor.whole_block || anchor.from === undefined || anchor.to === undefined) return null;
    const block = blockNamed(anchor.block);
    if (block === null) return null;
    // Places are those of the newest version. On an older one they hold only where the words are the same.
    if (!isNewest.value && visibleText(block).slice(anchor.from, anchor.to) !== anchor.quote) return null;
    return rangeOf(block, anchor.from, anchor.to);
}

export function paintHighlights(): void {
    if (!("highlights" in CSS)) return;
    const all = new Highlight();
    const active = new Highlight();
    active.priority = 1;
    CSS.highlights.set("commented", all);
    CSS.highlights.set("commented-active", active);
    effect(() => {
        all.clear();
        active.clear();
        const now = focus.value;
        const found = threadsOfBlocks.value;
        // In view alone: of 10,000 comments the ranges would cost more than all else.
        for (const name of near.value)
            for (const comment of found.get(name) ?? []) {
                const range = wordsOf(comment);
                if (range === null) continue;
                all.add(range);
                if (now?.thread === comment.id || hovered.value === comment.id) active.add(range);
            }
        const place = now?.writing?.place;
        const block = place === undefined ? null : blockNamed(place.block);
        const range = block === null ? null : rangeOf(block, place!.from, place!.to);
        if (range !== null) active.add(range);
    });
}

interface WithCaret {
    caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null;
    caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** The thread whose words lie under a press; the shortest where several do. */
export function threadAt(event: MouseEvent): Comment | null {
    const page = document as unknown as WithCaret;
    const position = page.caretPositionFromPoint?.(event.clientX, event.clientY);
    const range = position === undefined ? page.caretRangeFromPoint?.(event.clientX, event.clientY) : undefined;
    const node = position?.offsetNode ?? range?.startContainer ?? null;
    const block = blockOf(node);
    if (node === null || block === null) return null;
    const at = offsetOf(block, node, position?.offset ?? range!.startOffset);
    const length = (comment: Comment) => comment.anchor!.to! - comment.anchor!.from!;
    const under = (threadsOfBlocks.value.get(block.id) ?? []).filter(
        ({ anchor }) => anchor && !anchor.whole_block && anchor.from! <= at && at < anchor.to!,
    );
    return under.sort((a, b) => length(a) - length(b))[0] ?? null;
}
