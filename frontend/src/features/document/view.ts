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

let scrolled = 0;
addEventListener("scroll", () => (scrolled = performance.now()), { passive: true });

/**
 * Puts an act off until the page has come to rest: 140 ms without a call and without scrolling, and then a frame. The
 * frame counts because a slow machine scrolls in steps that are longer than that.
 */
export function atRest(act: () => void): { later: () => void; never: () => void } {
    const PAUSE = 140;
    let timer = 0;
    let frame = 0;
    const never = () => {
        clearTimeout(timer);
        cancelAnimationFrame(frame);
    };
    const later = () => {
        never();
        const asked = performance.now();
        timer = window.setTimeout(() => {
            frame = requestAnimationFrame(() => {
                frame = requestAnimationFrame(() => (scrolled > asked ? later() : act()));
            });
        }, PAUSE);
    };
    return { later, never };
}

/** Watches the text that is on the page; returns what to call when it is another. */
export function watchView(): () => void {
    const all = blocksInOrder();
    // Nothing is worked out or fetched for what flies past.
    const { later, never } = atRest(() => look(all));
    addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later);
    look(all);
    return () => {
        never();
        removeEventListener("scroll", later);
        removeEventListener("resize", later);
    };
}
