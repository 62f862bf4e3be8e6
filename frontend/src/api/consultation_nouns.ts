// Consultations as editors have them, and whom they are sent to.
import type { Time } from "./plain_nouns.ts";

export type ConsulteeState = "unsent" | "sent" | "opened" | "declined" | "answered";

export interface Consultee {
    id: number;
    unit: number | null;
    name: string;
    state: ConsulteeState;
    must_be_heard: boolean;
    sent: Time | null;
    answered: Time | null;
    declined: Time | null;
    word: string;
    waiver: { reason: string; by: string; at: Time } | null;
    /** For editors alone, as the two below. */
    email?: string;
    opened?: Time | null;
    reminded?: Time | null;
}

export interface Consultees {
    items: Consultee[];
    counts: Record<ConsulteeState | "awaited", number>;
}

/** Who must be heard before the process decides. */
export interface Hearing {
    required: number;
    awaited: { consultation: number; name: string }[];
    waived: { consultation: number; name: string; reason: string; by: string; at: Time }[];
    /** The stage that would be on, were it not for those who are awaited. */
    held_stage: number | null;
}

/** What an editor decides of a consultation. */
export interface ConsultationRules {
    title: string;
    introduction: string;
    document: number | null;
    version: number;
    opens: Time;
    closes: Time;
    erases: Time;
    once: "person" | "code" | "unlimited";
    allows_anonymous: boolean;
    holds_answers: boolean;
    publishes_answers: boolean;
    asks_proof: boolean;
    per_address: number;
    purpose: string;
}

export interface ConsultationInFull extends ConsultationRules {
    id: number;
    process: number;
    introduction_html: string;
    revision: number;
    /** Whether somebody has begun to answer: then a question's meaning stays. */
    begun: boolean;
    state: "draft" | "coming" | "open" | "closed";
    warnings: string[];
    answers?: { submitted: number; held: number };
    /** Of what its editors decide; to them alone. */
    fingerprint?: string;
    may: { edit: boolean; read_answers: boolean };
}
