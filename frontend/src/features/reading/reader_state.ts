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
import { backToList, keepPlace } from "./address.ts";

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

export const loadThemes = async () =>
    (themes.value = (await attempt(() => routes.fetchThemes(consultation.value.id)))?.items ?? themes.value);

function patchItem(id: number, change: Partial<ReadingItem>): void {
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...change } : item));
}

/** One more or less that the reader has been through: only what is let in is counted. */
function countRead(answer: ReadAnswer, by: 1 | -1): void {
    if (counts.value === null || answer.state !== "submitted") return;
    counts.value = { ...counts.value, read: counts.value.read + by };
}

let opening = 0;
/** The answer that one is on the way to: news of the one that one is leaving do not hold that up. */
let going: number | null = null;
export async function open(id: number, how: "from the list" | "by the address" = "from the list"): Promise<void> {
    if (going !== null && going !== id && shown.value?.id === id) return;
    going = id;
    const mine = ++opening;
    const answer = await attempt(() => routes.fetchReadAnswer(id));
    if (mine !== opening) return;
    going = null;
    if (answer === undefined) return;
    if (answer.consultation !== consultation.value.id) return;
    const fresh = shown.value?.id !== id;
    if (answer.revision !== form.value.revision) {
        form.value = await routes.fetchReadForm(consultation.value.id, answer.revision);
    }
    const entered = shown.value === null;
    shown.value = answer;
    if (fresh) {
        keepPlace({ filter: filter.value, answer: id }, entered && how === "from the list");
        if (leftOut.value !== null && leftOut.value.family !== answer.family.id) leftOut.value = null;
        paragraph.value = -1;
        familyShown.value = false;
        suggestions.value = [];
    }
    patchItem(id, { marks: answer.passages.marks.length });
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

/** A mark on the answer that the passage is of, whichever is shown by the time that it is stored. */
export async function mark(
    of: Pick<ReadAnswer, "id" | "family">,
    passage: ReadPassage,
    theme: number,
    more: { because_of?: number; family?: boolean } = {},
): Promise<void> {
    const answer = of.id;
    const made = await attempt(() =>
        routes.addMark(answer, { ...passage, theme, ...more }).catch(async (error: unknown) => {
            if (error instanceof Refusal && (await caughtUp(error, answer))) return undefined;
            throw error;
        }),
    );
    if (made === undefined) return;
    const { carried, left_out: without } = made;
    const title = themeOf(theme)?.title ?? "";
    announce(carried > 0 ? t("mark.carried", { n: carried }) : t("mark.done", { theme: title }));
    leftOut.value = without > 0 ? { family: of.family.id, theme, title, carried, without } : null;
    await Promise.all([reopen(answer), loadThemes()]);
}

export async function unmark(id: number): Promise<void> {
    if ((await attempt(() => routes.removeMark(id))) === undefined) return;
    announce(t("mark.removed"));
    if (shown.value !== null) await Promise.all([open(shown.value.id), loadThemes()]);
}
