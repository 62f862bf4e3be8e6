// Which cards the margin has and where each would like to stand: those of the blocks in view, which are fetched as
// they come there, so that a text with 10,000 comments opens as fast as one with ten.
import { signal } from "@preact/signals";
import type { Amendment, Comment } from "../../api/nouns.ts";
import { rangeOf } from "../../text/offsets.ts";
import { blocks, threadsOfBlocks } from "../comments/store.ts";
import { mayWrite } from "./beside.tsx";
import { amended, blockNamed, focus, shown } from "./reading.ts";
import { near } from "./view.ts";

const PER_BLOCK = 3;

/** Grows when the text takes another height: places must be asked for again. */
export const layouts = signal(0);

/** The top of a comment's words, or of its block, from the top of the margin. */
function topOf(block: string, from?: number, to?: number): number | null {
    const element = blockNamed(block);
    if (element === null) return null;
    const range = from === undefined || to === undefined ? null : rangeOf(element, from, to);
    const box = (range ?? element).getBoundingClientRect();
    return box.top - document.getElementById("margin")!.getBoundingClientRect().top;
}

export interface Planned {
    id: string;
    block: string;
    comment?: Comment;
    amendment?: Amendment;
    more?: number;
    moreProposed?: number;
    wish: number;
}

export function plan(): Planned[] {
    const now = focus.value;
    const cards: Planned[] = [];
    const names = new Set([...near.value].filter((name) => (blocks.value[name] ?? 0) > 0 || amended.value.has(name)));
    if (now !== null) names.add(now.block);
    for (const block of names) {
        const threads = threadsOfBlocks.value.get(block) ?? [];
        const opened = threads.filter((one) => now?.thread === one.id);
        const chosen = [...new Set([...opened, ...threads])].slice(0, PER_BLOCK);
        for (const comment of threads.filter((one) => chosen.includes(one))) {
            const { whole_block, from, to } = comment.anchor!;
            const wish = whole_block ? topOf(block) : topOf(block, from, to);
            if (wish !== null) cards.push({ id: `t${comment.id}`, block, comment, wish });
        }
        const base = topOf(block);
        const more = Math.max(blocks.value[block] ?? 0, threads.length) - chosen.length;
        if (base === null) continue;
        const proposed = amended.value.get(block) ?? [];
        for (const amendment of proposed.slice(0, PER_BLOCK))
            cards.push({ id: `a${amendment.id}`, block, amendment, wish: base + 1 });
        const moreProposed = proposed.length - PER_BLOCK;
        if (moreProposed > 0) cards.push({ id: `n${block}`, block, moreProposed, wish: base + 2 });
        if (more > 0 && chosen.length > 0) cards.push({ id: `m${block}`, block, more, wish: base + 1 });
        if (now?.block !== block) continue;
        const place = now.writing?.place;
        if (now.writing !== null)
            cards.push({ id: "new", block, wish: (place && topOf(block, place.from, place.to)) ?? base });
        else if (mayWrite() || shown.value.head > 1)
            cards.push({
                id: `w${block}`,
                block,
                wish: Math.max(base, ...cards.filter((card) => card.block === block).map((card) => card.wish)) + 1,
            });
    }
    return cards.sort((a, b) => a.wish - b.wish);
}
