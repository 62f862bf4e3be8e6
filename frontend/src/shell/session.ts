// Who is here. The server says it in the page; a sign-in or a live event on the account changes it.
import { computed, signal } from "@preact/signals";
import type { Me } from "../api/nouns.ts";
import { fetchMe } from "../api/routes.ts";
import { keepDraftsFor } from "../ui/drafts.ts";

export const me = signal<Me>({
    account: null,
    language: "nb",
    settings: { open_sign_up: false, organisation: "" },
    standings: [],
});
export const account = computed(() => me.value.account);

/** Told after a sign-in in place or a change of standings: rights may differ now. */
const watchers = new Set<() => void>();
export function onRightsChanged(act: () => void): () => void {
    watchers.add(act);
    return () => watchers.delete(act);
}

/**
 * The page goes on with the reader as the server says. Where that is another person than the one whose words stand on
 * it, it is loaded anew: nobody sends or sees what another has typed.
 * @returns whether the page goes on
 */
export function setMe(next: Me): boolean {
    if (!keepDraftsFor(next.account?.id ?? null)) {
        location.reload();
        return false;
    }
    const before = me.value.account?.id;
    me.value = next;
    if (before !== next.account?.id) for (const act of watchers) act();
    return true;
}

export async function refreshMe(): Promise<void> {
    const before = me.value.account?.id;
    const next = await fetchMe();
    if (setMe(next) && before === next.account?.id) for (const act of watchers) act();
}

/** Roles that the reader holds now, in a unit or anywhere. */
export function holds(role: string, unit?: number): boolean {
    const now = Date.now();
    return me.value.standings.some(
        (standing) =>
            standing.role === role &&
            (unit === undefined || standing.unit.id === unit) &&
            (standing.to === null || Date.parse(standing.to) > now),
    );
}
