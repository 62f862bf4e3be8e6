// One of the text's blocks, found by a word of it, by its line, or by its chapter: a programme has thousands.
import { useState } from "preact/hooks";
import type { BlockSource } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { useId } from "../../ui/unique.ts";
import { linesOf } from "./naming.ts";

/** So many are offered at once; whoever wants another says more of it. */
const MOST = 30;
const HEADING = /^(#{1,2}) +(.*)/;

const plain = (markdown: string) => markdown.replace(/^(?:[#>\s]+|[-*+] )+/, "").replace(/\s+/g, " ");

/** The chapters, each with the blocks that it has: from its heading to the next one that is as high. */
export function chaptersIn(sources: readonly BlockSource[]): { title: string; from: number; to: number }[] {
    const headings = sources.flatMap(({ markdown }, i) => {
        const found = HEADING.exec(markdown);
        return found === null ? [] : [{ title: found[2]!, level: found[1]!.length, from: i }];
    });
    return headings.map(({ title, level, from }, i) => ({
        title: `${"\u2003".repeat(level - 1)}${title}`,
        from,
        to: headings.slice(i + 1).find((other) => other.level <= level)?.from ?? sources.length,
    }));
}

/** Those that stand at an official line, where a number is asked for; else those that have the words. */
export function blocksWith(sources: readonly BlockSource[], asked: string): readonly BlockSource[] {
    const words = asked.trim().replace(/\s+/g, " ").toLowerCase();
    if (words === "") return sources;
    if (/^\d+$/.test(words)) {
        const line = Number(words);
        const there = sources.filter((one) => one.line_from <= line && line <= one.line_to);
        if (there.length > 0) return there;
    }
    return sources.filter((one) => plain(one.markdown).toLowerCase().includes(words));
}

interface Props {
    label: string;
    sources: readonly BlockSource[];
    /** The one that is chosen; "" for none. */
    value: string;
    busy: boolean;
    onChoose: (block: string) => void;
}

export function BlockPicker({ label, sources, value, busy, onChoose }: Props) {
    const [words, setWords] = useState("");
    const [chapter, setChapter] = useState(-1);
    const id = useId();
    const chapters = chaptersIn(sources);
    const chosen = sources.find((one) => one.block === value);
    const within = chapters[chapter];
    const found = blocksWith(within === undefined ? sources : sources.slice(within.from, within.to), words);
    return (
        <div class="pick-block" role="group" aria-labelledby={id}>
            <p class="wording-label" id={id}>
                {label}
            </p>
            {chosen !== undefined ? (
                <>
                    <blockquote>
                        <span class="muted">{linesOf(chosen)}</span> {plain(chosen.markdown)}
                    </blockquote>
                    <button type="button" class="act" disabled={busy} onClick={() => onChoose("")}>
                        {t("pick.other")}
                    </button>
                </>
            ) : (
                <>
                    <div class="filters">
                        <label>
                            <span>{t("pick.find")}</span>
                            <input
                                type="search"
                                value={words}
                                onInput={(event) => setWords(event.currentTarget.value)}
                                onKeyDown={(event) => {
                                    if (event.key !== "Enter") return;
                                    event.preventDefault(); // it sends nothing
                                    if (found.length === 1) onChoose(found[0]!.block);
                                }}
                            />
                        </label>
                        {chapters.length > 1 && (
                            <label>
                                <span>{t("amendment.chapter")}</span>
                                <select
                                    value={String(chapter)}
                                    onChange={(event) => setChapter(Number(event.currentTarget.value))}
                                >
                                    <option value="-1">{t("amendment.all")}</option>
                                    {chapters.map((one, i) => (
                                        <option key={one.from} value={String(i)}>
                                            {one.title}
                                        </option>
                                    ))}
                                </select>
                            </label>
                        )}
                    </div>
                    <ul class="paragraphs">
                        {found.slice(0, MOST).map((one) => (
                            <li key={one.block}>
                                <button type="button" disabled={busy} onClick={() => onChoose(one.block)}>
                                    <span class="muted">{linesOf(one)}</span>
                                    <span class="first-words">{plain(one.markdown)}</span>
                                </button>
                            </li>
                        ))}
                    </ul>
                    <p class="hint" role="status">
                        {found.length === 0
                            ? t("pick.none")
                            : found.length > MOST
                              ? t("pick.more", { n: found.length - MOST })
                              : ""}
                    </p>
                </>
            )}
        </div>
    );
}
