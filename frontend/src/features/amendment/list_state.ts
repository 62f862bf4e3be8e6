// The amendments that are listed, and what is known and chosen of them.
import { computed, signal } from "@preact/signals";
import type { Amendment, AmendmentAnswer, Document, MyBacking, UnitName } from "../../api/nouns.ts";
import { gathersSupport } from "./naming.ts";
import { backingOf } from "./supporters_told.tsx";
import type { filter } from "./filters.tsx";

export const shown = signal<Document>(null as unknown as Document);
export const items = signal<readonly Amendment[]>([]);
export const mine = signal<Readonly<Record<string, MyBacking>>>({});
export const next = signal<string | null>(null);
/** The bodies that recommend, in their order. */
export const chain = signal<readonly UnitName[]>([]);
export const chosen = signal<ReadonlySet<number>>(new Set());

/** Before the committee, with the supporters that it needs: what bodies recommend on. */
export const isTakenUp = (one: Amendment) => one.state === "submitted" && !gathersSupport(one);

/** Of those that are chosen the ones that a body may still recommend on: one that is withdrawn is chosen no more. */
export const chosenOnes = computed(() => items.value.filter((one) => chosen.value.has(one.id) && isTakenUp(one)));

/** Those that have come and belong among those that are listed. */
export const newcomers = signal<ReadonlySet<number>>(new Set());

/**
 * Whether an amendment that is not listed may belong among those that are: what the words searched for and the
 * recommendations say of it only the server knows. `last` is the last that is listed where more are to come.
 */
export function belongs(
    amendment: Amendment,
    asked: typeof filter.value,
    lines: { from: number; to: number } | null,
    last: Amendment | null | undefined,
): boolean {
    const { kind, line_from, line_to, number } = amendment;
    if (asked.state !== "" && (gathersSupport(amendment) ? "gathering" : amendment.state) !== asked.state) return false;
    if (asked.kind !== "" && kind !== asked.kind) return false;
    if (lines !== null && (line_to < lines.from || line_from > lines.to)) return false;
    if (asked.sponsor !== null) {
        const { sponsor, sponsor_unit: unit } = amendment;
        const id = asked.sponsor.unit ? unit?.id : unit === null ? sponsor.id : undefined;
        if (id !== asked.sponsor.id) return false;
    }
    if (last === null || last === undefined) return true;
    const order = asked.sort === "line" ? line_from - last.line_from : 0;
    return order < 0 || (order === 0 && (number ?? 0) < (last.number ?? 0));
}

export function changed(answer: AmendmentAnswer | null): void {
    if (answer === null) return;
    const { id } = answer.amendment;
    const before = items.value.find((one) => one.id === id);
    items.value = items.value.map((one) => (one.id === id ? answer.amendment : one));
    const own = answer.mine ?? backingOf(before, answer.amendment, mine.value[id] ?? null);
    if (own !== null) mine.value = { ...mine.value, [id]: own };
}
