// Which part of the text the merge room shows: all of it, a chapter, or a passage on which amendments meet.
import type { Lines } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { linesOf } from "./naming.ts";
import { chaptersOf } from "./chapters.ts";
import { clusters } from "./neighbours.tsx";
import { doc, lines } from "./room_state.ts";
import { refresh } from "./room_turns.ts";

/** The chapter that one worked on, or all, before one went to a passage. */
let around: Lines = null;

function show(wanted: Lines): void {
    lines.value = wanted;
    void refresh();
}

export function Chapter() {
    const chapters = chaptersOf(doc.value);
    if (chapters.length < 2) return null;
    const at = chapters.findIndex((one) => one.from === lines.value?.from && one.to === lines.value.to);
    return (
        <form class="filters">
            <label>
                <span>{t("amendment.chapter")}</span>
                <select
                    value={String(at)}
                    onChange={(event) => {
                        const chosen = chapters[Number(event.currentTarget.value)];
                        around = chosen === undefined ? null : { from: chosen.from, to: chosen.to };
                        show(around);
                    }}
                >
                    <option value="-1">{t(at < 0 && lines.value !== null ? "merge.aPassage" : "amendment.all")}</option>
                    {chapters.map((one, i) => (
                        <option key={i} value={String(i)}>
                            {one.title}
                        </option>
                    ))}
                </select>
            </label>
        </form>
    );
}

/** The passages on which amendments meet: each is read and decided by itself. */
export function Passage() {
    const all = clusters.value.clusters;
    if (all.length === 0) return null;
    const at = all.findIndex((one) => one.line_from === lines.value?.from && one.line_to === lines.value.to);
    const go = (index: number) => {
        const chosen = all[index];
        if (chosen === undefined) return;
        if (at < 0) around = lines.value;
        show({ from: chosen.line_from, to: chosen.line_to });
    };
    return (
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
            <label>
                <span>{t("merge.passage")}</span>
                <select
                    value={String(at)}
                    onChange={(event) => {
                        const index = Number(event.currentTarget.value);
                        if (index < 0) show(around);
                        else go(index);
                    }}
                >
                    <option value="-1">{t("merge.noPassage")}</option>
                    {all.map((one, i) => (
                        <option key={i} value={String(i)}>
                            {t("merge.onPassage", { lines: linesOf(one), n: one.count })}
                        </option>
                    ))}
                </select>
            </label>
            <button type="button" class="button small quiet" onClick={() => go((at + 1) % all.length)}>
                {t("merge.nextPassage")}
            </button>
            {at >= 0 && (
                <button type="button" class="pill" onClick={() => show(around)}>
                    {t("amendment.allAgain", { lines: linesOf(all[at]!) })}
                </button>
            )}
        </form>
    );
}
