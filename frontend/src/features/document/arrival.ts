// Where a reader comes to in the text, and that they stay there. Who comes to a block by a link finds it in view. What
// comes into the page above it afterwards (the reader's tools, the marks of what was heard) would push it away where the
// browser does not keep the place by itself: so it is put back, until the reader moves. Who has moved before the script
// came is not fetched back.
//
// Who comes back finds the block where they left it. A browser remembers pixels, and in a long text, laid out where it
// comes into view, those are of other words the next time: so the block is remembered, with the entry in the history.
import { effect } from "@preact/signals";
import { returns } from "../../ui/came_back.ts";
import { hold, stands, type Place } from "../../ui/hold.ts";
import { blockNamed, text } from "./reading.ts";
import { near } from "./view.ts";

const isLong = () => text().classList.contains("long");

/** Where the address leads: its block at the page's scroll padding. */
function named(): Place | null {
    const block = blockNamed(location.hash.slice(1));
    const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop || "0");
    return block === null ? null : { block, top: padding };
}

/** Where the reader was at this entry of the history; null where nothing is remembered. */
function left(state: unknown): Place | null {
    const { at } = (state ?? {}) as { at?: { block: string; top: number } };
    const block = at === undefined ? null : blockNamed(at.block);
    return block === null ? null : { block, top: at!.top };
}

/** Holds the block that the address names, or that one came back to, where it was asked for. */
export function holdArrival(): void {
    const place = returns() ? left(history.state) : named();
    if (place === null) return;
    // A long text is laid out where it comes into view: a browser may have missed the block by what that changed. At the
    // very top nobody has moved, and the browser is about to.
    const comesTo = named() ?? place;
    const slack = isLong() ? innerHeight / 2 : 3;
    if (scrollY > 0 && !stands(comesTo, slack)) return;
    hold(place);
}

/** Keeps with the entry in the history which block stands at the top of a long text, and comes back to it. */
export function keepArrivals(): void {
    effect(() => {
        const names = near.value; // another set whenever the page has come to rest
        if (!isLong()) return;
        history.scrollRestoration = "manual";
        for (const name of names) {
            const top = blockNamed(name)?.getBoundingClientRect().top ?? -1;
            if (top < 0) continue;
            history.replaceState({ ...(history.state as object | null), at: { block: name, top } }, "");
            return;
        }
    });
    addEventListener("popstate", ({ state }) => {
        const place = isLong() ? (left(state) ?? named()) : null;
        // Behind the hashchange that comes with it, which is no move of the reader's.
        if (place !== null) setTimeout(() => hold(place));
    });
}
