// Something that was come to stays where it was put, as the page grows around it, until the reader moves.

/** How long a page may go on growing around a block that was just come to, in milliseconds. */
const longest = 8_000;

const heightOfPage = () => document.documentElement.scrollHeight;

/** Whether the page cannot be scrolled further down. */
export const atEnd = () => scrollY + innerHeight >= heightOfPage() - 2;

/** A block, and how far below the window's top it stands, in pixels. */
export interface Place {
    block: HTMLElement;
    top: number;
}

const offOf = ({ block, top }: Place) => block.getBoundingClientRect().top - top;

/** Whether a block stands in its place, give or take, or below it where the page ends before. */
export function stands(place: Place, slack = 3): boolean {
    const off = offOf(place);
    return Math.abs(off) < slack || (off > 0 && atEnd());
}

let release = () => {};

/** Holds a block in its place as the page grows around it, until the reader moves. */
export function hold(place: Place): void {
    release();
    const { block } = place;
    const moves = ["wheel", "touchmove", "pointerdown", "keydown", "hashchange"] as const;
    let height = heightOfPage();
    const grown = new ResizeObserver(() => {
        height = heightOfPage();
        if (block.isConnected) scrollBy({ top: offOf(place), behavior: "instant" });
        else release();
    });
    // Whatever else moves the page, a screen reader or the page's own search, moves it where nothing has grown.
    const scrolled = () => {
        if (heightOfPage() === height && !stands(place)) release();
    };
    const stop = () => {
        clearTimeout(end);
        grown.disconnect();
        for (const move of moves) removeEventListener(move, stop, { capture: true });
        removeEventListener("scroll", scrolled);
    };
    release = stop;
    const end = setTimeout(stop, longest);
    for (const move of moves) addEventListener(move, stop, { capture: true, passive: true });
    addEventListener("scroll", scrolled, { passive: true });
    // Whatever comes above the block makes one of these higher.
    for (let around: HTMLElement | null = block; around !== null; around = around.parentElement) grown.observe(around);
}
