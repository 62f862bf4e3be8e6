// A consultation's form as docs/reference/form.schema.json describes it.

export type FormLanguage = "nb" | "nn" | "en";
export const formLanguages: FormLanguage[] = ["nb", "nn", "en"];

/** A text in up to three languages; a language that is not there was not translated. */
export type Wording = Partial<Record<FormLanguage, string>>;

export const questionKinds = [
    "short_text",
    "long_text",
    "choice",
    "choices",
    "scale",
    "number",
    "date",
    "ranking",
    "matrix",
    "place",
    "file",
    "agreement",
    "explanation",
    "consent",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Option {
    key: string;
    label: Wording;
}

export interface Condition {
    question: string;
    is?: string[];
    is_not?: string[];
    answered?: true;
    at_least?: number;
    at_most?: number;
}

export interface ShowIf {
    all?: Condition[];
    any?: Condition[];
}

export interface Question {
    key: string;
    kind: QuestionKind;
    title?: Wording;
    help?: Wording;
    required?: boolean;
    options?: Option[];
    rows?: Option[];
    other?: boolean;
    shuffled?: boolean;
    least?: number;
    most?: number;
    low?: Wording;
    high?: Wording;
    block?: string;
    show_if?: ShowIf;
}

export interface Section {
    key: string;
    title?: Wording;
    intro?: Wording;
    show_if?: ShowIf;
    questions: Question[];
}

export interface Form {
    sections: Section[];
}

/** A form as the server keeps it: `edit` counts how often the revision was stored. */
export interface KeptForm extends Form {
    revision: number;
    edit: number;
}

export interface FormTemplate {
    id: number;
    unit: { id: number; name: string };
    title: string;
    shared: boolean;
    changed: string;
    may: { edit: boolean };
}

export interface FormRevision {
    revision: number;
    at: string;
    by: string;
    answers: number;
}
