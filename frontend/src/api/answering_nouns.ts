// Forms and answers as the server speaks of them; see docs/reference/form.schema.json.

/** Field names to texts, as a plain HTML form sends them. */
export type Fields = Record<string, string[]>;

export interface Condition {
    question: string;
    is?: string[];
    is_not?: string[];
    answered?: boolean;
    at_least?: number;
    at_most?: number;
}

export interface ShowIf {
    all?: Condition[];
    any?: Condition[];
}

/** As much of a form as conditions need. */
export interface FormOfConditions {
    sections: {
        key: string;
        show_if?: ShowIf;
        questions: {
            key: string;
            kind: string;
            other?: boolean;
            options?: { key: string }[];
            rows?: { key: string }[];
            show_if?: ShowIf;
        }[];
    }[];
}

export interface FieldProblem {
    field: string;
    code: string;
    sentence: string;
}

export interface Challenge {
    algorithm: string;
    challenge: string;
    salt: string;
    signature: string;
    maxnumber: number;
}
