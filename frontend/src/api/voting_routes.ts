// The routes of the voting list, see routes.ts.
import type { AmendmentAnswer } from "./amendment_nouns.ts";
import { request } from "./request.ts";
import type { Consequence, EnteredResult, VotingList } from "./voting_nouns.ts";
import type { VotingResult } from "./amendment_nouns.ts";

/** @param publish that it is made public, where everybody may read the other document and not this one */
export const forwardAmendment = (amendment: number, document: number, publish: boolean, key: string) =>
    request<AmendmentAnswer>("POST", `/api/amendments/${amendment}/forwarding`, { document, publish }, { key });

const place = (document: number) => `/api/documents/${document}/voting-list`;

export const fetchVotingList = (document: number, version?: number) =>
    request<VotingList>("GET", place(document) + (version === undefined ? "" : `?version=${version}`));
export const fetchConsequence = (document: number, amendment: number, result: VotingResult) =>
    request<Consequence>("GET", `${place(document)}/${amendment}/consequence?result=${result}`);
/** @param before the amendment that comes next; null for the end of the list */
export const moveVote = (document: number, list: VotingList, amendment: number, before: number | null) =>
    request<VotingList>("POST", `${place(document)}/order`, {
        version: list.version,
        order: list.order,
        amendment,
        before,
    });
export const orderByRule = (document: number, list: VotingList) =>
    request<VotingList>("POST", `${place(document)}/order`, {
        version: list.version,
        order: list.order,
        by_rule: true,
    });

export const concludeVotes = (document: number, version: number) =>
    request<{ concluded: number }>("POST", `${place(document)}/conclusion`, { version });

export interface ResultForm {
    version: number;
    amendment: number;
    expected: VotingResult;
    result: VotingResult;
    votes?: { for?: number; against?: number; abstain?: number };
    ballot?: number;
    falls?: number[];
}
export const enterResult = (document: number, form: ResultForm, key?: string) =>
    request<{ results: EnteredResult[] }>("POST", `${place(document)}/results`, form, key === undefined ? {} : { key });
