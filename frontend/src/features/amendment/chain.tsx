// The bodies that recommend on amendments, in their order: what each has said of one and when, and whose turn it is.
import type { Amendment, UnitName } from "../../api/nouns.ts";
import { said, t } from "../../i18n/words.ts";
import { isVotedOn } from "./carried.tsx";
import { gathersSupport } from "./naming.ts";
import { votesOf } from "./votes.ts";

/** Whose turn it is: the first behind the last that has spoken; -1 where nobody is waited for. */
export function turnOf(chain: readonly UnitName[], amendment: Amendment): number {
    if (amendment.state !== "submitted" || isVotedOn(amendment) || gathersSupport(amendment)) return -1;
    const last = chain.findLastIndex((unit) => amendment.recommendations.some((one) => one.unit.id === unit.id));
    return last + 1 < chain.length ? last + 1 : -1;
}

export function ChainStrip({ chain, amendment }: { chain: readonly UnitName[]; amendment: Amendment }) {
    // Of one that is decided, or not before the committee, nobody waits for a word: what was said of it stays.
    const stands = amendment.state === "submitted" && !isVotedOn(amendment);
    const wasHeard = (unit: UnitName) => amendment.recommendations.some((one) => one.unit.id === unit.id);
    const steps = stands ? chain : chain.filter(wasHeard);
    if (steps.length === 0) return null;
    const turn = turnOf(chain, amendment);
    const last = chain.findLastIndex((unit) => amendment.recommendations.some((one) => one.unit.id === unit.id));
    return (
        <ol class="chain" aria-label={t("chain.title")}>
            {steps.map((unit, i) => {
                const word = amendment.recommendations.findLast((one) => one.unit.id === unit.id);
                const step = word !== undefined ? `said verdict-${word.verdict}` : i === turn ? "next" : "waits";
                return (
                    <li key={unit.id} class={`chain-step ${step}`}>
                        <span class="chain-body">{unit.name}</span>
                        {word === undefined ? (
                            <span class="chain-said muted">
                                {t(i === turn ? "chain.next" : i < last ? "chain.passed" : "chain.waits")}
                            </span>
                        ) : (
                            <span class="chain-said">
                                <span class={`chip verdict-${word.verdict}`}>{t(`verdict.${word.verdict}`)}</span>{" "}
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
