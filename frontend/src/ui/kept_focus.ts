import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * The keyboard keeps its place in what is drawn anew around it: what had the focus has it still where it was moved, and
 * where it is gone, what `instead` names has it. To be called where what is inside is drawn.
 * @param instead told what had the focus and at which of `items` that was
 */
export function useKeptFocus(
    place: RefObject<HTMLElement | null>,
    items: string,
    instead: (lost: Element, index: number) => HTMLElement | null | undefined,
): void {
    const active = document.activeElement;
    const had = active !== null && place.current?.contains(active) === true ? active : null;
    const index = had === null ? -1 : [...place.current!.querySelectorAll(items)].findIndex((one) => one.contains(had));
    useLayoutEffect(() => {
        if (had === null || (document.activeElement !== null && document.activeElement !== document.body)) return;
        if (had.isConnected && had instanceof HTMLElement) had.focus({ preventScroll: true });
        else instead(had, index)?.focus();
    });
}
