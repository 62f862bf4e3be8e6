// What is typed into the terms of a consultation, and the rules that come of it.
import type { ConsultationInFull, ConsultationRules } from "../../api/consultation_nouns.ts";
import type { Process } from "../../api/nouns.ts";
import { fromLocal, toLocal } from "../../text/local_time.ts";
import type { Start } from "./starting_form.tsx";

export interface Typed extends Omit<ConsultationRules, "opens" | "closes" | "erases" | "document"> {
    opens: string;
    closes: string;
    erases: string;
    document: number;
    start: Start;
}

export const days = 24 * 60 * 60 * 1000;
/** Under this people hardly have the time to answer as bodies do: meetings are called in weeks. */
export const shortest = 42 * days;

const later = (n: number) => toLocal(new Date(Date.now() + n * days).toISOString());

export const fresh = (process: Process): Typed => ({
    title: "",
    introduction: "",
    document: process.documents[0]?.id ?? 0,
    version: process.documents[0]?.version ?? 0,
    opens: later(0),
    closes: later(90),
    erases: later(365),
    once: "person",
    allows_anonymous: true,
    holds_answers: false,
    publishes_answers: false,
    asks_proof: true,
    per_address: 20,
    purpose: "",
    start: { sections: null },
});

export const typedOf = (one: ConsultationInFull): Typed => ({
    title: one.title,
    introduction: one.introduction,
    document: one.document ?? 0,
    version: one.version,
    opens: toLocal(one.opens),
    closes: toLocal(one.closes),
    erases: toLocal(one.erases),
    once: one.once,
    allows_anonymous: one.allows_anonymous,
    holds_answers: one.holds_answers,
    publishes_answers: one.publishes_answers,
    asks_proof: one.asks_proof,
    per_address: one.per_address,
    purpose: one.purpose,
    start: { sections: null },
});

/** What a copy of it begins with: its terms, the times of a new one, and its document as it is now. */
export function copyOf(one: ConsultationInFull, process: Process): Typed {
    const { opens, closes, erases } = fresh(process);
    const document = process.documents.find(({ id }) => id === one.document);
    return { ...typedOf(one), opens, closes, erases, version: document?.version ?? one.version };
}

export function rulesOf(all: Typed, before: ConsultationInFull | null): ConsultationRules {
    const { start, ...typed } = all;
    void start; // the form is made on a page of its own
    const time = (name: "opens" | "closes" | "erases") => fromLocal(typed[name], before?.[name]) ?? "";
    return {
        ...typed,
        document: typed.document === 0 ? null : typed.document,
        opens: time("opens"),
        closes: time("closes"),
        erases: time("erases"),
    };
}

/** What is kept of the form: what was typed, and what each of its fields was filled with. */
export interface Kept {
    typed: Typed;
    base: Typed;
}

/** What is kept may have been typed before there was a field more, or before it was kept what the form began with. */
export function readKept(text: string, loaded: Typed): Kept {
    const kept = JSON.parse(text) as Kept | Typed;
    if (!("base" in kept)) return { typed: { ...loaded, ...kept }, base: loaded };
    return { typed: { ...loaded, ...kept.typed }, base: { ...loaded, ...kept.base } };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const names = (typed: Typed) => Object.keys(typed) as (keyof Typed)[];
/** A version is one of its document: the two are decided together. */
const decidedWith = (name: keyof Typed): (keyof Typed)[] =>
    name === "document" || name === "version" ? ["document", "version"] : [name];
const differs = (name: keyof Typed, a: Typed, b: Typed) => decidedWith(name).some((one) => !same(a[one], b[one]));
const pick = (all: Typed, chosen: (name: keyof Typed) => Typed) =>
    Object.fromEntries(names(all).map((name) => [name, chosen(name)[name]])) as unknown as Typed;

/** What the form shows once the consultation has become `now`: what was touched as it was typed, the rest as it is. */
export const onto = ({ typed, base }: Kept, now: Typed): Typed =>
    pick(now, (name) => (differs(name, typed, base) ? typed : now));

/** What was touched and what a colleague has decided otherwise meanwhile, field by field. */
export const disputed = ({ typed, base }: Kept, now: Typed): (keyof Typed)[] =>
    names(now).filter(
        (name) => differs(name, typed, base) && differs(name, now, base) && !same(typed[name], now[name]),
    );

/** What is kept after one more change: a field that a colleague decided otherwise stays disputed until somebody chose. */
export function kept(before: Kept, now: Typed, change: Partial<Typed>): Kept {
    const open = new Set(disputed(before, now).flatMap(decidedWith));
    return {
        typed: { ...onto(before, now), ...change },
        base: pick(now, (name) => (open.has(name) ? before.base : now)),
    };
}

/** A field as a colleague has decided it, after all. */
export function taken(before: Kept, now: Typed, name: keyof Typed): Kept {
    const mine = new Set(decidedWith(name));
    return {
        typed: pick(now, (one) => (mine.has(one) ? now : onto(before, now))),
        base: pick(now, (one) => (mine.has(one) ? now : kept(before, now, {}).base)),
    };
}

/** What differs from the consultation as it is; nothing else is sent, so that nothing else is put back. */
export function changeOf(typed: Typed, loaded: Typed, before: ConsultationInFull): Partial<ConsultationRules> {
    const rules = rulesOf(typed, before);
    return Object.fromEntries(
        Object.entries(rules).filter(([name]) => differs(name as keyof Typed, typed, loaded)),
    ) as Partial<ConsultationRules>;
}

/**
 * @param sent what the form showed when it was sent
 * @param now what it shows by the time that this is stored
 * @param stored the consultation as it has become
 * @returns what was typed meanwhile, on top of what is stored; null where nothing was
 */
export function typedMeanwhile(sent: Typed, now: Typed, stored: Typed): Typed | null {
    const { start } = stored; // the form is stored with a new consultation, and has a page of its own from then on
    const rest = onto({ typed: { ...now, start }, base: { ...sent, start } }, stored);
    return same(rest, stored) ? null : rest;
}
