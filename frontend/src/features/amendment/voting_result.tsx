// The dialogs in which the chair enters a result, with what follows from it, and takes one back.
import { useEffect, useState } from "preact/hooks";
import type { Ballot } from "../../api/nouns.ts";
import { fetchProcess } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import type { EnteredResult, VotingItem } from "../../api/voting_nouns.ts";
import type { VotingResult } from "../../api/amendment_nouns.ts";
import { enterResult, type ResultForm } from "../../api/voting_routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { AskOnce } from "../../ui/ask_once.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { Follows, useConsequence } from "./voting_consequence.tsx";
import { backIn, behind, focusNext } from "./voting_going.ts";
import { doc, left, list, nameOf, namesOf, results, takeResults } from "./voting_store.ts";
import { tell } from "./voting_told.tsx";

const counts = ["for", "against", "abstain"] as const;
type Counts = Record<(typeof counts)[number], string>;

function closedBallots(ballots: Ballot[]): Ballot[] {
    return ballots.filter((one) => one.state === "closed" && one.kind === "approval");
}

function Votes({
    typed,
    onType,
    ballot,
    onBallot,
    busy,
}: {
    busy: boolean;
    typed: Counts;
    onType: (typed: Counts) => void;
    ballot: number | null;
    onBallot: (ballot: number | null) => void;
}) {
    const [ballots, setBallots] = useState<Ballot[]>([]);
    useEffect(() => {
        void fetchProcess(doc.value.process.id).then((process) => setBallots(closedBallots(process.ballots)));
    }, []);
    return (
        <fieldset class="field" disabled={busy}>
            <legend>{t("votingList.votes")}</legend>
            <p class="hint">{t("votingList.votesHint")}</p>
            <div class="vote-counts">
                {counts.map((one) => (
                    <label key={one}>
                        <span>{t(`votingList.${one}`)}</span>
                        <input
                            type="number"
                            inputMode="numeric"
                            min={0}
                            max={1000000}
                            value={typed[one]}
                            disabled={ballot !== null}
                            onInput={(event) => onType({ ...typed, [one]: event.currentTarget.value })}
                        />
                    </label>
                ))}
            </div>
            {ballots.length > 0 && (
                <Field label={t("votingList.ballot")} name="ballot">
                    {(attributes) => (
                        <select
                            {...attributes}
                            value={String(ballot ?? "")}
                            onChange={(event) => onBallot(Number(event.currentTarget.value) || null)}
                        >
                            <option value="">{t("votingList.noBallot")}</option>
                            {ballots.map((one) => (
                                <option key={one.id} value={String(one.id)}>
                                    {one.question}
                                </option>
                            ))}
                        </select>
                    )}
                </Field>
            )}
        </fieldset>
    );
}

function formOf(item: VotingItem, result: VotingResult, typed: Counts, ballot: number | null, falls: number[]) {
    const votes = Object.fromEntries(counts.filter((one) => typed[one] !== "").map((one) => [one, Number(typed[one])]));
    const form: ResultForm = {
        version: list.value.version,
        amendment: item.amendment,
        expected: "open",
        result,
        falls,
    };
    if (ballot !== null) form.ballot = ballot;
    else if (Object.keys(votes).length > 0) form.votes = votes;
    return form;
}

export function EnterResult({ item, onClose }: { item: VotingItem; onClose: () => void }) {
    const [result, setResult] = useState<VotingResult | null>(null);
    const [typed, setTyped] = useState<Counts>({ for: "", against: "", abstain: "" });
    const [ballot, setBallot] = useState<number | null>(null);
    const [spared, setSpared] = useState<ReadonlySet<number>>(new Set());
    const { busy, refusal, send } = useSubmission();
    const told = useConsequence(item.amendment, result);
    const name = nameOf(item.number);
    const hasText = item.kind === "principle" || item.carried === "clean";
    const choices: VotingResult[] = [
        ...(hasText ? (["adopted"] as const) : []),
        ...(item.recommendations.some((one) => one.has_wording) ? (["adopted_changed"] as const) : []),
        "rejected",
        "withdrawn",
    ];
    const consequence = told instanceof Refusal ? null : told;
    const all = consequence?.falls.map((one) => one.id) ?? [];
    const falls = new Set(all.filter((id) => !spared.has(id)));
    const submit = (event: Event) => {
        event.preventDefault();
        if (result === null || consequence === null) return;
        const form = formOf(item, result, typed, ballot, [...falls]);
        const order = left.value;
        void send(
            (key) => enterResult(doc.value.id, form, key),
            ({ results: entered }) => {
                takeResults(entered);
                tell(entered);
                focusNext(behind(order, item));
                onClose();
            },
            form,
        );
    };
    return (
        <Dialog title={t("votingList.enterFor", { name })} onClose={onClose}>
            <form class="form" onSubmit={submit}>
                <fieldset class="stances" disabled={busy}>
                    <legend>{t("votingList.result")}</legend>
                    {choices.map((one) => (
                        <label class="stance" key={one}>
                            <input
                                type="radio"
                                name="result"
                                checked={result === one}
                                onChange={() => setResult(one)}
                            />
                            <span>{t(`votingList.result.${one}`)}</span>
                        </label>
                    ))}
                </fieldset>
                <Votes typed={typed} onType={setTyped} ballot={ballot} onBallot={setBallot} busy={busy} />
                <section class="consequence" aria-live="polite">
                    <h3>{t("votingList.consequence")}</h3>
                    {result === null && <p class="muted">{t("votingList.consequenceFirst")}</p>}
                    {told instanceof Refusal && <p class="problem">{sentenceOf(told)}</p>}
                    {consequence !== null && (
                        <Follows
                            consequence={consequence}
                            falls={falls}
                            busy={busy}
                            onFalls={(now) => setSpared(new Set(all.filter((id) => !now.has(id))))}
                        />
                    )}
                </section>
                <Problem refusal={refusal} />
                <div class="actions">
                    <button type="submit" class="button" disabled={busy || consequence === null}>
                        {t("votingList.confirm")}
                    </button>
                    <button type="button" class="button quiet" onClick={onClose}>
                        {t("cancel")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

export function TakeBack({ result, onClose }: { result: EnteredResult; onClose: () => void }) {
    const submission = useSubmission();
    const name = nameOf(result.number);
    const following = [...results.value.values()].filter((one) => one.because_of?.id === result.amendment);
    const form: ResultForm = {
        version: list.value.version,
        amendment: result.amendment,
        expected: result.result,
        result: "open",
    };
    const submit = () =>
        void submission.send(
            (key) => enterResult(doc.value.id, form, key),
            ({ results: entered }) => {
                takeResults(entered);
                tell(entered);
                focusNext(backIn(result.amendment));
                onClose();
            },
            [form, result.id],
        );
    return (
        <AskOnce
            title={t("votingList.takeBackFor", { name })}
            text={t("votingList.takeBackText", { names: namesOf([result, ...following]) })}
            word={t("votingList.takeBack")}
            submission={submission}
            onYes={submit}
            onClose={onClose}
        />
    );
}
