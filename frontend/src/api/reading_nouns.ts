// What readers of answers to a consultation get from the server.
import type { Page } from "./plain_nouns.ts";

export type Voice = "members" | "units" | "youth_wing" | "unions" | "organisations" | "public";

/** A stretch of a text of an answer, in UTF-16 units. */
export interface Passage {
    field: string;
    first: number;
    past: number;
}

/** One that was chosen in the answer as it stood when its author had changed it so often. */
export interface ReadPassage extends Passage {
    edits: number;
}

export interface Mark extends Passage {
    id: number;
    theme: number;
    reader: { id: number; name: string };
    source: "hand" | "suggestion" | "family";
    because_of: number | null;
    at: string;
}

export interface Redaction extends Passage {
    id: number;
    reason: string;
    by: string;
    at: string;
}

/** A file that came with an answer; its name is "" where it is withheld from who asks. */
export interface AnswerFile {
    id: number;
    question: string;
    name: string;
    kind: string;
    bytes: number;
    withheld: { reason: string; by: string; at: string } | null;
}

export interface ReadingItem {
    id: number;
    receipt: number | null;
    revision: number;
    /** How often its author changed it since it was submitted. */
    edits: number;
    /** When that was last. */
    changed: string | null;
    state: string;
    held_for: string;
    voice: Voice;
    author: string;
    /** The unit or organisation on whose behalf it is; "" for a person. */
    body: string;
    at: string | null;
    fields: Record<string, string[]>;
    read: boolean;
    marks: number;
    family: { id: number; answers: number };
}

export interface ReadAnswer extends ReadingItem {
    consultation: number;
    texts: { field: string; text: string }[];
    places: Record<string, string>;
    passages: { marks: Mark[]; redactions: Redaction[] };
    may: { see_original: boolean; settle: boolean; edit: boolean };
}

export interface Theme {
    id: number;
    parent: number | null;
    title: string;
    answers: number;
    families: number;
    marks: number;
}
/** A theme that is gone, and the one that has its marks. */
export interface MergedTheme {
    theme: number;
    title: string;
    into: number;
}
export interface ThemeTree {
    items: Theme[];
    merged: MergedTheme[];
    added?: number;
}

export interface ReadingCounts {
    answers: number;
    families: number;
    read: number;
    marked: number;
    /** Those that wait for a moderator and those that were kept out by one are in none of the others. */
    held: number;
    refused: number;
}

export interface ThemeSuggestion {
    theme: number;
    likeness: number;
    because_of: { mark: number; answer?: number; text?: string };
}
export interface PassageSuggestions {
    passage: ReadPassage;
    themes: ThemeSuggestion[];
}

export interface Agreement {
    theme: number;
    both: number;
    first_only: number;
    second_only: number;
    neither: number;
    percent: number;
    kappa: number | null;
    overlap: number | null;
}
export interface Sample {
    id: number;
    answers: number;
    at: string;
    done: boolean;
    readers: { id: number; name: string; done: boolean }[];
    agreement?: { themes: Agreement[]; all: Agreement };
}
export interface Samples {
    items: Sample[];
    readers: { id: number; name: string }[];
}

export interface OwnPiece {
    mark: "kept" | "deleted" | "inserted";
    text: string;
}
export interface FamilyMember extends Omit<ReadingItem, "fields"> {
    own: { field: string; pieces: OwnPiece[] }[];
}
export interface Family extends Page<FamilyMember> {
    id: number;
    answers: number;
    shared: { field: string; text: string }[];
}

type Wording = Partial<Record<"nb" | "nn" | "en", string>>;
interface Choice {
    key: string;
    label: Wording;
}
/** As much of a question as it takes to read the answer to it. */
export interface ReadQuestion {
    key: string;
    kind: string;
    title: Wording;
    options?: Choice[];
    rows?: Choice[];
}
export interface ReadForm {
    revision: number;
    sections: { key: string; title?: Wording; questions: ReadQuestion[] }[];
}
