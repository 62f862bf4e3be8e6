// What is drawn only when it is nearly in sight, so that a list of thousands opens as one of ten. Until then an empty
// place of about its height stands for it; once drawn it stays, and under its name it is drawn at once the next time.
import { options, type ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** What to do when an element comes near. */
const near = new WeakMap<Element, () => void>();
/** Those that wait, in the order of the page. */
const waiting = new Set<() => void>();
const drawnBefore = new Set<string>();
let watcher: IntersectionObserver | null = null;

function watch(element: Element, draw: () => void): () => void {
    watcher ??= new IntersectionObserver(
        (entries) => {
            for (const { isIntersecting, target } of entries) if (isIntersecting) near.get(target)?.();
        },
        { rootMargin: "1000px" },
    );
    near.set(element, draw);
    waiting.add(draw);
    watcher.observe(element);
    return () => {
        near.delete(element);
        waiting.delete(draw);
        watcher?.unobserve(element);
    };
}

/** Draws what waits, a few at a time between whatever else the page has to do: for a page that is searched and printed. */
export function drawTheRest(): void {
    const some = [...waiting].slice(0, 25);
    for (const draw of some) draw();
    if (some.length > 0) setTimeout(drawTheRest, 30);
}

/** Draws all that waits before it returns: the browser prints what stands there then. */
function drawAllNow(): void {
    const { debounceRendering: before } = options;
    options.debounceRendering = (render) => render();
    try {
        while (waiting.size > 0) {
            for (const draw of [...waiting]) {
                waiting.delete(draw);
                draw();
            }
        }
    } finally {
        if (before === undefined) delete options.debounceRendering;
        else options.debounceRendering = before;
    }
}

addEventListener("beforeprint", drawAllNow);

interface Props {
    /** About how high it will be, in pixels. */
    height: number;
    /** Drawn at once. */
    here?: boolean;
    name?: string;
    children: () => ComponentChildren;
}

export function InSight({ height, here = false, name, children }: Props) {
    const [drawn, setDrawn] = useState(here || (name !== undefined && drawnBefore.has(name)));
    if (here && !drawn) setDrawn(true);
    const place = useRef<HTMLDivElement>(null);
    useLayoutEffect(() => {
        if (!drawn && place.current !== null) return watch(place.current, () => setDrawn(true));
        if (name !== undefined) drawnBefore.add(name);
        return undefined;
    }, [drawn]);
    return drawn ? <>{children()}</> : <div ref={place} style={{ height: `${height}px` }} />;
}
