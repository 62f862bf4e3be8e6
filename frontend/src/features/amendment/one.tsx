// One amendment with all that stands beside it, in a sheet over the text that it is about.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Amendment, AmendmentAnswer, Rights, UnitName } from "../../api/nouns.ts";
import type { EnteredResult } from "../../api/voting_nouns.ts";
import { Refusal } from "../../api/request.ts";
import { fetchAmendment } from "../../api/routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { linesOf, nameOf } from "./naming.ts";
import { AmendmentCard } from "./card.tsx";
import { asVoted } from "./carried.tsx";
import { ChainStrip } from "./chain.tsx";
import { Discussion } from "./discussion.tsx";
import { backingOf } from "./supporters_told.tsx";
import { announce } from "../../shell/notices.tsx";
import { Latest } from "../../live/latest.ts";
import { Dialog } from "../../ui/dialog.tsx";

const answer = signal<AmendmentAnswer | null>(null);

const asking = new Latest<Amendment>();

/** An event on the amendment that is open: it is shown as it is now. */
export function heardOfOpen(amendment: Amendment): void {
    asking.heard(amendment);
    const before = answer.value;
    if (before?.amendment.id === amendment.id)
        answer.value = { ...before, amendment, mine: backingOf(before.amendment, amendment, before.mine) };
}

/** A result of the meeting on the one that is open. */
export function heardOfVote(result: EnteredResult): void {
    const open = answer.value?.amendment;
    if (open?.id === result.amendment) heardOfOpen(asVoted(open, result));
}

interface Props {
    id: number;
    may: Rights;
    /** The bodies that recommend in its process, where the page knows them. */
    chain?: readonly UnitName[];
    /** Hears of what is done here as well. */
    onChange?: (answer: AmendmentAnswer | null) => void;
    onClose: () => void;
}

export function OneAmendment({ id, may, chain = [], onChange, onClose }: Props) {
    useEffect(() => {
        answer.value = null;
        const put = (found: AmendmentAnswer, meanwhile: readonly Amendment[]) => {
            answer.value = found;
            for (const amendment of meanwhile) if (amendment.id === id) answer.value = { ...found, amendment };
        };
        void asking
            .ask(() => fetchAmendment(id), put)
            .catch((error: unknown) => {
                if (!(error instanceof Refusal)) throw error;
                announce(sentenceOf(error));
                onClose();
            });
    }, [id]);
    const now = answer.value;
    if (now === null || now.amendment.id !== id) return null;
    return (
        <Dialog
            kind="sheet"
            title={[nameOf(now.amendment), linesOf(now.amendment)].filter(Boolean).join(", ")}
            onClose={onClose}
        >
            <AmendmentCard
                amendment={now.amendment}
                mine={now.mine}
                mayAmend={may.amend}
                may={may}
                discussed
                onPlace={onClose}
                onChange={(changed) => {
                    onChange?.(changed);
                    if (changed === null) onClose();
                    else answer.value = changed;
                }}
            >
                <ChainStrip chain={chain} amendment={now.amendment} />
            </AmendmentCard>
            <Discussion amendment={now.amendment} may={may} open />
        </Dialog>
    );
}
