// The bodies that recommend on amendments, in their order: what each has said of one and when, and whose turn it is.
import type { Amendment, UnitName } from "../../api/nouns.ts";
import { said, t } from "../../i18n/words.ts";
import { isVotedOn } from "./carried.tsx";
import { gathersSupport } from "./naming.ts";
import { VerdictChip } from "./verdict.tsx";
import { votesOf } from "./votes.ts";

/** The last that has spoken about its words: what was said of earlier ones is no step. */
const lastHeard = (chain: readonly UnitName[], { recommendations }: Amendment) =>
    chain.findLastIndex((unit) => recommendations.some((one) => one.unit.id === unit.id && !one.outdated));

/** Whose turn it is: the first behind the last that has spoken; -1 where nobody is waited for. */
export function turnOf(chain: readonly UnitName[], amendment: Amendment): number {
    if (amendment.state !== "submitted" || isVotedOn(amendment) || gathersSupport(amendment)) return -1;
    const last = lastHeard(chain, amendment);
    return last + 1 < chain.length ? last + 1 : -1;
}

export function ChainStrip({ chain, amendment }: { chain: readonly UnitName[]; amendment: Amendment }) {
    // Of one that is decided, or not before the committee, nobody waits for a word: what was said of it stays.
    const stands = amendment.state === "submitted" && !isVotedOn(amendment);
    const wasHeard = (unit: UnitName) => amendment.recommendations.some((one) => one.unit.id === unit.id);
    const steps = stands ? chain : chain.filter(wasHeard);
    if (steps.length === 0) return null;
    const turn = turnOf(chain, amendment);
    const last = lastHeard(chain, amendment);
    return (
        <ol class="chain" aria-label={t("chain.title")}>
            {steps.map((unit, i) => {
                const word = amendment.recommendations.findLast((one) => one.unit.id === unit.id);
                const waits = i === turn ? "next" : "waits";
                const step = word !== undefined && !word.outdated ? `said verdict-${word.verdict}` : waits;
                return (
                    <li key={unit.id} class={`chain-step ${step}`}>
                        <span class="chain-body">{unit.name}</span>
                        {word === undefined ? (
                            <span class="chain-said muted">
                                {t(i === turn ? "chain.next" : i < last ? "chain.passed" : "chain.waits")}
                            </span>
                        ) : (
                            <span class="chain-said">
                                <VerdictChip {...word} />{" "}
                                <span class="muted">
                                    {word.published !== null && said(word.published)} {votesOf(word.votes)}
                                    {word.dissents.length > 0 && (
                                        <> · {t("chain.dissents", { n: word.dissents.length })}</>
                                    )}
                                </span>
                            </span>
                        )}
                    </li>
                );
            })}
        </ol>
    );
}
