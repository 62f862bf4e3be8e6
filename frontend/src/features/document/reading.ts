// What is being read: the document, its version on the page, where the reader is and what is open beside the text.
import { computed, signal } from "@preact/signals";
import type { Amendment, Document } from "../../api/nouns.ts";
import type { Presence } from "../../live/connection.ts";
import { account } from "../../shell/session.ts";
import { isBlock, type Place } from "../../text/offsets.ts";

/** The document with the version that stands on the page. Set before anything is mounted. */
export const shown = signal<Document>(null as unknown as Document);
export const presence = signal<Presence>({ count: 0 });
/** The number of the newest version that was heard of. */
export const newest = signal(0);
export const isNewest = computed(() => shown.value.version.number >= newest.value);

/** Whether one may propose changes here, or may after a sign-in. */
export const mayPropose = () =>
    shown.value.may.amend || (account.value === null && shown.value.process.stage?.kind === "amending");

/** What is written about: the whole document, a block, or words in it. */
export type About = { block?: string; place?: Place };

/** The block whose threads are open, and what is being written there. */
export const focus = signal<{ block: string; thread: number | null; writing: About | null } | null>(null);

/** The thread whose card is under the pointer: its words are shown. */
export const hovered = signal<number | null>(null);

/** What is asked about a block in a sheet of its own: to change it, why it is there, or one of its amendments. */
export const asked = signal<
    | { what: "propose"; block: string; answers?: number }
    | { what: "origin"; block: string; words?: { from: number; to: number } }
    | { what: "amendment"; id: number }
    | { what: "which" } // which block is to be changed
    | null
>(null);

/** Pending amendments by the block that they begin in. */
export const amended = signal<ReadonlyMap<string, readonly Amendment[]>>(new Map());

/** Who is writing where, until when. "" is the document as a whole. */
export const writers = signal<ReadonlyMap<string, { name: string; until: number }>>(new Map());

const TYPED_FOR = 5_000;

export function heardTyping(block: string, name: string): void {
    const until = Date.now() + TYPED_FOR;
    writers.value = new Map(writers.value).set(block, { name, until });
    setTimeout(() => {
        if (writers.value.get(block)?.until !== until) return;
        const left = new Map(writers.value);
        left.delete(block);
        writers.value = left;
    }, TYPED_FOR);
}

const query = matchMedia("(min-width: 78.0625rem)");
/** Whether there is room for a margin beside the text. */
export const wide = signal(query.matches);
query.addEventListener("change", () => (wide.value = query.matches));

export const text = () => document.getElementById("text")!;

export function blockNamed(name: string): HTMLElement | null {
    const found = document.getElementById(name);
    return found !== null && isBlock(found) && text().contains(found) ? found : null;
}

/** Every block of the text, in order. */
export const blocksInOrder = () => [...text().querySelectorAll<HTMLElement>("[id^=b]")].filter(isBlock);

/** "12" or "12–14": the official lines of a block, "" where it has none. */
export function linesOf(block: string): string {
    const [from, to] = (blockNamed(block)?.dataset.lines ?? "").split("-");
    if (from === undefined || from === "") return "";
    return to === undefined || to === from ? from : `${from}–${to}`;
}

export const draftPlace = (document: number, about: About) =>
    about.place !== undefined
        ? `comment:${document}:${about.place.block}:${about.place.from}`
        : about.block !== undefined
          ? `comment:${document}:${about.block}`
          : `comment:${document}`;
