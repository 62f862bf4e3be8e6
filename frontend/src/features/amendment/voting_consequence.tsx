// What follows from a result: what the text becomes, what falls, what is decided along with it.
import { useEffect, useState } from "preact/hooks";
import { Refusal } from "../../api/request.ts";
import type { Consequence, VotingItem } from "../../api/voting_nouns.ts";
import type { VotingResult } from "../../api/amendment_nouns.ts";
import { fetchConsequence } from "../../api/voting_routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Pieces } from "./difference.tsx";
import { doc, list, nameOf, namesOf } from "./voting_store.ts";

function Text({ consequence }: { consequence: Consequence }) {
    if (consequence.blocks.length === 0 && consequence.disputes.length === 0) return <p>{t("votingList.textStays")}</p>;
    return (
        <>
            {consequence.blocks.length > 0 && <p>{t("votingList.textBecomes")}</p>}
            {consequence.blocks.map((block) => (
                <Pieces key={block.block} pieces={block.pieces} />
            ))}
            {consequence.disputes.length > 0 && (
                <div class="dispute">
                    <p>{t("votingList.disputes")}</p>
                    {consequence.disputes.map((one) => (
                        <p class="dispute-context" key={one.from}>
                            {one.context.slice(0, 300)}
                        </p>
                    ))}
                </div>
            )}
        </>
    );
}

interface FollowsProps {
    consequence: Consequence;
    /** Which of those fall, where the chair chooses. */
    falls?: ReadonlySet<number>;
    onFalls?: (falls: ReadonlySet<number>) => void;
    /** While what was chosen is under way. */
    busy?: boolean;
}

export function Follows({ consequence, falls, onFalls, busy = false }: FollowsProps) {
    const toggle = (id: number) => {
        const now = new Set(falls);
        if (!now.delete(id)) now.add(id);
        onFalls?.(now);
    };
    return (
        <>
            <Text consequence={consequence} />
            {consequence.along.length > 0 && <p>{t("votingList.along", { names: namesOf(consequence.along) })}</p>}
            {consequence.falls.length > 0 && (
                <fieldset class="falls" disabled={busy}>
                    <legend>{t(onFalls === undefined ? "votingList.wouldFall" : "votingList.falls")}</legend>
                    {consequence.falls.map((one) => {
                        const words = (
                            <span>
                                <strong>{nameOf(one.number)}</strong>{" "}
                                <span class="muted">{t(`votingList.reason.${one.reason}`)}</span>
                            </span>
                        );
                        return onFalls === undefined ? (
                            <p key={one.id}>{words}</p>
                        ) : (
                            <label class="check" key={one.id}>
                                <input
                                    type="checkbox"
                                    checked={falls?.has(one.id) ?? true}
                                    onChange={() => toggle(one.id)}
                                />
                                {words}
                            </label>
                        );
                    })}
                </fieldset>
            )}
        </>
    );
}

/** What a result would lead to, fetched anew with every result that is asked about. */
export function useConsequence(amendment: number, result: VotingResult | null): Consequence | Refusal | null {
    const [known, setKnown] = useState<{ result: VotingResult; told: Consequence | Refusal } | null>(null);
    useEffect(() => {
        let wanted = true;
        if (result === null) return;
        fetchConsequence(doc.value.id, amendment, result).then(
            (told) => wanted && setKnown({ result, told }),
            (error: unknown) => {
                if (!(error instanceof Refusal)) throw error;
                if (wanted) setKnown({ result, told: error });
            },
        );
        return () => {
            wanted = false;
        };
    }, [amendment, result, list.value]);
    return known !== null && known.result === result ? known.told : null;
}

export function WhatIf({ item, onClose }: { item: VotingItem; onClose: () => void }) {
    const told = useConsequence(item.amendment, "adopted");
    return (
        <Dialog title={t("votingList.whatFor", { name: nameOf(item.number) })} onClose={onClose}>
            <div class="consequence" aria-live="polite">
                {told instanceof Refusal ? (
                    <p class="problem">{sentenceOf(told)}</p>
                ) : (
                    told && <Follows consequence={told} />
                )}
            </div>
        </Dialog>
    );
}
