// The outline beside the text: marks the heading under which the reader is, and folds away on a phone.
import { t } from "../../i18n/words.ts";
import { atEnd } from "../../ui/hold.ts";
import { blockNamed } from "./reading.ts";

/**
 * Where a block comes to stand that a link leads to, and a little below: there one begins to read. Where the page ends
 * before it has brought the block there, one begins at the block.
 */
function readingLine(): number {
    const line = 1.3 * parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop || "80");
    const top = (atEnd() ? blockNamed(location.hash.slice(1)) : null)?.getBoundingClientRect().top ?? 0;
    return top < innerHeight ? Math.max(line, top) : line;
}

/** The last heading above that height of the window; found by halving, since asking where an element is costs. */
function headingAt(headings: HTMLElement[], height: number): HTMLElement | null {
    let low = 0;
    let high = headings.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (headings[middle]!.getBoundingClientRect().top <= height) low = middle + 1;
        else high = middle;
    }
    return headings[low - 1] ?? null;
}

export function followOutline(): () => void {
    const outline = document.getElementById("outline")!;
    const links = new Map([...outline.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
    const headings = [...links.keys()].map((id) => document.getElementById(id)).filter((one) => one !== null);
    outline.hidden = headings.length === 0;
    let marked: Element | null = null;
    let waiting = false;
    const mark = () => {
        waiting = false;
        const heading = headingAt(headings, readingLine());
        const link = heading === null ? null : (links.get(heading.id) ?? null);
        if (link === marked) return;
        marked?.removeAttribute("aria-current");
        marked = link;
        link?.setAttribute("aria-current", "location");
        if (link !== null && outline.scrollHeight > outline.clientHeight) {
            const [top, bottom] = [link.offsetTop - 40, link.offsetTop + link.offsetHeight + 40];
            if (top < outline.scrollTop) outline.scrollTop = top;
            else if (bottom > outline.scrollTop + outline.clientHeight)
                outline.scrollTop = bottom - outline.clientHeight;
        }
    };
    const onScroll = () => {
        if (waiting) return;
        waiting = true;
        setTimeout(mark, 150); // not in every frame: asking where an element is makes the browser lay out at once
    };
    const signs = ["scroll", "hashchange"] as const; // at the end of the page a link may move nothing
    for (const sign of signs) addEventListener(sign, onScroll, { passive: true });
    mark();
    return () => {
        for (const sign of signs) removeEventListener(sign, onScroll);
    };
}

/** On a narrow page the outline opens by its title. */
export function foldOutline(): void {
    const outline = document.getElementById("outline")!;
    const title = outline.querySelector(".outline-title");
    if (title === null) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "outline-toggle";
    button.textContent = t("outline");
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => {
        const open = outline.classList.toggle("open");
        button.setAttribute("aria-expanded", String(open));
    });
    title.replaceChildren(button);
    outline.addEventListener("click", (event) => {
        if (!(event.target as Element).closest("a")) return;
        outline.classList.remove("open");
        button.setAttribute("aria-expanded", "false");
    });
}
