// How a meeting or a body voted, in words. Of what nobody counted nothing is said.
import type { Recommendation } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";

type Votes = Recommendation["votes"];

/** "31 for, 12 mot"; nothing where none were counted. */
export function countsOf(votes: Votes): string {
    return (["for", "against", "abstain"] as const)
        .flatMap((one) => {
            const n = votes[one];
            return n === undefined ? [] : [t(`votingList.counted.${one}`, { n })];
        })
        .join(", ");
}

/** "(7–2 stemmer)", or in words where for or against was not counted; nothing where none were. */
export function votesOf(votes: Votes): string {
    const { for: yes, against: no, abstain } = votes;
    if (yes === undefined || no === undefined) return countsOf(votes) && `(${countsOf(votes)})`;
    const parts = abstain === undefined ? [yes, no] : [yes, no, abstain];
    return t("recommendation.votes", { votes: parts.join("–") });
}
