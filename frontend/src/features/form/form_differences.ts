// What changed from one form to another, piece by piece, to be said in words.
import type { Form, Option, Question, Wording } from "../../api/form_nouns.ts";
import { inAny, questionsOf } from "./form_state.ts";

export type Change =
    | { what: "added" | "removed" | "moved" }
    | { what: "title" | "help"; before: string; after: string }
    | { what: "required" | "optional" }
    | { what: "option_added" | "option_removed" | "row_added" | "row_removed"; word: string }
    | { what: "option_reworded" | "row_reworded"; before: string; after: string }
    | { what: "limits" | "conditions" | "shuffled" | "other" | "translation" | "block" | "kind" };

/** Of one question, or with `section` of a section's head. */
export interface Difference {
    key: string;
    title: string;
    section: boolean;
    changes: Change[];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function wordingChange(what: "title" | "help", before: Wording | undefined, after: Wording | undefined): Change[] {
    if (same(before, after)) return [];
    const [then, now] = [inAny(before), inAny(after)];
    return then === now ? [{ what: "translation" }] : [{ what, before: then, after: now }];
}

function optionChanges(noun: "option" | "row", before: Option[] = [], after: Option[] = []): Change[] {
    const changes: Change[] = [];
    for (const one of after) {
        const then = before.find((other) => other.key === one.key);
        if (then === undefined) changes.push({ what: `${noun}_added`, word: inAny(one.label) });
        else if (inAny(then.label) !== inAny(one.label))
            changes.push({ what: `${noun}_reworded`, before: inAny(then.label), after: inAny(one.label) });
        else if (!same(then.label, one.label)) changes.push({ what: "translation" });
    }
    for (const one of before)
        if (!after.some((other) => other.key === one.key))
            changes.push({ what: `${noun}_removed`, word: inAny(one.label) });
    return changes;
}

function changesOf(before: Question, after: Question): Change[] {
    const changes: Change[] = [
        ...wordingChange("title", before.title, after.title),
        ...wordingChange("help", before.help, after.help),
        ...optionChanges("option", before.options, after.options),
        ...optionChanges("row", before.rows, after.rows),
    ];
    if (before.kind !== after.kind) changes.push({ what: "kind" });
    if ((before.required ?? false) !== (after.required ?? false))
        changes.push({ what: after.required === true ? "required" : "optional" });
    if (before.least !== after.least || before.most !== after.most) changes.push({ what: "limits" });
    if (!same(before.show_if, after.show_if)) changes.push({ what: "conditions" });
    if ((before.shuffled ?? false) !== (after.shuffled ?? false)) changes.push({ what: "shuffled" });
    if ((before.other ?? false) !== (after.other ?? false)) changes.push({ what: "other" });
    if (before.block !== after.block) changes.push({ what: "block" });
    if (!same([before.low, before.high], [after.low, after.high])) changes.push({ what: "translation" });
    const once = new Set<string>();
    return changes.filter((one) => !once.has(JSON.stringify(one)) && once.add(JSON.stringify(one)));
}

/** In the order of `after`, with what is gone at the end. */
export function differencesOf(before: Form, after: Form): Difference[] {
    const list: Difference[] = [];
    const then = questionsOf(before);
    const now = questionsOf(after);
    const orderThen = then.filter((one) => now.some((other) => other.key === one.key)).map((one) => one.key);
    const orderNow = now.filter((one) => then.some((other) => other.key === one.key)).map((one) => one.key);
    for (const section of after.sections) {
        const old = before.sections.find((one) => one.key === section.key);
        const title = inAny(section.title);
        if (old === undefined) list.push({ key: section.key, title, section: true, changes: [{ what: "added" }] });
        else {
            const changes = [
                ...wordingChange("title", old.title, section.title),
                ...wordingChange("help", old.intro, section.intro),
                ...(same(old.show_if, section.show_if) ? [] : [{ what: "conditions" as const }]),
            ];
            if (changes.length > 0) list.push({ key: section.key, title, section: true, changes });
        }
        for (const question of section.questions) {
            const same_one = then.find((one) => one.key === question.key);
            const changes: Change[] = same_one === undefined ? [{ what: "added" }] : changesOf(same_one, question);
            if (same_one !== undefined && isMoved(question.key, orderThen, orderNow)) changes.push({ what: "moved" });
            if (changes.length > 0)
                list.push({ key: question.key, title: inAny(question.title), section: false, changes });
        }
    }
    for (const one of then)
        if (!now.some((other) => other.key === one.key))
            list.push({ key: one.key, title: inAny(one.title), section: false, changes: [{ what: "removed" }] });
    for (const one of before.sections)
        if (!after.sections.some((other) => other.key === one.key))
            list.push({ key: one.key, title: inAny(one.title), section: true, changes: [{ what: "removed" }] });
    return list;
}

/** Whether it stands behind another one than before, where that other one is not the one that moved. */
function isMoved(key: string, before: string[], after: string[]): boolean {
    const kept = longestCommon(before, after);
    return !kept.has(key);
}

/** The most keys that stand in the same order in both. */
function longestCommon(a: string[], b: string[]): Set<string> {
    const place = new Map(a.map((key, i) => [key, i]));
    const places = b.map((key) => place.get(key)!);
    const best: number[] = [];
    const from: number[] = [];
    places.forEach((at, i) => {
        best[i] = 1;
        from[i] = -1;
        for (let j = 0; j < i; j++)
            if (places[j]! < at && best[j]! + 1 > best[i]!) {
                best[i] = best[j]! + 1;
                from[i] = j;
            }
    });
    const kept = new Set<string>();
    for (let i = best.indexOf(Math.max(0, ...best)); i >= 0; i = from[i]!) kept.add(b[i]!);
    return kept;
}
