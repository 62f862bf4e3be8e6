// What became of an amendment: who decided it, how, in which version, and the recommendation that was followed.
import type { Amendment } from "../../api/nouns.ts";
import { day, t } from "../../i18n/words.ts";
import { DifferenceView } from "./difference.tsx";
import { linesOf, nameOf } from "./naming.ts";
import { votesOf } from "./votes.ts";

type Decided = NonNullable<Amendment["decided"]>;

/** "vedtatt", "vedtatt i endret form", "falt", "avvist" */
function wordOf(amendment: Amendment, { changed, result }: Decided): string {
    if (amendment.state === "adopted") return t(changed ? "decided.adoptedChanged" : "decided.adopted");
    return t(result === "fallen" ? "decided.fallen" : "decided.rejected");
}

/** What was followed: the last word. */
function Followed({ amendment: { recommendations } }: { amendment: Amendment }) {
    if (recommendations.length === 0) return <p>{t("decided.nobodyRecommended")}</p>;
    const last = recommendations.find((one) => one.last_word);
    if (last === undefined) return null;
    return (
        <p>
            {t("decided.recommended", { unit: last.unit.name })}{" "}
            <span class={`chip verdict-${last.verdict}`}>{t(`verdict.${last.verdict}`)}</span>
            {last.covered_by !== null && <> {t("recommendation.coveredIn", { name: nameOf(last.covered_by) })}</>}{" "}
            {votesOf(last.votes)} {last.reason !== "" && <q>{last.reason}</q>}
        </p>
    );
}

/** What stands in the version in the place of the amendment's own words, and the way there. */
function Stands({ amendment, decided }: { amendment: Amendment; decided: Decided }) {
    if (!decided.changed || decided.stands.length === 0) return null;
    return (
        <div class="stands">
            {decided.stands.map((row, i) => (
                <div key={i}>
                    <p>
                        <a href={placeOf(amendment, decided, i)}>
                            {t("decided.standsSo", { n: decided.version, lines: linesOf(row) })}
                        </a>
                    </p>
                    <DifferenceView rows={[row]} />
                </div>
            ))}
        </div>
    );
}

/** Where its words are in the version that it was decided with; the version alone where they are nowhere. */
function placeOf({ document }: Amendment, { version, stands }: Decided, at = 0): string {
    const block = stands[at]?.block ?? null;
    return `/documents/${document}/versions/${version}${block === null ? "" : `#${block}`}`;
}

export function Outcome({ amendment }: { amendment: Amendment }) {
    const { decided, document } = amendment;
    if (decided === null) return null;
    const adopted = amendment.state === "adopted";
    const votes = votesOf(decided.votes);
    const goes = amendment.sort === "deletion" && !decided.changed;
    return (
        <div class={adopted ? "outcome is-adopted" : "outcome"} role="group" aria-label={t("decided.title")}>
            <p>
                <strong>{wordOf(amendment, decided)}</strong>{" "}
                {t(decided.result === "fallen" && !adopted ? "decided.in" : "decided.by", { unit: decided.by.name })}
                {decided.at !== null && <>, {day(decided.at)}</>}
                {" · "}
                <a href={placeOf(amendment, decided)}>
                    {t(!decided.taken ? "decided.with" : goes ? "decided.doneIn" : "decided.takenIn", {
                        n: decided.version,
                    })}
                </a>
            </p>
            <Stands amendment={amendment} decided={decided} />
            {decided.result !== null && votes !== "" && (
                <p>
                    {t("decided.meeting")} {votes}
                </p>
            )}
            {decided.because_of !== null && (
                <p>
                    <a href={`/documents/${document}/amendments#amendment-${decided.because_of.id}`}>
                        {t(adopted ? "decided.along" : "decided.becauseOf", { name: nameOf(decided.because_of) })}
                    </a>
                </p>
            )}
            {decided.left_out && (
                <p>
                    {decided.lost_to === null ? (
                        t("decided.leftOut")
                    ) : (
                        <a href={`/documents/${document}/amendments#amendment-${decided.lost_to.id}`}>
                            {t("decided.lostTo", { name: nameOf(decided.lost_to) })}
                        </a>
                    )}
                </p>
            )}
            {decided.reason !== "" && (
                <p>
                    <q>{decided.reason}</q>
                </p>
            )}
            {(decided.reason === "" || amendment.recommendations.length > 0) && <Followed amendment={amendment} />}
        </div>
    );
}
