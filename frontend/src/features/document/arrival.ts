// Who comes to a block by a link finds it in view. What comes into the page above it afterwards (the reader's tools,
// the marks of what was heard) would push it away where the browser does not keep the place by itself: so it is put
// back, until the reader moves. Who has moved before the script came is not fetched back.
import { blockNamed, text } from "./reading.ts";

/** How long a page may go on growing around a block that was just come to, in milliseconds. */
const longest = 8_000;

/** A page that was read before comes back where it was read, not where its address leads. */
const returns = () => {
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return entry !== undefined && entry.type !== "navigate";
};

const heightOfPage = () => document.documentElement.scrollHeight;

/** Whether the page cannot be scrolled further down. */
export const atEnd = () => scrollY + innerHeight >= heightOfPage() - 2;

/** Whether a block stands where a link leads, give or take: at its padding, or below it where the page ends before. */
function arrived(block: HTMLElement, slack = 3): boolean {
    const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop || "0");
    const off = block.getBoundingClientRect().top - padding;
    return Math.abs(off) < slack || (off > 0 && atEnd());
}

/** Holds the block that the address names where it was asked for, as the page grows around it. */
export function holdArrival(): void {
    const block = returns() ? null : blockNamed(location.hash.slice(1));
    if (block === null) return;
    // A long text is laid out where it comes into view: a browser may have missed the block by what that changed. At the
    // very top nobody has moved, and the browser is about to.
    const slack = text().classList.contains("long") ? innerHeight / 2 : 3;
    if (scrollY > 0 && !arrived(block, slack)) return;
    const moves = ["wheel", "touchmove", "pointerdown", "keydown", "hashchange"] as const;
    let height = heightOfPage();
    const grown = new ResizeObserver(() => {
        height = heightOfPage();
        if (block.isConnected) block.scrollIntoView({ block: "start", behavior: "instant" });
        else release();
    });
    // Whatever else moves the page, a screen reader or the page's own search, moves it where nothing has grown.
    const scrolled = () => {
        if (heightOfPage() === height && !arrived(block)) release();
    };
    const release = () => {
        clearTimeout(end);
        grown.disconnect();
        for (const move of moves) removeEventListener(move, release, { capture: true });
        removeEventListener("scroll", scrolled);
    };
    const end = setTimeout(release, longest);
    for (const move of moves) addEventListener(move, release, { capture: true, passive: true });
    addEventListener("scroll", scrolled, { passive: true });
    // Whatever comes above the block makes one of these higher.
    for (let place: HTMLElement | null = block; place !== null; place = place.parentElement) grown.observe(place);
}
