// A button beside each block that has threads, with their number, and beside the block where the reader is: to read
// what is said about it and to say something.
//
// All of them are one stop of the Tab key (roving tabindex): the arrow keys go to the block before and after, Home and
// End to the first and last, Enter opens. So a text of 2,000 blocks is walked through without 2,000 stops, and the
// page makes a button only where there is a number to show or a reader to serve.
import { effect } from "@preact/signals";
import { t } from "../../i18n/words.ts";
import { blockOf } from "../../text/offsets.ts";
import { blocks as counts } from "../comments/store.ts";
import { near } from "./view.ts";
import { amended, blockNamed, blocksInOrder, focus, linesOf, mayPropose, shown, text, writers } from "./reading.ts";

const bubbles = new Map<string, HTMLButtonElement>();
let current: string | null = null;
let open: (block: string) => void = () => {};

/** Where a button may stand inside a block: a table row or a rule holds none. */
function seat(block: HTMLElement): HTMLElement | null {
    if (block.tagName === "HR") return null;
    return block;
}

const threadsAt = (block: string) => counts.value[block] ?? 0;
const amendmentsAt = (block: string) => amended.value.get(block)?.length ?? 0;
const saidAt = (block: string) => threadsAt(block) + amendmentsAt(block);

function labelOf(block: string): string {
    const lines = linesOf(block);
    const [threads, amendments] = [threadsAt(block), amendmentsAt(block)];
    const parts = [
        ...(threads > 0 ? [t("bubble.threads", { n: threads })] : []),
        ...(amendments > 0 ? [t("bubble.amendments", { n: amendments })] : []),
    ];
    const what = parts.length === 0 ? t(mayPropose() ? "bubble.amend" : "bubble.none") : parts.join(", ");
    return lines === "" ? what : `${what}, ${t("lines", { lines, n: lines.includes("–") ? 2 : 1 })}`;
}

function paint(button: HTMLButtonElement, block: string): void {
    const n = saidAt(block);
    button.classList.toggle("has", n > 0);
    button.classList.toggle("amended", amendmentsAt(block) > 0);
    button.classList.toggle("writing", writers.value.has(block));
    button.classList.toggle("open", focus.value?.block === block);
    button.dataset.n = n === 0 ? "+" : n > 99 ? "99+" : String(n);
    button.setAttribute("aria-label", labelOf(block));
    button.tabIndex = block === current ? 0 : -1;
}

function ensure(name: string): HTMLButtonElement | null {
    const known = bubbles.get(name);
    if (known?.isConnected) return known;
    const block = blockNamed(name);
    const place = block === null ? null : seat(block);
    if (place === null) return null;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bubble";
    button.dataset.ours = "";
    button.addEventListener("click", () => {
        goTo(name);
        open(name);
    });
    place.prepend(button);
    bubbles.set(name, button);
    paint(button, name);
    return button;
}

/** Makes a block the one where the reader is; the button of the one before goes where it shows nothing. */
function goTo(name: string): HTMLButtonElement | null {
    const before = current;
    current = name;
    if (before !== null && before !== name) settle(before);
    const button = ensure(name);
    if (button !== null) paint(button, name);
    return button;
}

function settle(name: string): void {
    const button = bubbles.get(name);
    if (button === undefined) return;
    if (saidAt(name) > 0 || writers.value.has(name) || focus.value?.block === name || name === current)
        return paint(button, name);
    if (button === document.activeElement) return;
    button.remove();
    bubbles.delete(name);
}

/** The keyboard goes on from a block's button. */
export function focusBubble(name: string): void {
    goTo(name)?.focus({ preventScroll: true });
}

function onKeyDown(event: KeyboardEvent): void {
    const from = (event.target as Element).closest?.(".bubble");
    if (!from) return;
    const all = blocksInOrder().filter((block) => seat(block) !== null);
    const at = all.findIndex((block) => block.id === current);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const block = all[Math.max(0, Math.min(all.length - 1, to))];
    const before = current;
    const button = block === undefined ? null : goTo(block.id);
    button?.focus({ preventScroll: true });
    block?.scrollIntoView({ block: "nearest" });
    if (before !== null) settle(before);
}

/** The text was replaced by another version's: nothing of the old buttons is left. */
export function forgetBubbles(): void {
    bubbles.clear();
    current = null;
    begin();
}

function begin(): void {
    const first = blocksInOrder().find((block) => seat(block) !== null);
    if (first !== undefined) goTo(first.id);
}

export function offerBubbles(onOpen: (block: string) => void): void {
    open = onOpen;
    const place = text();
    begin();
    place.addEventListener("keydown", onKeyDown);
    // Who goes to a chapter by its link goes on from there by keys as well.
    addEventListener("hashchange", () => {
        const name = location.hash.slice(1);
        if (blockNamed(name) !== null) goTo(name);
    });
    place.addEventListener("pointerover", (event) => {
        const block = blockOf(event.target as Node);
        if (block !== null && event.pointerType === "mouse" && block.id !== current) goTo(block.id);
    });
    // On a phone a press on a block shows its button; a second one on the button opens.
    place.addEventListener("pointerup", (event) => {
        const block = blockOf(event.target as Node);
        if (block !== null && event.pointerType !== "mouse") goTo(block.id);
    });
    effect(() => {
        const talking = writers.value;
        const opened = focus.value?.block;
        void shown.value;
        // Of the others only those in view: 2,000 buttons at once would hold the page up.
        const counted = [...near.value].filter((name) => saidAt(name) > 0);
        for (const name of [...counted, ...talking.keys(), ...(opened ? [opened] : [])]) ensure(name);
        for (const name of [...bubbles.keys()]) settle(name);
    });
}
