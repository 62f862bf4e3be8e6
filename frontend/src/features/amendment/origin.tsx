// "Why is this here?": the versions that changed a block's words, newest first, and what brought each change.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OriginStep } from "../../api/nouns.ts";
import { Refusal } from "../../api/request.ts";
import { fetchOrigin } from "../../api/routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { day, t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { DifferenceView } from "./difference.tsx";
import { nameOf } from "./naming.ts";
import { Recommendations } from "./recommendations.tsx";

interface Sentence {
    from: number;
    to: number;
    text: string;
}

/** The sentences of what one reads in a block. */
function sentencesOf(text: string): Sentence[] {
    const cut = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" }).segment(text);
    return [...cut]
        .map(({ index, segment }) => ({ from: index, to: index + segment.trimEnd().length, text: segment.trim() }))
        .filter((one) => one.text !== "");
}

/** Whether nobody's own words were taken: what stands there was written in the place of what the amendments proposed. */
const isWritten = ({ amendments }: OriginStep) =>
    amendments.length > 0 && amendments.every(({ decided }) => decided?.changed === true);

export interface Words {
    from: number;
    to: number;
}

/** Asks about a block, or about some words in it. `text` is what one reads in the block. */
export function Origin({
    id,
    version,
    block,
    text,
    words,
    children,
    onClose,
}: {
    id: number;
    version: number;
    block: string;
    text: string;
    words?: Words;
    /** What else is known of it, above the versions. */
    children?: ComponentChildren;
    onClose: () => void;
}) {
    const [chain, setChain] = useState<OriginStep[] | null>(null);
    const sentences = sentencesOf(text);
    const [chosen, setChosen] = useState<Words | null>(words ?? null);
    const isChosen = (one: Sentence) => chosen !== null && one.from < chosen.to && one.to > chosen.from;
    useEffect(() => {
        let current = true;
        void fetchOrigin(id, version, block, chosen ?? undefined).then(
            (found) => current && setChain(found.chain),
            (error: unknown) => {
                if (!(error instanceof Refusal)) throw error;
                announce(sentenceOf(error));
                onClose();
            },
        );
        return () => void (current = false);
    }, [block, version, chosen?.from, chosen?.to]);
    return (
        <Dialog kind="sheet" title={t("origin.title")} onClose={onClose}>
            {sentences.length > 1 ? (
                <div class="origin-sentences" role="group" aria-label={t("origin.sentences")}>
                    {sentences.map((one) => (
                        <button
                            type="button"
                            key={one.from}
                            aria-pressed={isChosen(one)}
                            onClick={() => setChosen(isChosen(one) ? null : { from: one.from, to: one.to })}
                        >
                            {one.text}
                        </button>
                    ))}
                </div>
            ) : (
                <p class="block-words">{text}</p>
            )}
            {children}
            <ol class="versions">
                {chain?.map((step) => (
                    <li key={step.version}>
                        <a href={`/documents/${id}/versions/${step.version}#${block}`}>
                            {t("version.number", { n: step.version })}
                        </a>
                        <span class="muted">
                            {step.author?.name}
                            {step.at !== null && <> · {day(step.at)}</>}
                        </span>
                        {step.note !== "" && <p>{step.note}</p>}
                        {isWritten(step) && (
                            <>
                                <p class="muted">{t("origin.written", { n: step.amendments.length })}</p>
                                <DifferenceView
                                    rows={step.amendments[0]!.decided!.stands.filter((row) => row.block === block)}
                                />
                            </>
                        )}
                        {step.amendments.map((amendment) => (
                            <div class="amendment" key={amendment.id}>
                                <strong>{nameOf(amendment)}</strong>{" "}
                                <span class="muted">{amendment.sponsor_unit?.name ?? amendment.sponsor.name}</span>
                                <DifferenceView rows={amendment.difference} />
                                {amendment.reason !== "" && <p>{amendment.reason}</p>}
                                {amendment.answers.map((comment) => (
                                    <p class="muted answers" key={comment.id}>
                                        <a href={`/comments/${comment.id}`}>
                                            {t("amendment.answers", { name: comment.author.name })}
                                        </a>{" "}
                                        <q>{comment.text.slice(0, 160)}</q>
                                    </p>
                                ))}
                                <Recommendations list={amendment.recommendations} />
                            </div>
                        ))}
                        {step.amendments.length === 0 && step.version > 1 && (
                            <p class="muted">{t("origin.byEditors")}</p>
                        )}
                    </li>
                ))}
            </ol>
        </Dialog>
    );
}
