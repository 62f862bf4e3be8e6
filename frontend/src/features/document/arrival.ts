// Who comes to a block by a link finds it in view. What comes into the page above it afterwards (the reader's tools,
// the marks of what was heard) would push it away where the browser does not keep the place by itself: so it is put
// back, until the reader moves.
import { blockNamed } from "./reading.ts";

/** A page that was read before comes back where it was read, not where its address leads. */
const returns = () => {
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return entry !== undefined && entry.type !== "navigate";
};

/** Holds the block that the address names where it was asked for, as the page grows around it. */
export function holdArrival(): void {
    const block = returns() ? null : blockNamed(location.hash.slice(1));
    if (block === null) return;
    const moves = ["wheel", "touchmove", "pointerdown", "keydown", "hashchange"] as const;
    const grown = new ResizeObserver(() => {
        if (block.isConnected) block.scrollIntoView({ block: "start", behavior: "instant" });
        else release();
    });
    const release = () => {
        grown.disconnect();
        for (const move of moves) removeEventListener(move, release, { capture: true });
    };
    for (const move of moves) addEventListener(move, release, { capture: true, passive: true });
    // Whatever comes above the block makes one of these higher.
    for (let place: HTMLElement | null = block; place !== null; place = place.parentElement) grown.observe(place);
}
