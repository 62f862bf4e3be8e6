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
