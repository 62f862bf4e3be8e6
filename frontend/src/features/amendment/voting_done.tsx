// What is decided, and all that was ever entered.
import { useState } from "preact/hooks";
import type { EnteredResult } from "../../api/voting_nouns.ts";
import { concludeVotes } from "../../api/voting_routes.ts";
import { moment, t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { AskOnce } from "../../ui/ask_once.tsx";
import { onPaper } from "../../ui/paper_folds.ts";
import { useSubmission } from "../../ui/submission.ts";
import { ToAmendment } from "./voting_item.tsx";
import { TakeBack } from "./voting_result.tsx";
import { decided, doc, list, load, nameOf } from "./voting_store.ts";
import { countsOf } from "./votes.ts";

function Line({ result }: { result: EnteredResult }) {
    const reason =
        result.because_of === null || result.result === "withdrawn" || result.result === "adopted_changed"
            ? ""
            : t(`votingList.because.${result.result}`, { name: nameOf(result.because_of.number) });
    return (
        <>
            <ToAmendment one={result} />{" "}
            <span class={`chip result-${result.result}`}>{t(`votingList.result.${result.result}`)}</span> {reason}{" "}
            <span class="muted">
                {[countsOf(result.votes), moment(result.at), result.by.name].filter(Boolean).join(" · ")}
            </span>
        </>
    );
}

/** What fell, was withdrawn or is a principle needs no version: its sponsors are told for good. */
function Conclude({ count, onClose }: { count: number; onClose: () => void }) {
    const submission = useSubmission();
    const submit = () =>
        void submission.send(
            () => concludeVotes(doc.value.id, list.value.version),
            ({ concluded }) => {
                announce(t("votingList.concluded", { n: concluded }));
                onClose();
                void load();
            },
        );
    return (
        <AskOnce
            title={t("votingList.conclude")}
            text={t("votingList.concludeText", { n: count })}
            word={t("votingList.conclude")}
            submission={submission}
            onYes={submit}
            onClose={onClose}
        />
    );
}

export function Decided() {
    const [taking, setTaking] = useState<EnteredResult | null>(null);
    const [concluding, setConcluding] = useState(false);
    const all = decided.value;
    const final = all.filter(({ item, result }) => item.kind === "principle" || !result.result.startsWith("adopted"));
    return (
        <>
            {all.length > 0 && (
                <details class="vote-done" {...onPaper}>
                    <summary>
                        <h2>
                            {t("votingList.done")} <span class="vote-count">({all.length})</span>
                        </h2>
                    </summary>
                    <ul class="vote-log">
                        {all.map(({ item, result }) => (
                            <li key={item.amendment} id={`decided-${item.amendment}`} tabIndex={-1}>
                                <Line result={result} />
                                {doc.value.may.edit && (
                                    <button
                                        type="button"
                                        class="act on-screen"
                                        aria-label={t("votingList.takeBackFor", { name: nameOf(item.number) })}
                                        onClick={() => setTaking(result)}
                                    >
                                        {t("votingList.takeBack")}
                                    </button>
                                )}
                            </li>
                        ))}
                    </ul>
                    {doc.value.may.edit && final.length > 0 && (
                        <button type="button" class="button quiet on-screen" onClick={() => setConcluding(true)}>
                            {t("votingList.conclude")}
                        </button>
                    )}
                </details>
            )}
            {concluding && <Conclude count={final.length} onClose={() => setConcluding(false)} />}
            {taking !== null && <TakeBack result={taking} onClose={() => setTaking(null)} />}
        </>
    );
}

export function Log({ log }: { log: EnteredResult[] }) {
    return (
        <ul class="vote-log">
            {log.map((result) => (
                <li key={result.id}>
                    <Line result={result} />
                </li>
            ))}
        </ul>
    );
}
