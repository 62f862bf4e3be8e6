// The reader as it stands: the list and its filters, the answer that is open, the themes, and what keys and buttons do.
import { computed, signal } from "@preact/signals";
import type { Consultation } from "../../api/nouns.ts";
import type {
    MergedTheme,
    PassageSuggestions,
    ReadAnswer,
    ReadForm,
    ReadingCounts,
    ReadingItem,
    Theme,
} from "../../api/reading_nouns.ts";
import * as routes from "../../api/reading_routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { backToList, keepPlace } from "./address.ts";

export const consultation = signal<Consultation>(null as unknown as Consultation);
/** The form as it is now, for the filters. */
export const form = signal<ReadForm>(null as unknown as ReadForm);
/** The form that the open answer was given to, which may be an earlier revision. */
export const formOfShown = signal<ReadForm>(null as unknown as ReadForm);
export const themes = signal<readonly Theme[]>([]);
/** Which theme has the marks of one that is gone. */
export const merged = signal<readonly MergedTheme[]>([]);
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

/** What a mark on a whole family did not reach: the members that lack the passage. */
interface LeftOut {
    family: number;
    theme: number;
    title: string;
    carried: number;
    without: number;
}
export const leftOut = signal<LeftOut | null>(null);

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

/** Shows what the author or a colleague made of the open answer meanwhile, where that is why an act was refused. */
export async function caughtUp(refusal: Refusal, answer: number): Promise<boolean> {
    if (refusal.code !== "answer.changed" && refusal.code !== "answer.not_held") return false;
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
    keepPlace({ filter: filter.value, answer: selected.value });
    void loadList();
}

/** The list of those that a mark on a family did not reach, and nothing else. */
export function showLeftOut(): void {
    const of = leftOut.value;
    if (of === null) return;
    leftOut.value = null;
    shown.value = null;
    filter.value = {};
    setFilter({ family: String(of.family), without: String(of.theme) });
}

export const loadCounts = async () =>
    (counts.value = (await attempt(() => routes.fetchReadingCounts(consultation.value.id))) ?? counts.value);

export async function loadThemes(): Promise<void> {
    const tree = await attempt(() => routes.fetchThemes(consultation.value.id));
    if (tree === undefined) return;
    themes.value = tree.items;
    merged.value = tree.merged;
}

/** An answer that is no longer there to be read: nothing of it stays on the screen. */
export function forget(id: number): void {
    items.value = items.value.filter((item) => item.id !== id);
    if (shown.value?.id !== id) return;
    shown.value = null;
    keepPlace({ filter: filter.value, answer: null });
    announce(t("reading.gone"));
}

export function patchItem(id: number, change: Partial<ReadingItem>): void {
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...change } : item));
}

/** One more or less that the reader has been through: only what is let in is counted. */
function countRead(answer: ReadAnswer, by: 1 | -1): void {
    if (counts.value === null || answer.state !== "submitted") return;
    counts.value = { ...counts.value, read: counts.value.read + by };
}

/** What the list shows of an answer that was fetched on its own. */
const itemOf = ({ edits, changed, fields, passages, family }: ReadAnswer): Partial<ReadingItem> => ({
    edits,
    changed,
    fields,
    family,
    marks: passages.marks.length,
});

/** An answer with the form that it was given to; null where it is not there (any more). */
async function fetchWithForm(id: number): Promise<{ answer: ReadAnswer; form: ReadForm } | null> {
    try {
        const answer = await routes.fetchReadAnswer(id);
        if (answer.revision === form.value.revision) return { answer, form: form.value };
        if (answer.revision === formOfShown.value?.revision) return { answer, form: formOfShown.value };
        return { answer, form: await routes.fetchReadForm(answer.consultation, answer.revision) };
    } catch (error) {
        if (error instanceof Refusal && error.status === 404) return null;
        throw error;
    }
}

let opening = 0;
/** The answer that one is on the way to: news of the one that one is leaving do not hold that up. */
let going: number | null = null;
export async function open(id: number, how: "from the list" | "by the address" = "from the list"): Promise<void> {
    if (going !== null && going !== id && shown.value?.id === id) return;
    going = id;
    const mine = ++opening;
    const found = await attempt(() => fetchWithForm(id));
    if (mine !== opening) return;
    going = null;
    if (found === null) return forget(id);
    if (found === undefined || found.answer.consultation !== consultation.value.id) return;
    const { answer } = found;
    const fresh = shown.value?.id !== id;
    const entered = shown.value === null;
    formOfShown.value = found.form;
    shown.value = answer;
    if (fresh) {
        keepPlace({ filter: filter.value, answer: id }, entered && how === "from the list");
        if (leftOut.value !== null && leftOut.value.family !== answer.family.id) leftOut.value = null;
        paragraph.value = -1;
        familyShown.value = false;
        suggestions.value = [];
    }
    patchItem(id, itemOf(answer));
    void attempt(() => routes.fetchSuggestions(id, null)).then((found) => {
        if (found !== undefined && shown.value?.id === id) suggestions.value = found;
    });
    if (fresh && !answer.read) {
        if ((await attempt(() => routes.setRead(id, true))) === undefined) return;
        patchItem(id, { read: true });
        countRead(answer, 1);
        if (shown.value?.id === id) shown.value = { ...shown.value, read: true };
    }
}

export function close(): void {
    if (shown.value === null || backToList()) return;
    shown.value = null;
    keepPlace({ filter: filter.value, answer: null });
}

/** What the address says now, after the browser's own Back or Forward. */
export async function goTo(answer: number | null, wanted: routes.ReadingFilter): Promise<void> {
    const others = new URLSearchParams(wanted).toString() !== new URLSearchParams(filter.value).toString();
    filter.value = wanted;
    if (others) await loadList();
    if (answer === null) {
        ++opening;
        going = null;
        shown.value = null;
    } else if (answer !== selected.value) await open(answer, "by the address");
}

/** The answer so many places further down the list. */
export async function step(by: number): Promise<void> {
    // An answer that was come back to may stand further down than the list was loaded: the newest come first.
    const of = selected.value;
    while (of !== null && next.value !== null && (items.value.at(-1)?.id ?? 0) > of) {
        const before = items.value.length;
        await loadMore();
        if (items.value.length === before) break;
    }
    const at = items.value.findIndex((item) => item.id === of);
    const newer = items.value.filter((item) => of !== null && item.id > of).length;
    const wanted = at >= 0 ? at + by : newer + Math.min(by, 0);
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
    countRead(answer, done.read ? 1 : -1);
    if (shown.value?.id === answer.id) shown.value = { ...shown.value, ...done };
}

/** The answer as it is now, where the reader has not gone on to another one meanwhile. */
export async function reopen(id: number): Promise<void> {
    if (shown.value?.id === id) await open(id);
}
