// The words in which a body would adopt an amendment: it begins with all that the amendment changes, as that makes it.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, BlockSource } from "../../api/nouns.ts";
import { fetchAmendment, fetchBlocks, type RecommendationForm } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { dropDraft, keepDraft, readDraft } from "../../ui/drafts.ts";
import { Field } from "../../ui/field.tsx";
import { linesOf } from "./naming.ts";

/** A block of the amendment's own version; "" is the whole text. */
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

/** A body's words for one amendment, kept for that one; none where `amendment` is null. */
export function useBodyWords(document: number, amendment: Amendment | null) {
    const place = `recommend:${document}:${amendment?.id ?? 0}`;
    const [words, setWords] = useState<BodyWords[]>([]);
    const [sources, setSources] = useState<BlockSource[]>([]);
    useEffect(() => {
        setWords([]);
        setSources([]);
        if (amendment === null) return;
        let current = true;
        void fetchBlocks(document, amendment.version).then(({ items }) => current && setSources(items));
        const kept = readDraft(place);
        if (kept !== null) setWords(JSON.parse(kept) as BodyWords[]);
        else void begin(amendment).then((found) => current && setWords(found));
        return () => void (current = false);
    }, [amendment?.id]);
    return {
        words,
        sources,
        change: (next: BodyWords[]) => {
            setWords(next);
            keepDraft(place, JSON.stringify(next));
        },
        drop: () => dropDraft(place),
    };
}

type Props = ReturnType<typeof useBodyWords> & { busy: boolean };

export function Words({ words, sources, change, busy }: Props) {
    return (
        <>
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
