// The parts of a proposal: what it changes, whom it meets, and the paragraphs that are changed with the first one.
import type { AmendmentPreview, BlockSource, NamedAmendment } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { Field } from "../../ui/field.tsx";
import { DifferenceView, linesOf } from "./card.tsx";

function Others({ title, list }: { title: string; list: NamedAmendment[] }) {
    if (list.length === 0) return null;
    return (
        <div class="old-version">
            <p>{title}</p>
            <ul>
                {list.map((one) => (
                    <li key={one.id}>
                        {t("amendment.name", { n: String(one.number) })} {one.sponsor.name}, {linesOf(one)}
                    </li>
                ))}
            </ul>
        </div>
    );
}

export interface Edited {
    block: string;
    markdown: string;
}

/** A paragraph behind the first one. Taking it out takes those behind it out too: a proposal is one stretch. */
export function Another({
    edited,
    source,
    onInput,
    onRemove,
}: {
    edited: Edited;
    source: BlockSource | undefined;
    onInput: (markdown: string) => void;
    onRemove: () => void;
}) {
    return (
        <>
            <Field label={t("amendment.textOf", { lines: source === undefined ? "" : linesOf(source) })} name="changes">
                {(attributes) => (
                    <textarea
                        {...attributes}
                        rows={4}
                        value={edited.markdown}
                        onInput={(event) => onInput(event.currentTarget.value)}
                    />
                )}
            </Field>
            <button type="button" class="act" onClick={onRemove}>
                {t("amendment.without")}
            </button>
        </>
    );
}

/** What a proposal does, and which ones that are before the committee it meets. */
export function Preview({ preview }: { preview: AmendmentPreview }) {
    return (
        <div class="preview">
            <p class="muted">
                {linesOf(preview)}
                {preview.sort !== null && <> · {t(`amendment.sort.${preview.sort}`)}</>}
            </p>
            <DifferenceView rows={preview.difference} />
            <Others title={t("amendment.same")} list={preview.same} />
            <Others title={t("amendment.colliding")} list={preview.colliding} />
        </div>
    );
}
