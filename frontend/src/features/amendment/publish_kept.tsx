// What a body has kept back becomes public all at once, and says first how many and which.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, KeptRecommendation, Recommendation, UnitName, Verdict } from "../../api/nouns.ts";
import { fetchKept, publishRecommendations } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { AskOnce } from "../../ui/ask_once.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { nameOf } from "./naming.ts";
import { replacedBy, Replacing, seenOf, type Replaced } from "./replacing.tsx";

/** By what is recommended, in the order of the numbers. */
function byVerdict(kept: readonly KeptRecommendation[]): [Verdict, KeptRecommendation[]][] {
    const groups = new Map<Verdict, KeptRecommendation[]>();
    for (const one of kept.toSorted((a, b) => a.number - b.number))
        groups.set(one.verdict, [...(groups.get(one.verdict) ?? []), one]);
    return [...groups];
}

function Which({ unit, kept }: { unit: UnitName; kept: readonly KeptRecommendation[] }) {
    return (
        <>
            <p>{t("kept.which", { n: kept.length, unit: unit.name })}</p>
            <dl class="kept-list">
                {byVerdict(kept).map(([verdict, list]) => (
                    <div key={verdict}>
                        <dt>
                            <span class={`chip verdict-${verdict}`}>{t(`verdict.${verdict}`)}</span>{" "}
                            <span class="muted">{list.length}</span>
                        </dt>
                        <dd>
                            {list.map((one, i) => (
                                <span key={one.id}>
                                    {i > 0 && ", "}
                                    <span class="amendment-name">{nameOf(one)}</span>
                                    {one.outdated && <span class="muted"> ({t("anew.outdated")})</span>}
                                </span>
                            ))}
                        </dd>
                    </div>
                ))}
            </dl>
        </>
    );
}

const replacedByKept = (kept: readonly KeptRecommendation[]): Replaced[] =>
    kept.flatMap(({ number, replaces, verdict }) =>
        replaces === null ? [] : [{ number, before: replaces, now: verdict }],
    );

/** `stamp` changes where something has been kept or published: then they are counted again. */
export function PublishKept({
    document,
    unit,
    stamp,
    onDone,
}: {
    document: number;
    unit: UnitName;
    stamp: unknown;
    onDone: () => void;
}) {
    const [kept, setKept] = useState<readonly KeptRecommendation[]>([]);
    const [asking, setAsking] = useState(false);
    const submission = useSubmission();
    const look = () => fetchKept(document, unit.id).then(({ items }) => setKept(items));
    useEffect(() => {
        let current = true;
        setKept([]);
        void fetchKept(document, unit.id).then(
            ({ items }) => current && setKept(items),
            () => undefined,
        );
        return () => void (current = false);
    }, [document, unit.id, stamp]);
    if (kept.length === 0) return null;
    return (
        <div class="actions">
            <button type="button" class="button quiet" onClick={() => void look().then(() => setAsking(true))}>
                {t("kept.publishAll", { n: kept.length })}
            </button>
            {asking && (
                <Dialog title={t("kept.publishAll", { n: kept.length })} onClose={() => setAsking(false)}>
                    <Which unit={unit} kept={kept} />
                    <Replacing unit={unit} replaced={replacedByKept(kept)} all={kept.length} />
                    <Problem refusal={submission.refusal} />
                    <div class="actions">
                        <button
                            type="button"
                            class="button"
                            disabled={submission.busy}
                            onClick={() =>
                                void submission
                                    .send(
                                        () =>
                                            publishRecommendations(
                                                document,
                                                unit.id,
                                                kept.map((one) => one.id),
                                                seenOf(replacedByKept(kept)),
                                            ),
                                        ({ published }) => {
                                            setAsking(false);
                                            announce(t("recommendation.publishedN", { n: published }));
                                            onDone();
                                        },
                                    )
                                    // What is there meanwhile is shown before it is tried again.
                                    .then((sent) => (sent ? undefined : look()))
                            }
                        >
                            {t("kept.publishNow")}
                        </button>
                        <button type="button" class="button quiet" onClick={() => setAsking(false)}>
                            {t("cancel")}
                        </button>
                    </div>
                </Dialog>
            )}
        </div>
    );
}

/** One that is kept, at its amendment: published alone, once that is asked. */
export function PublishOne({
    amendment,
    kept,
    onDone,
}: {
    amendment: Amendment;
    kept: Recommendation;
    /** It is published, or something is there that was not shown. */
    onDone: () => void;
}) {
    const [asking, setAsking] = useState(false);
    const submission = useSubmission();
    const replaced = replacedBy([amendment], kept.unit.id, kept.verdict);
    return (
        <>
            <button type="button" class="act" onClick={() => setAsking(true)}>
                {t("recommendation.publish")} …
            </button>
            {asking && (
                <AskOnce
                    title={t("recommendation.publish")}
                    text={t("kept.publishOne", { unit: kept.unit.name })}
                    word={t("recommendation.publish")}
                    submission={submission}
                    onYes={() =>
                        void submission
                            .send(
                                () =>
                                    publishRecommendations(
                                        amendment.document,
                                        kept.unit.id,
                                        [kept.id],
                                        seenOf(replaced),
                                    ),
                                () => {
                                    setAsking(false);
                                    announce(t("recommendation.published"));
                                },
                            )
                            .then(onDone)
                    }
                    onClose={() => setAsking(false)}
                >
                    <Replacing unit={kept.unit} replaced={replaced} all={1} />
                </AskOnce>
            )}
        </>
    );
}
