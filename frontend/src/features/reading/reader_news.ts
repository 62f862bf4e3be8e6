// What others do is seen as they do it; what one reads oneself stays where it is, but for words that are gone.
//
// News of one moment are taken up together. What comes while that is under way waits for the next round, so that
// nothing is lost between asking and hearing.
import { signal } from "@preact/signals";
import * as routes from "../../api/reading_routes.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import {
    arrived,
    attempt,
    consultation,
    filter,
    items,
    loadCounts,
    loadList,
    loadThemes,
    merged,
    reopen,
    setFilter,
    shown,
    themes,
} from "./reader_state.ts";
import { loadSamples } from "./sample.tsx";
import { mergedInto } from "./theme_tree.ts";

/** Counts up when a family may read otherwise than it is shown. */
export const familyNews = signal(0);

const due = new Set<string>();
const touched = new Set<number>();

/** @param answer of news about one answer: which one */
export function hear(kind: string, answer?: number): void {
    due.add(kind);
    if (answer !== undefined) touched.add(answer);
}

/** Those of the list that are told of, as they are now; what is no longer among them is no longer shown. */
async function renew(ids: number[]): Promise<void> {
    for (let i = 0; i < ids.length; i += 100) {
        const asked = ids.slice(i, i + 100);
        const page = await attempt(() => routes.fetchThese(consultation.value.id, asked, filter.value.state));
        if (page === undefined) return;
        const now = new Map(page.items.map((item) => [item.id, item]));
        const gone = new Set(asked.filter((id) => !now.has(id)));
        items.value = items.value.flatMap((item) => (gone.has(item.id) ? [] : [now.get(item.id) ?? item]));
    }
}

async function answersChanged(): Promise<void> {
    if (items.value.length === 0) await loadList();
    else {
        await renew(items.value.map((item) => item.id));
        const newest = await attempt(() => routes.fetchReading(consultation.value.id, filter.value, null));
        const known = new Set(items.value.map((item) => item.id));
        const least = Math.min(...known);
        if (newest?.items.some(({ id }) => !known.has(id) && id > least) === true) arrived.value = true;
    }
    if (shown.value !== null) await reopen(shown.value.id);
}

/** A filter for a theme that is gone goes on with the one that has its marks, or is taken away. */
export function followFilter(): void {
    const wanted = filter.value.theme;
    if (wanted === undefined || wanted === "none" || themes.value.some(({ id }) => String(id) === wanted)) return;
    const into = mergedInto(Number(wanted), merged.value, themes.value);
    setFilter({ theme: into === undefined ? "" : String(into.id) });
    announce(into === undefined ? t("reading.themeGone") : t("reading.themeMerged", { title: into.title }));
}

async function themesChanged(): Promise<void> {
    await loadThemes();
    followFilter();
    if (filter.value.without !== undefined && !themes.value.some(({ id }) => String(id) === filter.value.without))
        setFilter({ without: "", family: "" });
    // Its marks may be another theme's by now.
    if (shown.value !== null) await reopen(shown.value.id);
}

async function marksChanged(answers: number[]): Promise<void> {
    const listed = new Set(items.value.map((item) => item.id));
    familyNews.value += 1;
    await Promise.all([
        loadThemes(),
        renew(answers.filter((id) => listed.has(id))),
        ...answers.filter((id) => id === shown.value?.id).map(reopen),
    ]);
}

let running: Promise<void> | null = null;
/** Takes up all that was heard, one round at a time. */
export async function catchUp(): Promise<void> {
    while (running !== null) await running;
    if (due.size === 0) return;
    const now = new Set(due);
    const answers = [...touched];
    due.clear();
    touched.clear();
    running = (async () => {
        try {
            if (now.has("answers")) await answersChanged();
            if (now.has("themes")) await themesChanged();
            if (now.has("marks")) await marksChanged(answers);
            if (now.has("answers") || now.has("marks")) await loadCounts();
            if (now.has("samples")) await loadSamples();
        } finally {
            running = null;
        }
    })();
    await running;
}

/** Everything that is shown, as it is now: for who has just begun to listen, or missed too much. */
export async function catchUpWithAll(): Promise<void> {
    for (const kind of ["answers", "themes", "samples", "marks"]) due.add(kind);
    await catchUp();
}
