// What the page of the voting list shows, and how news changes it.
import { computed, signal } from "@preact/signals";
import type { Amendment, AmendmentPage, Document } from "../../api/nouns.ts";
import { fetchAmendment, fetchAmendments } from "../../api/routes.ts";
import type { EnteredResult, VotingItem, VotingList } from "../../api/voting_nouns.ts";
import { fetchVotingList } from "../../api/voting_routes.ts";
import { t } from "../../i18n/words.ts";
import { Latest } from "../../live/latest.ts";
import { countsOf } from "./votes.ts";

export const doc = signal<Document>(null as unknown as Document);
export const list = signal<VotingList>(null as unknown as VotingList);
/** The amendments' texts, as far as they have come. */
export const texts = signal<ReadonlyMap<number, Amendment>>(new Map());

export const nameOf = (number: number) => t("amendment.name", { n: String(number) });
export const namesOf = (those: readonly { number: number }[]) => those.map((one) => nameOf(one.number)).join(", ");

/** The results that count, by amendment. */
export const results = computed(() => new Map(list.value.results.map((one) => [one.amendment, one])));
const undecided = computed(() => list.value.items.filter((item) => !results.value.has(item.amendment)));
/** What is still to be voted on. */
export const left = computed(() => undecided.value.filter((item) => item.carried !== "moot"));
/** What the text says already, or speaks of no more: nobody votes on it, unless the meeting wants to. */
export const moot = computed(() => undecided.value.filter((item) => item.carried === "moot"));
/** What is decided, the last one first. */
export const decided = computed(() =>
    list.value.items
        .flatMap((item) => {
            const result = results.value.get(item.amendment);
            return result === undefined ? [] : [{ item, result }];
        })
        .sort((a, b) => b.result.id - a.result.id),
);

/** What the meeting has decided last, and what was decided with it. */
export interface Newest {
    result: EnteredResult;
    fallen: EnteredResult[];
    along: EnteredResult[];
}

/** `entered`: of what was entered on one version; null where nothing was. */
export function newestOf(entered: readonly EnteredResult[]): Newest | null {
    const main = entered.filter((one) => one.because_of === null).sort((a, b) => b.id - a.id)[0];
    if (main === undefined) return null;
    const with_it = entered
        .filter((one) => one.id > main.id && one.because_of?.id === main.amendment)
        .sort((a, b) => a.number - b.number);
    return {
        result: main,
        fallen: with_it.filter((one) => one.result === "fallen"),
        along: with_it.filter((one) => one.result !== "fallen" && main.result !== "open"),
    };
}

export const newest = computed(() => newestOf(list.value.log));

/** A result in a sentence or two, with its count and what fell with it. */
export function sentenceOfResult({ result, fallen }: Pick<Newest, "result" | "fallen">): string {
    const said = [t(`votingList.result.${result.result}`), countsOf(result.votes)].filter(Boolean).join(", ");
    const entered = t("votingList.entered", { name: nameOf(result.number), result: said });
    if (fallen.length === 0) return entered;
    return `${entered} ${t("votingList.fellWithIt", { names: namesOf(fallen) })}`;
}

/** A list with results that have come in: twice is once, and an older one changes nothing. */
export function withResults(before: VotingList, news: EnteredResult[]): VotingList {
    let { results, log } = before;
    for (const one of news) {
        if (one.version === before.version && !log.some((other) => other.id === one.id)) {
            log = [one, ...log].sort((a, b) => b.id - a.id);
        }
        const last = results.find((other) => other.amendment === one.amendment);
        if (last !== undefined && last.id > one.id) continue;
        results = results.filter((other) => other.amendment !== one.amendment);
        if (one.result !== "open") results = [...results, one];
    }
    return { ...before, results, log };
}

/** The items in runs: a chapter with its heading, and in it what follows one another as one group. */
export interface Chapter {
    number: number;
    groups: VotingItem[][];
}
export function inChapters(items: VotingItem[]): Chapter[] {
    const chapters: Chapter[] = [];
    for (const item of items) {
        let chapter = chapters.at(-1);
        if (chapter === undefined || chapter.number !== item.chapter) {
            chapter = { number: item.chapter, groups: [] };
            chapters.push(chapter);
        }
        const run = chapter.groups.at(-1);
        if (run !== undefined && item.group !== null && run[0]!.group === item.group) run.push(item);
        else chapter.groups.push([item]);
    }
    return chapters;
}

/** Texts that events brought: answers that were asked for before them are older. */
let heardTexts = new Map<number, Amendment>();

const keep = (amendments: Amendment[]) => {
    texts.value = new Map([
        ...texts.value,
        ...amendments.map((one) => [one.id, heardTexts.get(one.id) ?? one] as const),
    ]);
};

/** Official lines of which the texts are asked for by so many at once, as they come in sight. */
const STRETCH = 100;
let stretches = new Map<number, Promise<void>>();

async function fetchStretch(stretch: number): Promise<void> {
    const [from, to] = [Math.max(1, stretch * STRETCH), (stretch + 1) * STRETCH - 1];
    let after: string | null = null;
    do {
        const page: AmendmentPage = await fetchAmendments(doc.value.id, {
            ...{ state: "submitted", from, to, limit: 100 },
            ...(after !== null && { after }),
        });
        keep(page.items);
        after = page.next;
    } while (after !== null);
}

/** Sees to it that the text of an item is there, with those around it. */
export function textNear(item: VotingItem): Promise<void> {
    if (item.kind !== "text" || texts.value.has(item.amendment)) return Promise.resolve();
    const stretch = Math.floor(item.line_from / STRETCH);
    let asked = stretches.get(stretch);
    if (asked === undefined) {
        const now = stretches;
        asked = fetchStretch(stretch).catch(() => void now.delete(stretch));
        stretches.set(stretch, asked);
    }
    return asked;
}

/** Every text of the list, for paper. */
export async function allTexts(): Promise<void> {
    for (const item of list.value.items) await textNear(item);
}

const latest = new Latest<EnteredResult>();

/** Results that came in; answers that are under way may not have them. */
export function takeResults(entered: EnteredResult[]): void {
    for (const result of entered) latest.heard(result);
    list.value = withResults(list.value, entered);
}

/** `anew`: whatever is known of the texts may be old. */
export async function load(anew = false): Promise<void> {
    const before = anew ? null : (list.value as VotingList | null);
    await latest.ask(
        () => fetchVotingList(doc.value.id),
        (fresh, meanwhile) => (list.value = withResults(fresh, [...meanwhile])),
    );
    if (before !== null && before.version === list.value.version) {
        // What came in since is asked for by itself, not with all that stand around it.
        const fresh = new Set(before.items.map((item) => item.amendment));
        const added = list.value.items.filter((item) => item.kind === "text" && !fresh.has(item.amendment));
        if (added.length > 0 && added.length <= 20) {
            const found = await Promise.all(added.map((item) => fetchAmendment(item.amendment)));
            return keep(found.map((one) => one.amendment));
        }
        if (added.length === 0) return;
    }
    forgetTexts();
    const first = list.value.items.find((item) => item.kind === "text");
    if (first !== undefined) await textNear(first);
}

export function changedText(amendment: Amendment): void {
    heardTexts.set(amendment.id, amendment);
    keep([amendment]);
}

function forgetTexts(): void {
    stretches = new Map();
    texts.value = new Map();
}

/** Events were missed: what the earlier ones said may be old. */
export async function loadAfterGap(): Promise<void> {
    heardTexts = new Map();
    await load(true);
}
