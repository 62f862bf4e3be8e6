// The routes that the answer's pages use beside their plain forms.
import type { Challenge, FieldProblem, Fields } from "./answering_nouns.ts";
import { request } from "./request.ts";

/**
 * @param page null for what is asked of who answers
 * @param unseen the questions of the page that are out of sight
 * @param leaving it has to arrive though the page is gone by then
 */
export const saveDraft = (
    link: string,
    page: number | null,
    base: string,
    fields: Fields,
    unseen: string[],
    leaving: boolean,
) =>
    request<{ base: string; problems: FieldProblem[] }>(
        "PUT",
        `/api/answers-by-link/${link}/draft`,
        page === null ? { base, fields } : { page, base, fields, unseen },
        { askSignIn: false, leaving },
    );
export const fetchChallenge = (consultation: number) =>
    request<Challenge>("GET", `/api/consultations/${consultation}/challenge`, undefined, { askSignIn: false });
export const eraseMe = (password: string) => request<void>("POST", "/api/me/erasure", { password });
