// What a body recommends: on all that are chosen, or in a wording of its own on one.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, Verdict } from "../../api/nouns.ts";
import { fetchAmendments, recommend, type RecommendationForm } from "../../api/routes.ts";
import type { Refusal } from "../../api/request.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { UnitPicker } from "../../ui/unit_picker.tsx";
import { bodies } from "./bodies.ts";
import { useBodyWords, Words, wordingOf } from "./body_words.tsx";
import { chain } from "./list_state.ts";
import { PublishKept } from "./publish_kept.tsx";
import { replacedBy, Replacing, seenOf } from "./replacing.tsx";
import { WordingShown } from "./wording_shown.tsx";

const verdicts: Verdict[] = ["adopt", "reject", "adopt_changed", "refer", "covered", "none"];

/** The one that one begins with: of the bodies whose turn it is in the process, if one speaks for any. */
function firstBody(): number {
    const inChain = bodies().find((one) => chain.value.some(({ id }) => id === one.unit.id));
    return (inChain ?? bodies()[0])?.unit.id ?? 0;
}

/** The amendment that has a number; 0, which the server refuses, where none has. */
async function idOf(document: number, number: number): Promise<number> {
    const { items } = await fetchAmendments(document, {
        sort: "number",
        after: String(Math.max(0, number - 1)),
        limit: 1,
    });
    return items[0]?.number === number ? items[0].id : 0;
}

const count = (text: string) => (text.trim() === "" ? undefined : Number(text));

interface Props {
    document: number;
    chosen: readonly Amendment[];
    onDone: () => void;
    /** It was refused for what is not as it was shown; these may not be chosen now. */
    onRefused: (gone: readonly number[]) => void;
}

/** Those for which nothing may be said of any: they are named by the refusal of the act on all. */
const goneOf = ({ code, facts }: Refusal): number[] =>
    code.startsWith("amendment.") && facts.amendments !== undefined ? facts.amendments.split(",").map(Number) : [];

export function Recommend({ document, chosen, onDone, onRefused }: Props) {
    const [unit, setUnit] = useState(firstBody);
    const [verdict, setVerdict] = useState<Verdict>("adopt");
    const [reason, setReason, dropReason] = useDraft(`recommend:${document}:reason`);
    const [votes, setVotes] = useState({ for: "", against: "", abstain: "" });
    const [refer, setRefer] = useState<number[]>([]);
    const [cover, setCover] = useState("");
    const { busy, refusal, send } = useSubmission();
    const [stamp, setStamp] = useState(0);
    const [asking, setAsking] = useState(false);
    const body = bodies().find((one) => one.unit.id === unit);
    const one = chosen.length === 1 ? chosen[0]! : null;
    const worded = useBodyWords(document, verdict === "adopt_changed" ? one : null);
    const replaced = replacedBy(chosen, unit, verdict);
    const form = (publish: boolean): RecommendationForm => {
        const counted = Object.entries(votes).flatMap(([name, text]) => {
            const n = count(text);
            return n === undefined ? [] : [[name, n] as const];
        });
        return {
            unit,
            amendments: chosen.map((amendment) => amendment.id),
            wordings: chosen.map((amendment) => amendment.wording),
            verdict,
            reason,
            publish,
            ...(publish && { replaces: seenOf(replaced) }),
            ...(counted.length > 0 && { votes: Object.fromEntries(counted) }),
            ...(verdict === "refer" && refer.length > 0 && { refer_to: refer.at(-1)! }),
            ...(verdict === "adopt_changed" && wordingOf(worded.words)),
        };
    };
    const run = (publish: boolean) =>
        void send(
            async (key) => {
                const covering = verdict === "covered" ? { covered_by: await idOf(document, Number(cover)) } : {};
                return recommend(document, { ...form(publish), ...covering }, key);
            },
            () => {
                dropReason();
                worded.drop();
                setVotes({ for: "", against: "", abstain: "" });
                setStamp(stamp + 1);
                announce(t(publish ? "recommendation.published" : "recommendation.kept"));
                setAsking(false);
                onDone();
            },
            { ...form(publish), cover },
        );
    // What stands there now is shown before it is tried again.
    useEffect(() => {
        if (refusal === null) return;
        const gone = goneOf(refusal);
        if (gone.length > 0) setAsking(false);
        if (gone.length > 0 || refusal.code === "recommendation.replaces") onRefused(gone);
    }, [refusal]);
    const ready = chosen.length > 0 && (verdict !== "adopt_changed" || (one !== null && worded.words.length > 0));
    return (
        <>
            {body !== undefined && <PublishKept document={document} unit={body.unit} stamp={stamp} onDone={onDone} />}
            <details class="office" id="recommend" open={chosen.length > 0}>
                <summary>{t("recommendation.title")}</summary>
                <p class="hint">{t("recommendation.hint", { n: chosen.length })}</p>
                <Problem refusal={refusal} fields={["reason"]} />
                {refusal !== null && goneOf(refusal).length > 0 && (
                    <p class="hint">{t("recommendation.takenOut", { n: goneOf(refusal).length })}</p>
                )}
                <div class="filters">
                    <label>
                        <span>{t("recommendation.unit")}</span>
                        <select
                            disabled={busy}
                            value={String(unit)}
                            onChange={(event) => setUnit(Number(event.currentTarget.value))}
                        >
                            {bodies().map((body) => (
                                <option key={body.id} value={String(body.unit.id)}>
                                    {body.unit.name}
                                </option>
                            ))}
                        </select>
                    </label>
                    <label>
                        <span>{t("recommendation.verdict")}</span>
                        <select
                            disabled={busy}
                            value={verdict}
                            onChange={(event) => setVerdict(event.currentTarget.value as Verdict)}
                        >
                            {verdicts.map((word) => (
                                <option
                                    key={word}
                                    value={word}
                                    disabled={word === "adopt_changed" && one?.kind !== "text"}
                                >
                                    {t(`verdict.${word}`)}
                                </option>
                            ))}
                        </select>
                    </label>
                    {(["for", "against", "abstain"] as const).map((name) => (
                        <label key={name}>
                            <span>{t(`recommendation.votes.${name}`)}</span>
                            <input
                                class="count"
                                inputMode="numeric"
                                pattern="[0-9]*"
                                maxLength={6}
                                readOnly={busy}
                                value={votes[name]}
                                onInput={(event) =>
                                    setVotes({ ...votes, [name]: event.currentTarget.value.replace(/\D/g, "") })
                                }
                            />
                        </label>
                    ))}
                    {verdict === "covered" && (
                        <label>
                            <span>{t("recommendation.coveredBy")}</span>
                            <input
                                class="count"
                                inputMode="numeric"
                                maxLength={6}
                                readOnly={busy}
                                value={cover}
                                onInput={(event) => setCover(event.currentTarget.value.replace(/\D/g, ""))}
                            />
                        </label>
                    )}
                </div>
                {verdict === "refer" && (
                    <UnitPicker
                        label={t("recommendation.referTo")}
                        refusal={refusal}
                        chosen={refer}
                        onChange={(units) => !busy && setRefer(units.slice(-1))}
                    />
                )}
                {verdict === "adopt_changed" && one !== null && <Words {...worded} busy={busy} />}
                {verdict === "adopt_changed" && one !== null && worded.words.length > 0 && (
                    <WordingShown
                        document={document}
                        version={one.worded?.version ?? one.difference_version}
                        wording={wordingOf(worded.words)}
                    />
                )}
                <Field label={t("amendment.reason")} name="reason" refusal={refusal}>
                    {(attributes) => (
                        <textarea
                            {...attributes}
                            rows={2}
                            readOnly={busy}
                            value={reason}
                            onInput={(event) => setReason(event.currentTarget.value)}
                        />
                    )}
                </Field>
                <div class="actions">
                    <button
                        type="button"
                        class="button"
                        disabled={busy || !ready}
                        onClick={() => (replaced.length > 0 ? setAsking(true) : run(true))}
                    >
                        {t("recommendation.publish")}
                    </button>
                    <button type="button" class="button quiet" disabled={busy || !ready} onClick={() => run(false)}>
                        {t("recommendation.keep")}
                    </button>
                </div>
            </details>
            {asking && body !== undefined && (
                <Dialog title={t("replaces.title")} onClose={() => setAsking(false)}>
                    <Problem refusal={refusal} />
                    <Replacing unit={body.unit} replaced={replaced} all={chosen.length} />
                    <div class="actions">
                        <button type="button" class="button" disabled={busy || !ready} onClick={() => run(true)}>
                            {t("replaces.publish", { n: replaced.length })}
                        </button>
                        <button type="button" class="button quiet" onClick={() => setAsking(false)}>
                            {t("cancel")}
                        </button>
                    </div>
                </Dialog>
            )}
        </>
    );
}
