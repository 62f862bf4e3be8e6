// What bodies recommend on an amendment, with the minorities beside them, and what a body keeps back for now.
import type { ComponentChildren } from "preact";
import type { Recommendation } from "../../api/nouns.ts";
import { said, t } from "../../i18n/words.ts";
import { me } from "../../shell/session.ts";
import { DifferenceView } from "./difference.tsx";
import { nameOf } from "./naming.ts";
import { VerdictChip } from "./verdict.tsx";
import { votesOf } from "./votes.ts";

const isOfBody = (one: Recommendation) => me.value.standings.some((standing) => standing.unit.id === one.unit.id);

/** The words that a body spoke about, and its own beside them: nobody takes them for the words of now. */
function SpokeAbout({ recommendation: { unit, saw, difference } }: { recommendation: Recommendation }) {
    return (
        <div class="spoke-about">
            <p class="muted">{t("anew.outdatedWhy")}</p>
            {saw !== undefined && difference === undefined && (
                <details>
                    <summary>{t("anew.sawSummary")}</summary>
                    <DifferenceView rows={saw} />
                </details>
            )}
            {saw !== undefined && difference !== undefined && (
                <>
                    <p class="muted">{t("anew.saw")}</p>
                    <DifferenceView rows={saw} />
                    <p class="muted">{t("anew.bodyWords", { unit: unit.name })}</p>
                    <DifferenceView rows={difference} />
                </>
            )}
        </div>
    );
}

/** What a body says: its verdict with the votes and when, whom or what that names, its wording and its reason. */
function Said({ one }: { one: Recommendation }) {
    return (
        <>
            <VerdictChip {...one} /> <strong>{one.unit.name}</strong> <span class="muted">{votesOf(one.votes)}</span>
            {one.published === null ? (
                <>
                    {" "}
                    <span class="chip not-published">{t("kept.notPublished")}</span>
                </>
            ) : (
                <span class="muted"> {said(one.published)}</span>
            )}
            {one.covered_by !== null && <> {t("recommendation.coveredIn", { name: nameOf(one.covered_by) })}</>}
            {one.refer_to !== null && <> {t("recommendation.referredTo", { name: one.refer_to.name })}</>}
            {one.outdated && <SpokeAbout recommendation={one} />}
            {one.difference !== undefined && !one.outdated && <DifferenceView rows={one.difference} />}
            {one.reason !== "" && <p>{one.reason}</p>}
        </>
    );
}

/** What the body said before it said something else: folded, and never gone. */
function SaidBefore({ before }: { before: readonly Recommendation[] }) {
    if (before.length === 0) return null;
    return (
        <details class="said-before">
            <summary>
                {t("recommendation.before", { n: before.length, verdict: t(`verdict.${before[0]!.verdict}`) })}
            </summary>
            <ul class="recommendations">
                {before.map((one) => (
                    <li key={one.id}>
                        <Said one={one} />
                    </li>
                ))}
            </ul>
        </details>
    );
}

/** `onDissent`: where members of the body may say that they think otherwise. */
export function Recommendations({
    list,
    kept = [],
    onPublish,
    onDissent,
}: {
    list: readonly Recommendation[];
    /** Of bodies that the reader speaks for, and seen by nobody else. */
    kept?: readonly Recommendation[];
    /** The act that publishes one that is kept. */
    onPublish?: (kept: Recommendation) => ComponentChildren;
    onDissent?: (recommendation: Recommendation) => void;
}) {
    // One that was published just now is not kept any more.
    const still = kept.filter((one) => list.every(({ id }) => id !== one.id));
    if (list.length + still.length === 0) return null;
    return (
        <ul class="recommendations">
            {[...list, ...still].map((one) => (
                <li key={one.id} class={one.published === null ? "kept" : ""}>
                    <Said one={one} />
                    {one.dissents.map((dissent) => (
                        <p class="dissent" key={dissent.at}>
                            <strong>{t("recommendation.dissent", { names: dissent.names })}</strong> {dissent.text}
                            {dissent.from !== one.verdict && (
                                <span class="muted">
                                    {" "}
                                    {t("dissent.from", { verdict: t(`verdict.${dissent.from}`) })}
                                </span>
                            )}
                        </p>
                    ))}
                    <SaidBefore before={one.before} />
                    {onPublish !== undefined && one.published === null && <p>{onPublish(one)}</p>}
                    {onDissent !== undefined && one.published !== null && isOfBody(one) && (
                        <p>
                            <button type="button" class="act" onClick={() => onDissent(one)}>
                                {t("dissent.begin")}
                            </button>
                        </p>
                    )}
                </li>
            ))}
        </ul>
    );
}
