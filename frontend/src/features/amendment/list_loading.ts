// Asks for the amendments that are listed. What is heard of while an answer is under way stays, see live/latest.ts.
import { batch } from "@preact/signals";
import type { Amendment, AmendmentPage } from "../../api/nouns.ts";
import { fetchAmendments } from "../../api/routes.ts";
import { Latest } from "../../live/latest.ts";
import { account } from "../../shell/session.ts";
import { filter, linesAsked, statesAsked } from "./filters.tsx";
import { belongs, changed, items, mine, newcomers, next, shown } from "./list_state.ts";

/** What is asked for, as the list and its files know it. */
export function asked() {
    const { state, kind, verdict, body, q, sort, sponsor } = filter.value;
    const lines = linesAsked(shown.value);
    const filters: Record<string, string | number> = { ...statesAsked(state), kind, verdict, body, q };
    if (sponsor !== null) filters[sponsor.unit ? "unit" : "sponsor"] = sponsor.id;
    if (lines !== null) Object.assign(filters, { from: lines.from, to: lines.to });
    return { ...filters, sort };
}

export const whole = new Latest<Amendment>();
export const further = new Latest<Amendment>();
let comesNext: string | null = null; // the page that is under way

const ask = (after?: string) =>
    fetchAmendments(shown.value.id, { ...asked(), limit: 100, ...(after !== undefined && { after }) });

/** The list afresh, as far as it is shown: who has come to its three hundredth row stays there. */
async function askAgain(count: number): Promise<AmendmentPage> {
    const all = await ask();
    while (all.next !== null && all.items.length < count) {
        const page = await ask(all.next);
        all.items.push(...page.items);
        all.next = page.next;
        Object.assign(all.mine, page.mine);
    }
    return all;
}

export const load = (count = items.value.length) =>
    whole.ask(
        () => askAgain(count),
        (page, meanwhile) =>
            batch(() => {
                items.value = page.items;
                mine.value = page.mine;
                next.value = page.next;
                newcomers.value = new Set();
                for (const amendment of meanwhile) changed({ amendment, mine: null });
            }),
    );

/** One that is heard of and not listed: it waits to be shown, so that nothing moves under a reader; one's own does not. */
export function heardOfAnother(amendment: Amendment): void {
    if (amendment.sponsor.id === account.value?.id) return void load();
    if (belongs(amendment, filter.value, linesAsked(shown.value), next.value === null ? null : items.value.at(-1)))
        newcomers.value = new Set([...newcomers.value, amendment.id]);
}

export async function loadMore(): Promise<void> {
    const [after, question] = [next.value, whole.question];
    if (after === null || after === comesNext) return;
    comesNext = after;
    const put = (page: AmendmentPage, meanwhile: readonly Amendment[]) => {
        if (question !== whole.question) return; // the list is asked for anew, from its beginning
        batch(() => {
            items.value = [...items.value, ...page.items];
            mine.value = { ...mine.value, ...page.mine };
            next.value = page.next;
            for (const amendment of meanwhile) changed({ amendment, mine: null });
        });
    };
    await further.ask(() => ask(after), put).finally(() => (comesNext = null));
}
