// One amendment with all that stands beside it, in a sheet over the text that it is about.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Amendment, AmendmentAnswer, Rights } from "../../api/nouns.ts";
import { fetchAmendment } from "../../api/routes.ts";
import { linesOf, nameOf } from "./card.tsx";
import { AmendmentCard } from "./card.tsx";
import { Discussion } from "./discussion.tsx";
import { Dialog } from "../../ui/dialog.tsx";

const answer = signal<AmendmentAnswer | null>(null);

/** An event on the amendment that is open: it is shown as it is now. */
export function heardOfOpen(amendment: Amendment): void {
    if (answer.value?.amendment.id === amendment.id) answer.value = { ...answer.value, amendment };
}

export function OneAmendment({ id, may, onClose }: { id: number; may: Rights; onClose: () => void }) {
    useEffect(() => {
        answer.value = null;
        void fetchAmendment(id).then((found) => (answer.value = found), onClose);
    }, [id]);
    const now = answer.value;
    if (now === null || now.amendment.id !== id) return null;
    return (
        <Dialog kind="sheet" title={`${nameOf(now.amendment)}, ${linesOf(now.amendment)}`} onClose={onClose}>
            <AmendmentCard
                amendment={now.amendment}
                mine={now.mine}
                mayAmend={may.amend}
                onChange={(changed) => (changed === null ? onClose() : (answer.value = changed))}
            />
            <Discussion amendment={now.amendment} may={may} open />
        </Dialog>
    );
}
