// What stands in a form of the answer's pages.
import type { Fields } from "../../api/answering_nouns.ts";

const beside = new Set(["page", "base", "act", "website", "code", "consent", "proof", "typed", "language"]);

/**
 * The texts of a form by field, blank ones left out. On a page of questions fields are called "q.NAME" and those alone
 * count; on the last page they are the names themselves.
 */
export function typedIn(form: HTMLFormElement, questions: boolean): Fields {
    const fields: Fields = {};
    for (const [name, value] of new FormData(form)) {
        if (typeof value !== "string" || value === "") continue;
        if (questions ? !name.startsWith("q.") : beside.has(name)) continue;
        const field = questions ? name.slice(2) : name;
        (fields[field] ??= []).push(value);
    }
    return fields;
}

/** The element of a question, by its key. */
export const questionElement = (form: HTMLElement, key: string) =>
    form.querySelector<HTMLElement>(`[data-question="${CSS.escape(key)}"]`);

/** The question that a field belongs to: "q1" of "q1.other". */
export const questionOf = (field: string) => field.split(".")[0]!;
