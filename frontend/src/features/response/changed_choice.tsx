// Which blocks of the outcome version changed because of a theme, chosen from the text itself.
import { useEffect, useState } from "preact/hooks";
import type { BlockSource } from "../../api/nouns.ts";
import type { Refusal } from "../../api/request.ts";
import { fetchBlocks, fetchComparison } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { Field } from "../../ui/field.tsx";
import { all } from "./store.ts";

interface Props {
    version: number;
    blocks: string[];
    refusal: Refusal | null;
    onChange: (version: number, blocks: string[]) => void;
}

interface Choice {
    blocks: BlockSource[];
    changed: Set<string>;
}

export function ChangedChoice({ version, blocks, refusal, onChange }: Props) {
    const [choice, setChoice] = useState<Choice | null>(null);
    const [whole, setWhole] = useState(false);
    const document = all.value.document!;
    const before = all.value.consultation.version;
    const later = Array.from({ length: Math.max(0, document.head - before) }, (_, i) => document.head - i);
    useEffect(() => {
        setChoice(null);
        if (version === 0) return;
        let current = true;
        void Promise.all([fetchBlocks(document.id, version), fetchComparison(document.id, before, version)]).then(
            ([{ items }, { rows }]) => {
                if (!current) return;
                const changed = rows.flatMap((row) => (row.kind === "same" || row.new === null ? [] : [row.new.block]));
                setChoice({ blocks: items, changed: new Set(changed) });
            },
        );
        return () => void (current = false);
    }, [version, document.id]);
    const shown = choice?.blocks.filter((one) => whole || choice.changed.has(one.block) || blocks.includes(one.block));
    return (
        <>
            <Field label={t("response.version")} name="version" refusal={refusal}>
                {(attributes) => (
                    <select
                        {...attributes}
                        value={String(version)}
                        onChange={(event) => onChange(Number(event.currentTarget.value), [])}
                    >
                        <option value="0">{t("response.noVersion")}</option>
                        {later.map((n) => (
                            <option key={n} value={String(n)}>
                                {document.title}, {t("version.number", { n }).toLowerCase()}
                            </option>
                        ))}
                    </select>
                )}
            </Field>
            {shown !== undefined && (
                <fieldset class="field">
                    <legend>{t("response.blocks")}</legend>
                    {shown.length === 0 && <p class="hint">{t("response.noBlocks")}</p>}
                    <label class="check">
                        <input
                            type="checkbox"
                            checked={whole}
                            onChange={(event) => setWhole(event.currentTarget.checked)}
                        />
                        {t("response.allBlocks")}
                    </label>
                    {shown.length > 0 && (
                        <div class="changed-choice" tabIndex={0} role="group" aria-label={t("response.blocks")}>
                            {shown.map((one) => (
                                <label class="check" key={one.block}>
                                    <input
                                        type="checkbox"
                                        checked={blocks.includes(one.block)}
                                        onChange={(event) =>
                                            onChange(
                                                version,
                                                event.currentTarget.checked
                                                    ? [...blocks, one.block]
                                                    : blocks.filter((other) => other !== one.block),
                                            )
                                        }
                                    />
                                    <span>
                                        {one.line_from > 0 && (
                                            <span class="muted">{t("response.line", { n: one.line_from })} </span>
                                        )}
                                        {one.markdown}
                                    </span>
                                </label>
                            ))}
                        </div>
                    )}
                </fieldset>
            )}
        </>
    );
}
