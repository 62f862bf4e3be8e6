import { useState } from "preact/hooks";

let given = 0;

/**
 * An id for an element, the same for the life of its component. Preact's own counts anew in each tree that is rendered,
 * and a page has several: a label in the sign-in dialog would then name an input of the page below it.
 */
export function useId(): string {
    return useState(() => `u${++given}`)[0];
}
