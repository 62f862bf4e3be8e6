// The words in which a body would adopt an amendment: it begins with all that the amendment changes, as that makes it.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, BlockSource } from "../../api/nouns.ts";
import { fetchAmendment, fetchBlocks, type RecommendationForm } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { dropDraft, keepDraft, readDraft } from "../../ui/drafts.ts";
import { Field } from "../../ui/field.tsx";
import { linesOf } from "./naming.ts";

/** A block of the version that the amendment was worded on last; "" is the whole text. */
export interface BodyWords {
    block: string;
    /** Stands behind the block. */
    after: boolean;
    text: string;
}

async function begin(amendment: Amendment): Promise<BodyWords[]> {
    const { wording = null } = await fetchAmendment(amendment.id);
    if (wording === null) return [];
    if ("markdown" in wording) return [{ block: "", after: false, text: wording.markdown }];
    return wording.changes.flatMap((one): BodyWords[] =>
        "move" in one
            ? []
            : "after" in one
              ? [{ block: one.after, after: true, text: one.markdown }]
              : [{ block: one.block ?? "", after: false, text: one.markdown }],
    );
}

/** What is sent of them. */
export function wordingOf(words: readonly BodyWords[]): Pick<RecommendationForm, "changes" | "markdown"> {
    const whole = words.find((one) => one.block === "");
    if (whole !== undefined) return { markdown: whole.text };
    const changes = words.map(({ block, after, text }) =>
        after ? { after: block, markdown: text } : { block, markdown: text },
    );
    return { changes };
}

/** Where a body's words for a wording of an amendment are kept. */
const placeOf = (document: number, id: number, wording: number) =>
    `recommend:${document}:${id}` + (wording > 1 ? `:${wording}` : "");

/** What was typed for a wording before the last one, and where that is kept. */
function typedBefore(document: number, { id, wording }: Amendment): { place: string; words: BodyWords[] } | null {
    for (let one = wording - 1; one > 0; one -= 1) {
        const place = placeOf(document, id, one);
        const kept = readDraft(place);
        if (kept !== null) return { place, words: JSON.parse(kept) as BodyWords[] };
    }
    return null;
}

/** A body's words for the last wording of one amendment, kept for that; none where `amendment` is null. */
export function useBodyWords(document: number, amendment: Amendment | null) {
    const place = placeOf(document, amendment?.id ?? 0, amendment?.wording ?? 1);
    const [earlier, setEarlier] = useState<ReturnType<typeof typedBefore>>(null);
    const [words, setWords] = useState<BodyWords[]>([]);
    const [sources, setSources] = useState<BlockSource[]>([]);
    useEffect(() => {
        setWords([]);
        setSources([]);
        setEarlier(amendment === null ? null : typedBefore(document, amendment));
        if (amendment === null) return;
        let current = true;
        void fetchBlocks(document, amendment.worded?.version ?? amendment.version).then(
            ({ items }) => current && setSources(items),
        );
        const kept = readDraft(place);
        if (kept !== null) setWords(JSON.parse(kept) as BodyWords[]);
        else void begin(amendment).then((found) => current && setWords(found));
        return () => void (current = false);
    }, [amendment?.id, amendment?.wording]);
    return {
        words,
        earlier,
        forgetEarlier: () => {
            if (earlier !== null) dropDraft(earlier.place);
            setEarlier(null);
        },
        sources,
        change: (next: BodyWords[]) => {
            setWords(next);
            keepDraft(place, JSON.stringify(next));
        },
        drop: () => dropDraft(place),
    };
}

type Props = ReturnType<typeof useBodyWords> & { busy: boolean };

export function Words({ words, earlier, forgetEarlier, sources, change, busy }: Props) {
    return (
        <>
            {earlier !== null && (
                <div class="kept-words">
                    <p>{t("anew.typedForEarlier")}</p>
                    {earlier.words.map((one, i) => (
                        <blockquote key={i} tabIndex={0}>
                            {one.text}
                        </blockquote>
                    ))}
                    <button type="button" class="act" onClick={forgetEarlier}>
                        {t("kept.forget")}
                    </button>
                </div>
            )}
            {words.map((one, i) => {
                const source = sources.find(({ block }) => block === one.block);
                const goes = !one.after && one.text.trim() === "" && source !== undefined;
                const lines = source === undefined ? "" : `, ${linesOf(source)}`;
                return (
                    <Field
                        key={`${one.block}:${one.after}`}
                        label={t(one.after ? "recommendation.wordingBehind" : "recommendation.wording") + lines}
                        {...(goes && { hint: t("recommendation.goes", { words: source.markdown }) })}
                        name="changes"
                    >
                        {(attributes) => (
                            <textarea
                                {...attributes}
                                rows={one.block === "" ? 16 : 3}
                                readOnly={busy}
                                value={one.text}
                                onInput={(event) => change(words.with(i, { ...one, text: event.currentTarget.value }))}
                            />
                        )}
                    </Field>
                );
            })}
        </>
    );
}
