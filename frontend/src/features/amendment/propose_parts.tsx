// The parts of a proposal: what it changes, whom it meets, and the paragraphs that are changed with the first one.
import type { AmendmentPreview, BlockSource, Difference, NamedAmendment, SupportersNeeded } from "../../api/nouns.ts";
import { language, t } from "../../i18n/words.ts";
import { tablesIn, type Table } from "../../text/table.ts";
import { Field } from "../../ui/field.tsx";
import { DifferenceView } from "./difference.tsx";
import { linesOf, nameOf } from "./naming.ts";
import { BlockPicker } from "./pick_block.tsx";
import { referencesOf } from "./reference.tsx";
import type { Edited } from "./typed.ts";

/** On which words it excludes the proposal, or is excluded by it. */
function Disputed({ one }: { one: NamedAmendment }) {
    if (!one.collides) return null;
    if (one.disputed.length === 0) return <> · {t("disputed.whole")}</>;
    const passages = one.disputed.map(({ words, behind }) =>
        t(behind ? "disputed.behind" : "disputed.words", { words }),
    );
    return <> · {passages.join(", ")}</>;
}

function Others({ kind, preview }: { kind: "same" | "similar" | "colliding" | "beside"; preview: AmendmentPreview }) {
    const [list, count] = [preview[kind], preview[`${kind}_count`]];
    if (list.length === 0) return null;
    return (
        <div class={kind === "beside" ? "met" : "old-version met"}>
            <p>{t(`amendment.${kind}`)}</p>
            <ul>
                {list.map((one) => (
                    <li key={one.id}>
                        {nameOf(one)} {one.sponsor.name}, {linesOf(one)}
                        {kind === "similar" && one.collides && <> · {t("disputed.excludes")}</>}
                        <Disputed one={one} />
                    </li>
                ))}
                {count > list.length && <li>{t("amendment.andMore", { n: count - list.length })}</li>}
            </ul>
        </div>
    );
}

/** Another paragraph that is changed with the first one. */
export function Another({
    edited,
    source,
    busy,
    onInput,
    onRemove,
}: {
    edited: Edited;
    source: BlockSource | undefined;
    busy: boolean;
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
                        readOnly={busy}
                        value={edited.markdown}
                        onInput={(event) => onInput(event.currentTarget.value)}
                    />
                )}
            </Field>
            <button type="button" class="act" disabled={busy} onClick={onRemove}>
                {t("amendment.without")}
            </button>
        </>
    );
}

/** The paragraphs behind the first one, and the two ways to take another: the next, or any. */
export function MoreBlocks({
    first,
    others,
    sources,
    busy,
    onChange,
}: {
    first: string;
    others: readonly Edited[];
    sources: readonly BlockSource[];
    busy: boolean;
    onChange: (others: Edited[]) => void;
}) {
    const last = others.at(-1)?.block ?? first;
    const taken = new Set([first, ...others.map((one) => one.block)]);
    const following = sources[sources.findIndex((one) => one.block === last) + 1];
    const take = (block: string) => {
        const source = sources.find((one) => one.block === block);
        if (source !== undefined) onChange([...others, { block, markdown: source.markdown, was: source.markdown }]);
    };
    return (
        <>
            {others.map((one, i) => (
                <Another
                    key={one.block}
                    edited={one}
                    source={sources.find((other) => other.block === one.block)}
                    busy={busy}
                    onInput={(markdown) => onChange(others.with(i, { ...one, markdown }))}
                    onRemove={() => onChange(others.toSpliced(i, 1))}
                />
            ))}
            {following !== undefined && !taken.has(following.block) && (
                <button type="button" class="act" disabled={busy} onClick={() => take(following.block)}>
                    {t("amendment.another")}
                </button>
            )}
            {others.length > 0 && (
                <BlockPicker
                    label={t("amendment.anotherElsewhere")}
                    sources={sources.filter((one) => !taken.has(one.block))}
                    value=""
                    busy={busy}
                    onChoose={take}
                />
            )}
        </>
    );
}

/** "3 medlemmer må støtte det før det tas opp, fra minst 2 ulike ledd." */
function sentenceOfNeeds({ supporters, from, units, different_units: different }: SupportersNeeded): string {
    const names = new Intl.ListFormat(language(), { type: "disjunction" }).format(units);
    const n = Math.max(supporters, different);
    const people = t(`amendment.needs.${from}`, { n, units: names });
    return different > 1 ? `${people} ${t("amendment.needs.different", { n: different })}` : people;
}

const tablesMade = ({ pieces }: Difference) =>
    pieces.every((piece) => piece.mark === "kept")
        ? []
        : tablesIn(
              pieces
                  .filter((piece) => piece.mark !== "deleted")
                  .map((piece) => piece.text)
                  .join(""),
          );

/** A table as it comes to be: rows with more or fewer cells than the head are seen at once. */
function AsTable({ table }: { table: Table }) {
    return (
        <figure class="as-table" tabIndex={0} aria-label={t("amendment.asTable")}>
            <figcaption class="muted">{t("amendment.asTable")}</figcaption>
            <table>
                <thead>
                    <tr>
                        {table.head.map((cell, i) => (
                            <th scope="col" key={i}>
                                {cell}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {table.rows.map((row, i) => (
                        <tr key={i} class={row.length === table.head.length ? "" : "ragged"}>
                            {row.map((cell, j) => (
                                <td key={j}>{cell}</td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
        </figure>
    );
}

/** What a proposal does, what it would break, and which ones that are before the committee it meets. */
export function Preview({ preview }: { preview: AmendmentPreview }) {
    return (
        <div class="preview">
            {referencesOf(preview).map((sentence, i) => (
                <p class="reference" key={i}>
                    {sentence}
                </p>
            ))}
            {preview.sort !== null && <p class="muted">{t(`amendment.sort.${preview.sort}`)}</p>}
            <DifferenceView rows={preview.difference} />
            {preview.difference.flatMap(tablesMade).map((table, i) => (
                <AsTable key={i} table={table} />
            ))}
            {preview.warnings.map((one) => (
                <p class="notice warning" key={one.what}>
                    {t(`amendment.breaks.${one.what}`, { n: String(one.line) })}
                </p>
            ))}
            {preview.needs !== null && <p class="muted">{sentenceOfNeeds(preview.needs)}</p>}
            {(["same", "similar", "colliding", "beside"] as const).map((kind) => (
                <Others key={kind} kind={kind} preview={preview} />
            ))}
        </div>
    );
}
