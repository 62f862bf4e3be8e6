// What the answers to a consultation come to, as the server tells it; null where a count is hidden.
export type Wording = Partial<Record<"nb" | "nn" | "en", string>>;
export type Count = number | null;
export type Voice = "members" | "units" | "youth_wing" | "unions" | "organisations" | "public";

export interface TallyLine {
    key: string;
    label: Wording;
    counts: Count[];
}

export interface TallyTable {
    field: string;
    kind: string;
    title: Wording;
    row: Wording;
    step: number;
    asked: Count[];
    unanswered: Count[];
    lines: TallyLine[];
}

export interface ThemeCount {
    id: number;
    parent: number | null;
    title: string;
    counts: Count[];
}

export interface Tallies {
    consultation: number;
    title: string;
    process: number;
    may: { read_answers: boolean };
    voices: Voice[];
    answers: Count[];
    least_shown: number;
    tables: TallyTable[];
    places?: [number: string, name: string][];
    themes?: ThemeCount[];
}
