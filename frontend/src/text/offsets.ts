// Places in a block's visible text, as the server counts them: UTF-16 code units in the text of the block's own nodes,
// without the text of blocks inside it and without what we have added to the page ourselves.
//
// Example: <li id="b7">ab<span class="ln"></span>cd<ul><li id="b8">ef</li></ul></li>
// b7 reads "abcd"; its offset 3 is before the "d"; "ef" belongs to b8 alone.

const BLOCK = /^b\d+$/;

export const isBlock = (node: Node): node is HTMLElement => node instanceof HTMLElement && BLOCK.test(node.id);

/** What we have put into the text ourselves, or a number of a line: no part of the text. */
const isOurs = (node: Node): boolean =>
    node instanceof HTMLElement && (node.classList.contains("ln") || node.dataset.ours !== undefined);

/** The nearest block around a node, the node included. */
export function blockOf(node: Node | null): HTMLElement | null {
    for (let at: Node | null = node; at !== null; at = at.parentNode) if (isBlock(at)) return at;
    return null;
}

/** The block's text nodes that are its own, in order. */
export function ownTexts(block: Element): Text[] {
    const texts: Text[] = [];
    const visit = (node: Node) => {
        for (let child = node.firstChild; child !== null; child = child.nextSibling) {
            if (child.nodeType === Node.TEXT_NODE) texts.push(child as Text);
            else if (child.nodeType === Node.ELEMENT_NODE && !isBlock(child) && !isOurs(child)) visit(child);
        }
    };
    visit(block);
    return texts;
}

export const visibleText = (block: Element): string =>
    ownTexts(block)
        .map((text) => text.data)
        .join("");

/** A DOM range for the offsets [from, to) of a block, clamped to its text; null where that is empty. */
export function rangeOf(block: Element, from: number, to: number): Range | null {
    let at = 0;
    let start: [Text, number] | null = null;
    let end: [Text, number] | null = null;
    for (const text of ownTexts(block)) {
        const next = at + text.length;
        if (start === null && from < next) start = [text, Math.max(0, from - at)];
        if (to > at) end = [text, Math.min(text.length, to - at)];
        at = next;
    }
    if (start === null || end === null || to <= from) return null;
    const range = document.createRange();
    range.setStart(...start);
    range.setEnd(...end);
    return range;
}

/** The offset of a DOM position in its block; positions outside the block's own text go to the next own text. */
export function offsetOf(block: Element, node: Node, offset: number): number {
    let at = 0;
    const place = document.createRange();
    place.setStart(node, offset);
    for (const text of ownTexts(block)) {
        if (text === node) return at + offset;
        if (place.comparePoint(text, 0) >= 0) return at;
        at += text.length;
    }
    return at;
}

export interface Place {
    block: string;
    from: number;
    to: number;
    quote: string;
}

/**
 * What a selection marks: one block, and offsets in it without blanks at either end. A selection over several blocks
 * is cut to the first; null where nothing of a block's own text is in it.
 */
export function placeOf(range: Range): Place | null {
    const block = blockOf(range.startContainer);
    if (block === null) return null;
    const text = visibleText(block);
    let from = offsetOf(block, range.startContainer, range.startOffset);
    let to = offsetOf(block, range.endContainer, range.endOffset);
    while (from < to && /\s/.test(text[from]!)) ++from;
    while (to > from && /\s/.test(text[to - 1]!)) --to;
    // Never half of a surrogate pair.
    if (/[\udc00-\udfff]/.test(text[from] ?? "")) --from;
    if (/[\udc00-\udfff]/.test(text[to] ?? "")) ++to;
    return to > from ? { block: block.id, from, to, quote: text.slice(from, to) } : null;
}
