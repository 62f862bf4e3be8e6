// Which pending amendments stand beside which block: fetched for the lines that are read, since a programme may have
// thousands.
import { batch } from "@preact/signals";
import type { Amendment, AmendmentPage } from "../../api/nouns.ts";
import { fetchAmendments } from "../../api/routes.ts";
import { heardOfOpen } from "../amendment/one.tsx";
import { amended, blockNamed, shown } from "./reading.ts";

/** Official lines are asked for by so many at once. */
const STRETCH = 150;
let asked = new Set<number>();
/** What events said: an answer that was asked for before one is older. */
let heard = new Map<number, Amendment>();

const firstBlock = (amendment: Amendment) => amendment.difference.find((row) => row.block !== null)?.block ?? null;

/** Puts amendments where they begin, in the place of what is known of them. */
function place(list: readonly Amendment[]): void {
    const ids = new Set(list.map((one) => one.id));
    const found = new Map<string, Amendment[]>();
    for (const [block, known] of amended.value) {
        const others = known.filter((one) => !ids.has(one.id));
        if (others.length > 0) found.set(block, others);
    }
    for (const amendment of list) {
        const block = firstBlock(amendment);
        // By the lines of the version that is read: on an older one those of today stand nowhere.
        const here = amendment.state === "submitted" && amendment.difference_version === shown.value.version.number;
        if (block !== null && here) found.set(block, [...(found.get(block) ?? []), amendment]);
    }
    amended.value = found;
}

export function heardAmendment(amendment: Amendment): void {
    heard.set(amendment.id, amendment);
    batch(() => {
        heardOfOpen(amendment);
        place([amendment]);
    });
}

/** The text is another version's, or events were missed: all of it is asked for anew. */
export function forgetAmendments(): void {
    asked = new Set();
    heard = new Map();
    amended.value = new Map();
}

function linesOf(name: string): number[] {
    const [from, to] = (blockNamed(name)?.dataset.lines ?? "").split("-").map(Number);
    return from === undefined || !(from > 0) ? [] : [from, to ?? from];
}

export async function loadAmendmentsNear(names: ReadonlySet<string>): Promise<void> {
    const lines = [...names].flatMap(linesOf);
    if (lines.length === 0) return;
    const first = Math.floor(Math.min(...lines) / STRETCH);
    const last = Math.floor(Math.max(...lines) / STRETCH);
    const of = asked;
    for (let stretch = first; stretch <= last; ++stretch) {
        if (of.has(stretch)) continue;
        of.add(stretch);
        const [from, to] = [Math.max(1, stretch * STRETCH), (stretch + 1) * STRETCH - 1];
        // A thousand may stand on one sentence: they come a hundred at a time.
        for (let after: string | null = ""; after !== null;) {
            const page: AmendmentPage | null = await fetchAmendments(shown.value.id, {
                ...{ state: "submitted", from, to, limit: 100 },
                ...(after !== "" && { after }),
            }).catch(() => null);
            if (of !== asked) return; // forgotten meanwhile
            if (page === null) of.delete(stretch);
            else place(page.items.map((one) => heard.get(one.id) ?? one));
            after = page?.next ?? null;
        }
    }
}
