// The routes of docs/PROTOCOL.md for responses to themes and the report that is made of them.
import type { Page, Person, Time } from "./nouns.ts";
import type { MergedTheme } from "./reading_nouns.ts";
import { request } from "./request.ts";

export type ResponseStatus = "followed" | "partly" | "not_followed" | "noted" | "later";
export const statuses: ResponseStatus[] = ["followed", "partly", "not_followed", "noted", "later"];
export const voices = ["members", "units", "youth_wing", "unions", "organisations", "public"] as const;
export type Voice = (typeof voices)[number];

/** A block as it stands in the outcome version. */
export interface ChangedBlock {
    block: string;
    version: number;
    line: number;
    words: string;
    /** The newest version has no such block any more. */
    gone: boolean;
}

export interface ThemeResponse {
    revision: number;
    status: ResponseStatus;
    heard: string;
    decided: string;
    why: string;
    version: number;
    blocks: ChangedBlock[];
    /** Marks that are quoted. */
    quotes: number[];
    complete: boolean;
    author: Person;
    at: Time;
}

export interface AnsweredTheme {
    id: number;
    title: string;
    parent: number | null;
    answers: Record<Voice, number>;
    response: ThemeResponse | null;
}

export interface Responses {
    consultation: { id: number; title: string; process: number; version: number };
    document: { id: number; title: string; head: number } | null;
    themes: AnsweredTheme[];
    merged: MergedTheme[];
    editions: Edition[];
    may: { edit: boolean };
    last_event: number;
}

export interface Edition {
    edition: number;
    at: Time;
    told: number;
    all_told: boolean;
}

export interface MarkedPassage {
    mark: number;
    answer: number;
    receipt: number | null;
    voice: Voice;
    words: string;
    quotable: boolean;
}

/** What a published report says of a theme. */
export interface HeardTheme {
    consultation: { id: number; title: string };
    theme: {
        id: number;
        title: string;
        answers: Record<Voice, number | null>;
        response: {
            status: ResponseStatus;
            decided: string;
            blocks: ChangedBlock[];
            quotes: { words: string; voice: Voice }[];
        } | null;
    };
}

export interface ResponseForm {
    base: number;
    status: ResponseStatus;
    heard: string;
    decided: string;
    why: string;
    version: number;
    blocks: string[];
    quotes: number[];
}

const at = (consultation: number) => `/api/consultations/${consultation}`;

export const fetchResponses = (consultation: number) => request<Responses>("GET", `${at(consultation)}/responses`);
export const fetchPassages = (consultation: number, theme: number, after: string | null) =>
    request<Page<MarkedPassage>>(
        "GET",
        `${at(consultation)}/responses/${theme}/passages?limit=50${after === null ? "" : `&after=${after}`}`,
    );
export const fetchRevisions = (consultation: number, theme: number) =>
    request<Page<ThemeResponse>>("GET", `${at(consultation)}/responses/${theme}/revisions`);
export const storeResponse = (consultation: number, theme: number, form: ResponseForm) =>
    request<ThemeResponse>("PUT", `${at(consultation)}/responses/${theme}`, form);
export const publishReport = (consultation: number, form: { base: number; open: number[] }, key: string) =>
    request<{ edition: number }>("POST", `${at(consultation)}/report`, form, { key });
/** A block that published responses name: from which version on it stands changed, and how many themes name it. */
export interface HeardBlock {
    block: string;
    version: number;
    themes: number;
}
export const fetchHeardBlocks = (document: number) =>
    request<Page<HeardBlock>>("GET", `/api/documents/${document}/heard-blocks`);
export const fetchHeard = (document: number, block: string) =>
    request<Page<HeardTheme>>("GET", `/api/documents/${document}/heard?block=${encodeURIComponent(block)}`);
