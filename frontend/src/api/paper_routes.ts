// The routes of docs/PROTOCOL.md for amendments on paper: files, and the form sheet.
import type { Amendment, Difference } from "./nouns.ts";
import { request, requestFile } from "./request.ts";
import type { Lines } from "./routes.ts";

export type TableForm = "csv" | "xlsx" | "json";
export type PrintForm = "docx" | "odt" | "pdf";

/** Those of the list of amendments. */
export type Filters = Record<string, string | number>;

const query = (fields: Filters) =>
    new URLSearchParams(
        Object.entries(fields)
            .map(([name, value]): [string, string] => [name, String(value)])
            .filter(([, value]) => value !== ""),
    ).toString();

export const exportAmendments = (document: number, form: TableForm | PrintForm, filters: Filters) =>
    requestFile(`/api/documents/${document}/amendments/export?${query({ form, ...filters })}`);
/** Of the whole text, or of some of its official lines. */
export const exportSynopsis = (document: number, form: PrintForm, part: Lines, language: string) =>
    requestFile(`/api/documents/${document}/synopsis?${query({ form, language, ...part })}`);

/** What a row of a form sheet means on the text. */
export interface ImportedRow {
    row: number;
    /** The last two say again, of the same sponsor, what an amendment before the committee or a row before it says. */
    fate: "matched" | "several" | "not_found" | "no_change" | "refused" | "there" | "repeated";
    code: string;
    kind: Amendment["kind"];
    sort: Amendment["sort"];
    line_from: number;
    line_to: number;
    old_words: string;
    new_words: string;
    instruction: string;
    sponsor: string;
    difference: Difference[];
    there: { id: number; number: number } | null;
    same_as: number | null;
    amendment: number | null;
}

export interface Import {
    version: number;
    dry_run: boolean;
    /** A name of what is told and would be submitted. */
    result: string;
    matched: number;
    rows: ImportedRow[];
}

export const importAmendments = (
    document: number,
    form: { version: number; unit: number; csv: string; dry_run: boolean; result?: string; again?: number[] },
    key?: string,
) => request<Import>("POST", `/api/documents/${document}/amendments/import`, form, key === undefined ? {} : { key });
