// The routes of those who read answers, see routes.ts.
import type { Consultation, Page } from "./nouns.ts";
import type {
    AnswerFile,
    Family,
    Mark,
    Passage,
    PassageSuggestions,
    ReadAnswer,
    ReadForm,
    ReadPassage,
    ReadingCounts,
    ReadingItem,
    Redaction,
    Sample,
    Samples,
    ThemeSuggestion,
    ThemeTree,
} from "./reading_nouns.ts";
import { request } from "./request.ts";

const place = (consultation: number) => `/api/consultations/${consultation}`;
const answerPlace = (answer: number) => `/api/answers/${answer}`;

export type ReadingFilter = Record<string, string>;

export const fetchConsultation = (id: number) => request<Consultation>("GET", place(id));
export const fetchReadForm = (id: number, revision: number) =>
    request<ReadForm>("GET", `${place(id)}/form?revision=${revision}`);
export const fetchReading = (id: number, filter: ReadingFilter, after: string | null) =>
    request<Page<ReadingItem>>(
        "GET",
        `${place(id)}/reading?${new URLSearchParams({ ...filter, limit: "40", ...(after !== null && { after }) }).toString()}`,
    );
/** Those of the named answers that the reader may still read in that state: as they are now, a hundred at most. */
export const fetchThese = (id: number, answers: number[], state = "") =>
    request<Page<ReadingItem>>(
        "GET",
        `${place(id)}/reading?${new URLSearchParams({ among: answers.join(","), limit: "100", ...(state !== "" && { state }) }).toString()}`,
    );
export const fetchReadingCounts = (id: number) => request<ReadingCounts>("GET", `${place(id)}/reading/counts`);
export const fetchReadAnswer = (answer: number) => request<ReadAnswer>("GET", answerPlace(answer));
/** A moderator's word on the answer as it was read, after so many `edits`. */
export const settleAnswer = (answer: number, let_in: boolean, edits: number) =>
    request<{ state: string }>("POST", `${answerPlace(answer)}/settlement`, { let_in, edits });
export const setRead = (answer: number, read: boolean) =>
    request<{ read: boolean }>(read ? "PUT" : "DELETE", `${answerPlace(answer)}/reading`);

export const fetchThemes = (id: number) => request<ThemeTree>("GET", `${place(id)}/themes`);
export const addTheme = (id: number, title: string, parent: number | null) =>
    request<ThemeTree>("POST", `${place(id)}/themes`, { title, parent });
export const changeTheme = (theme: number, form: { title?: string; parent?: number | null; before?: number }) =>
    request<ThemeTree>("PATCH", `/api/themes/${theme}`, form);
export const removeTheme = (theme: number) => request<ThemeTree>("DELETE", `/api/themes/${theme}`);
export const mergeTheme = (theme: number, into: number) =>
    request<ThemeTree>("POST", `/api/themes/${theme}/merging`, { into });

export const addMark = (answer: number, form: ReadPassage & { theme: number; because_of?: number; family?: boolean }) =>
    request<{ mark: Mark; carried: number; left_out: number }>("POST", `${answerPlace(answer)}/marks`, form);
export const removeMark = (mark: number) => request<{ removed: number }>("DELETE", `/api/marks/${mark}`);
/** @param passage null: each paragraph in which nothing is marked */
export const fetchSuggestions = (answer: number, passage: Passage | null) =>
    request<{ edits: number; items: { passage: Passage; themes: ThemeSuggestion[] }[] }>(
        "GET",
        `${answerPlace(answer)}/suggestions${passage === null ? "" : `?field=${encodeURIComponent(passage.field)}&first=${passage.first}&past=${passage.past}`}`,
    ).then(({ edits, items }) =>
        items.map((one): PassageSuggestions => ({ ...one, passage: { ...one.passage, edits } })),
    );

export const fetchSamples = (id: number) => request<Samples>("GET", `${place(id)}/samples`);
export const drawSample = (id: number, readers: number[], answers: number) =>
    request<Sample>("POST", `${place(id)}/samples`, { readers, answers });
export const fetchSample = (sample: number) => request<Sample>("GET", `/api/samples/${sample}`);
export const finishSample = (sample: number) => request<Sample>("POST", `/api/samples/${sample}/completion`);

export const fetchFamily = (answer: number, after: string | null) =>
    request<Family>("GET", `${answerPlace(answer)}/family?limit=50${after === null ? "" : `&after=${after}`}`);

export const redact = (answer: number, form: ReadPassage & { reason: string }) =>
    request<{ items: Redaction[] }>("POST", `${answerPlace(answer)}/redactions`, form);
export const unredact = (redaction: number) =>
    request<{ items: Redaction[] }>("DELETE", `/api/redactions/${redaction}`);
export const fetchOriginal = (answer: number) =>
    request<{ texts: { field: string; text: string }[] }>("POST", `${answerPlace(answer)}/original`);

export const fetchFiles = (answer: number) => request<{ items: AnswerFile[] }>("GET", `${answerPlace(answer)}/files`);
export const fileAddress = (answer: number, file: number) => `${answerPlace(answer)}/files/${file}`;
export const withholdFile = (answer: number, file: number, reason: string) =>
    request<{ items: AnswerFile[] }>("PUT", `${fileAddress(answer, file)}/withholding`, { reason });
export const giveFileBack = (answer: number, file: number) =>
    request<{ items: AnswerFile[] }>("DELETE", `${fileAddress(answer, file)}/withholding`);
