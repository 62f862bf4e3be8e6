// The blocks of a text one by one, to stand in the rows of a table.
import { isBlock } from "./offsets.ts";
import { setMarkup } from "./markup.ts";

export interface BlockAlone {
    /** Its name, such as "b17". */
    block: string;
    /** Its official lines, 0 where it has none. */
    line_from: number;
    line_to: number;
    html: string;
}

/** An item stands within a list of its kind, under its own number. */
function inItsList(item: Element, original: Element): Element {
    const list = original.parentElement!.cloneNode(false) as Element;
    list.removeAttribute("id");
    if (list.tagName === "OL") {
        const first = Number(list.getAttribute("start") ?? "1");
        const items = [...original.parentElement!.children];
        list.setAttribute("start", String(first + items.indexOf(original)));
    }
    list.append(item);
    return list;
}

/**
 * Every block of the HTML that our server rendered from Markdown, in order, each without the blocks inside it, without
 * names and without the marks of its lines. Blocks that have nothing of their own to show are left out.
 */
export function blocksAlone(html: string): BlockAlone[] {
    const text = document.createElement("div");
    setMarkup(text, html);
    const list: BlockAlone[] = [];
    for (const original of text.querySelectorAll("[id]")) {
        if (!isBlock(original)) continue;
        const alone = original.cloneNode(true) as HTMLElement;
        alone.removeAttribute("id");
        for (const other of alone.querySelectorAll("[id], .ln")) other.remove();
        for (const inner of alone.querySelectorAll("ul, ol")) if (inner.childElementCount === 0) inner.remove();
        if (alone.textContent.trim() === "" && alone.tagName !== "HR") continue;
        const [from, to] = (original.dataset.lines ?? "").split("-").map(Number);
        const shown = original.tagName === "LI" ? inItsList(alone, original) : alone;
        list.push({ block: original.id, line_from: from || 0, line_to: to ?? (from || 0), html: shown.outerHTML });
    }
    return list;
}
