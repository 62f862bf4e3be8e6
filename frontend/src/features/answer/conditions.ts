// Which questions are asked of somebody who answered so far: the browser's half of src/domain/form/fields.cpp. Both are
// held to tests/golden/form/conditions.json.
import type { Condition, Fields, FormOfConditions, ShowIf } from "../../api/answering_nouns.ts";

type Question = FormOfConditions["sections"][number]["questions"][number];

/** The field names that belong to a question. */
export function fieldsOf(question: Question): string[] {
    const { key } = question;
    switch (question.kind) {
        case "explanation":
            return [];
        case "ranking":
            return (question.options ?? []).map((part) => `${key}.${part.key}`);
        case "matrix":
            return (question.rows ?? []).map((part) => `${key}.${part.key}`);
        case "choice":
        case "choices":
            return question.other === true ? [key, `${key}.other`] : [key];
        case "agreement":
            return [key, `${key}.wording`];
        default:
            return [key];
    }
}

/** A number as people type it, with a point or a comma. */
function numberIn(text: string): number | null {
    const number = /^-?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text.replace(",", ".")) : NaN;
    return Number.isFinite(number) ? number : null;
}

/** The keys of the questions that are asked. The form has been checked by the server: no condition goes round. */
export function shownQuestions(form: FormOfConditions, fields: Fields): Set<string> {
    const places = new Map<string, { question: Question; section: ShowIf | undefined }>();
    for (const section of form.sections) {
        for (const question of section.questions) places.set(question.key, { question, section: section.show_if });
    }
    const known = new Map<string, boolean>();

    const shows = (key: string): boolean => {
        const before = known.get(key);
        if (before !== undefined) return before;
        const place = places.get(key);
        if (place === undefined) return false;
        const shown = holdsAll(place.section) && holdsAll(place.question.show_if);
        known.set(key, shown);
        return shown;
    };
    const holdsAll = (showIf: ShowIf | undefined): boolean => {
        const any = showIf?.any ?? [];
        const all = showIf?.all ?? [];
        return any.length > 0 ? any.some(holds) : all.every(holds);
    };
    const holds = (condition: Condition): boolean => {
        const asked = shows(condition.question);
        const place = places.get(condition.question);
        if (place === undefined) return false;
        const typed = asked ? fieldsOf(place.question).flatMap((name) => fields[name] ?? []) : [];
        // As the server keeps them: without spaces at the ends, and nothing of what is blank.
        const values = typed.map((value) => value.replace(/^ +| +$/g, "")).filter((value) => value !== "");
        const answered = values.length > 0;
        if (condition.is !== undefined) return values.some((value) => condition.is!.includes(value));
        if (condition.is_not !== undefined) {
            return answered && !values.some((value) => condition.is_not!.includes(value));
        }
        if (condition.at_least === undefined && condition.at_most === undefined) return answered;
        const number = values.length === 0 ? null : numberIn(values[0]!);
        if (number === null) return false;
        return condition.at_least !== undefined ? number >= condition.at_least : number <= condition.at_most!;
    };
    return new Set([...places.keys()].filter(shows));
}
