// The paragraph of the document that somebody is asked to agree with, chosen from its text.
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { BlockSource } from "../../api/amendment_nouns.ts";
import { fetchBlocks } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useId } from "../../ui/unique.ts";

/** The paragraphs of the versions that were asked for, each fetched once. */
const fetched = signal<Record<string, BlockSource[]>>({});

function useBlocks(version: { document: number; version: number } | null): BlockSource[] | null {
    const name = version === null ? "" : `${version.document}/${version.version}`;
    useEffect(() => {
        if (version === null || fetched.value[name] !== undefined) return;
        const keep = ({ items }: { items: BlockSource[] }) => (fetched.value = { ...fetched.value, [name]: items });
        void fetchBlocks(version.document, version.version).then(keep, () => undefined);
    }, [name]);
    return fetched.value[name] ?? null;
}

interface Props {
    version: { document: number; version: number } | null;
    block: string;
    fixed: boolean;
    onChange: (block: string) => void;
}

export function BlockPicker({ version, block, fixed, onChange }: Props) {
    const blocks = useBlocks(version);
    const [open, setOpen] = useState(false);
    const [words, setWords] = useState("");
    const id = useId();
    if (version === null) return <p class="hint">{t("form.noDocument")}</p>;
    const chosen = blocks?.find((one) => one.block === block);
    const wanted = words.trim().toLowerCase();
    const found = (blocks ?? []).filter((one) => one.markdown.toLowerCase().includes(wanted)).slice(0, 200);
    return (
        <div class="block-picker">
            <p class="wording-label" id={id}>
                {t("form.paragraph")}
            </p>
            {block === "" ? (
                <p class="hint">{t("form.noParagraph")}</p>
            ) : (
                <blockquote class={chosen === undefined && blocks !== null ? "dead" : ""}>
                    {chosen?.markdown ?? (blocks === null ? "…" : t("form.paragraphGone"))}
                </blockquote>
            )}
            <p class="actions">
                <button
                    type="button"
                    class="button quiet small"
                    aria-describedby={id}
                    disabled={fixed}
                    onClick={() => setOpen(true)}
                >
                    {t(block === "" ? "form.chooseParagraph" : "form.otherParagraph")}
                </button>
                {block !== "" && !fixed && (
                    <button type="button" class="link" onClick={() => onChange("")}>
                        {t("form.takeParagraphAway")}
                    </button>
                )}
            </p>
            {open && (
                <Dialog title={t("form.chooseParagraph")} kind="sheet" onClose={() => setOpen(false)}>
                    <label class="field">
                        <span>{t("form.findParagraph")}</span>
                        <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
                    </label>
                    <ul class="paragraphs">
                        {found.map((one) => (
                            <li key={one.block}>
                                <button
                                    type="button"
                                    aria-pressed={one.block === block}
                                    onClick={() => {
                                        onChange(one.block);
                                        setOpen(false);
                                    }}
                                >
                                    <span class="muted">{t("form.line", { n: one.line_from })}</span>
                                    {one.markdown}
                                </button>
                            </li>
                        ))}
                    </ul>
                    {found.length === 0 && <p class="empty">{t("form.nothingFound")}</p>}
                </Dialog>
            )}
        </div>
    );
}
