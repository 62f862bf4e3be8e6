// The reader as it stands: the list and its filters, the answer that is open, the themes, and what keys and buttons do.
import { computed, signal } from "@preact/signals";
import type { Consultation } from "../../api/nouns.ts";
import type {
    PassageSuggestions,
    ReadAnswer,
    ReadForm,
    ReadPassage,
    ReadingCounts,
    ReadingItem,
    Theme,
} from "../../api/reading_nouns.ts";
import * as routes from "../../api/reading_routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";

export const consultation = signal<Consultation>(null as unknown as Consultation);
export const form = signal<ReadForm>(null as unknown as ReadForm);
export const themes = signal<readonly Theme[]>([]);
export const counts = signal<ReadingCounts | null>(null);
export const filter = signal<routes.ReadingFilter>({});
export const items = signal<readonly ReadingItem[]>([]);
export const next = signal<string | null>(null);
export const arrived = signal(false);
export const shown = signal<ReadAnswer | null>(null);
export const suggestions = signal<readonly PassageSuggestions[]>([]);
/** Which paragraph of the open answer the keys are about, by its place among all. */
export const paragraph = signal(-1);
export const familyShown = signal(false);

export const themeOf = (id: number) => themes.value.find((theme) => theme.id === id);
export const selected = computed(() => shown.value?.id ?? null);

/** Runs what may be refused; the refusal is read out, and undefined comes back. */
export async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
    try {
        return await act();
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        announce(sentenceOf(error));
        return undefined;
    }
}

/** Shows what the author made of the open answer meanwhile, where that is why an act was refused. */
export async function caughtUp(refusal: Refusal, answer: number): Promise<boolean> {
    if (refusal.code !== "answer.changed") return false;
    announce(sentenceOf(refusal));
    getSelection()?.removeAllRanges();
    await reopen(answer);
    return true;
}

let asking = 0;
/** The list from its beginning, as the filters are now. */
export async function loadList(): Promise<void> {
    const mine = ++asking;
    const page = await attempt(() => routes.fetchReading(consultation.value.id, filter.value, null));
    if (page === undefined || mine !== asking) return;
    items.value = page.items;
    next.value = page.next;
    arrived.value = false;
}

export async function loadMore(): Promise<void> {
    const after = next.value;
    if (after === null) return;
    const mine = ++asking;
    const page = await attempt(() => routes.fetchReading(consultation.value.id, filter.value, after));
    if (page === undefined || mine !== asking) return;
    items.value = [...items.value, ...page.items];
    next.value = page.next;
}

export function setFilter(change: routes.ReadingFilter): void {
    const all = { ...filter.value, ...change };
    filter.value = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
    const query = new URLSearchParams(filter.value).toString();
    history.replaceState(null, "", location.pathname + (query === "" ? "" : `?${query}`));
    void loadList();
}

export const loadCounts = async () =>
    (counts.value = (await attempt(() => routes.fetchReadingCounts(consultation.value.id))) ?? counts.value);

export const loadThemes = async () =>
    (themes.value = (await attempt(() => routes.fetchThemes(consultation.value.id)))?.items ?? themes.value);

function patchItem(id: number, change: Partial<ReadingItem>): void {
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...change } : item));
}

let opening = 0;
/** The answer that one is on the way to: news of the one that one is leaving do not hold that up. */
let going: number | null = null;
export async function open(id: number): Promise<void> {
    if (going !== null && going !== id && shown.value?.id === id) return;
    going = id;
    const mine = ++opening;
    const answer = await attempt(() => routes.fetchReadAnswer(id));
    if (mine !== opening) return;
    going = null;
    if (answer === undefined) return;
    const fresh = shown.value?.id !== id;
    if (answer.revision !== form.value.revision) {
        form.value = await routes.fetchReadForm(consultation.value.id, answer.revision);
    }
    shown.value = answer;
    if (fresh) {
        paragraph.value = -1;
        familyShown.value = false;
        suggestions.value = [];
    }
    patchItem(id, { marks: answer.passages.marks.length });
    void attempt(() => routes.fetchSuggestions(id, null)).then((found) => {
        if (found !== undefined && shown.value?.id === id) suggestions.value = found;
    });
    if (fresh && !answer.read) {
        await attempt(() => routes.setRead(id, true));
        patchItem(id, { read: true });
        if (shown.value?.id === id) shown.value = { ...shown.value, read: true };
    }
}

export function close(): void {
    shown.value = null;
}

/** The answer so many places further down the list. */
export async function step(by: number): Promise<void> {
    const at = items.value.findIndex((item) => item.id === selected.value);
    const wanted = at + by;
    if (wanted >= items.value.length && next.value !== null) await loadMore();
    const item = items.value[Math.max(0, wanted)];
    if (item === undefined) return;
    await open(item.id);
    document.getElementById(`answer-${item.id}`)?.scrollIntoView({ block: "nearest" });
}

export async function toggleRead(): Promise<void> {
    const answer = shown.value;
    if (answer === null) return;
    const done = await attempt(() => routes.setRead(answer.id, !answer.read));
    if (done === undefined) return;
    patchItem(answer.id, done);
    shown.value = { ...answer, ...done };
}

/** The answer as it is now, where the reader has not gone on to another one meanwhile. */
export async function reopen(id: number): Promise<void> {
    if (shown.value?.id === id) await open(id);
}

/** A mark on the answer that the passage is of, whichever is shown by the time that it is stored. */
export async function mark(
    answer: number,
    passage: ReadPassage,
    theme: number,
    more: { because_of?: number; family?: boolean } = {},
): Promise<void> {
    const made = await attempt(() =>
        routes.addMark(answer, { ...passage, theme, ...more }).catch(async (error: unknown) => {
            if (error instanceof Refusal && (await caughtUp(error, answer))) return undefined;
            throw error;
        }),
    );
    if (made === undefined) return;
    announce(
        made.carried > 0
            ? t("mark.carried", { n: made.carried })
            : t("mark.done", { theme: themeOf(theme)?.title ?? "" }),
    );
    await Promise.all([reopen(answer), loadThemes()]);
}

export async function unmark(id: number): Promise<void> {
    if ((await attempt(() => routes.removeMark(id))) === undefined) return;
    announce(t("mark.removed"));
    if (shown.value !== null) await Promise.all([open(shown.value.id), loadThemes()]);
}
