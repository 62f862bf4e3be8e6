// Which blocks are in view, or nearly: found by halving when the page has come to rest, since an observer of 2,000
// blocks costs every frame more than the frame itself.
import { signal } from "@preact/signals";
import { blocksInOrder } from "./reading.ts";

/** The names of the blocks in view, and of those within two thirds of a window above and below. */
export const near = signal<ReadonlySet<string>>(new Set());

function look(all: HTMLElement[]): void {
    const from = -innerHeight * 0.66;
    const to = innerHeight * 1.66;
    let low = 0;
    let high = all.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (all[middle]!.getBoundingClientRect().bottom < from) low = middle + 1;
        else high = middle;
    }
    const names = new Set<string>();
    for (let i = low; i < all.length && all[i]!.getBoundingClientRect().top <= to; ++i) names.add(all[i]!.id);
    near.value = names;
}

/** Watches the text that is on the page; returns what to call when it is another. */
export function watchView(): () => void {
    const all = blocksInOrder();
    let waiting = 0;
    // When it has come to rest: nothing is worked out or fetched for what flies past.
    const later = () => {
        clearTimeout(waiting);
        waiting = window.setTimeout(() => look(all), 140);
    };
    addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later);
    look(all);
    return () => {
        clearTimeout(waiting);
        removeEventListener("scroll", later);
        removeEventListener("resize", later);
    };
}
