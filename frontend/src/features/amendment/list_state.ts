// The amendments that are listed, and what is known and chosen of them.
import { signal } from "@preact/signals";
import type { Amendment, AmendmentAnswer, Document, MyBacking, UnitName } from "../../api/nouns.ts";

export const shown = signal<Document>(null as unknown as Document);
export const items = signal<readonly Amendment[]>([]);
export const mine = signal<Readonly<Record<string, MyBacking>>>({});
export const next = signal<string | null>(null);
/** The bodies that recommend, in their order. */
export const chain = signal<readonly UnitName[]>([]);
export const chosen = signal<ReadonlySet<number>>(new Set());

export function changed(answer: AmendmentAnswer | null): void {
    if (answer === null) return;
    items.value = items.value.map((one) => (one.id === answer.amendment.id ? answer.amendment : one));
    if (answer.mine !== null) mine.value = { ...mine.value, [answer.amendment.id]: answer.mine };
}
