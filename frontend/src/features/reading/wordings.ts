// Questions and answers to them in the reader's language.
import type { ReadAnswer, ReadForm, ReadingItem, ReadQuestion } from "../../api/reading_nouns.ts";
import { day, language } from "../../i18n/words.ts";

type Wording = ReadQuestion["title"] | undefined;

/** In the reader's language, else in the first that there is. */
export function inWords(wording: Wording): string {
    const own = wording?.[language()];
    return own || wording?.nb || wording?.nn || wording?.en || "";
}

export const questionsOf = (form: ReadForm) => form.sections.flatMap((section) => section.questions);

const agreement: Record<string, Record<string, string>> = {
    nb: { agree: "Enig", disagree: "Uenig", unsure: "Usikker", other: "Annet", yes: "Ja" },
    en: { agree: "Agree", disagree: "Disagree", unsure: "Unsure", other: "Other", yes: "Yes" },
};

function labelOf(question: ReadQuestion, key: string): string {
    const option = question.options?.find((one) => one.key === key);
    if (option !== undefined) return inWords(option.label);
    return agreement[language()]?.[key] ?? key;
}

/** The answer to a question that is not a free text, line by line; [] where it was not answered so. */
export function closedAnswer(question: ReadQuestion, answer: ReadAnswer): string[] {
    const { fields, places } = answer;
    const own = fields[question.key] ?? [];
    switch (question.kind) {
        case "short_text":
        case "long_text":
        case "explanation":
        case "file":
            return [];
        case "date":
            return own.map((date) => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? day(`${date}T12:00:00`) : date));
        case "place":
            return own.map((number) => places[number] ?? number);
        case "matrix":
            return (question.rows ?? []).flatMap((row) =>
                (fields[`${question.key}.${row.key}`] ?? []).map(
                    (key) => `${inWords(row.label)}: ${labelOf(question, key)}`,
                ),
            );
        case "ranking":
            return (question.options ?? [])
                .flatMap((option) =>
                    (fields[`${question.key}.${option.key}`] ?? []).map((rank) => `${rank}. ${inWords(option.label)}`),
                )
                .sort();
        default:
            return own.map((key) => labelOf(question, key));
    }
}

/** What a list shows of an answer: its longest text. */
export function excerptOf(item: ReadingItem): string {
    const texts = Object.values(item.fields).flat();
    const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), "");
    return longest.length < 12 ? "" : longest.slice(0, 220);
}
