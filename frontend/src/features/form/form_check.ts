// What is wrong with a form while it is being made: the same rules as src/domain/form/form.cpp, shown as one goes. The
// server has the last word.
import type { Condition, Form, FormLanguage, Question, ShowIf, Wording } from "../../api/form_nouns.ts";
import { asksNothing, conditionsOf, hasOptions, inAny, questionsOf } from "./form_state.ts";

export type Fault =
    | "title_missing"
    | "options_missing"
    | "option_title_missing"
    | "rows_missing"
    | "limits_invalid"
    | "condition_unknown"
    | "condition_option"
    | "condition_circle"
    | "section_empty";

export interface Issue {
    /** The key of the question at fault; with "#" the section's. */
    at: string;
    fault: Fault;
}

export const mostQuestions = 200;
export const mostSections = 30;

const whole = (value: number | undefined) => value === undefined || Number.isInteger(value);

function limitsHold({ kind, least, most, options, other }: Question): boolean {
    if (least !== undefined && most !== undefined && least > most) return false;
    if (!whole(least) || !whole(most)) return false;
    if (kind === "scale") {
        if (least === undefined || most === undefined) return false;
        const steps = most - least + 1;
        return steps >= 2 && steps <= 11 && Math.abs(least) <= 100;
    }
    if (kind === "short_text" || kind === "long_text")
        return (least ?? 0) >= 0 && (most ?? 1) >= 1 && (most ?? 1) <= 20_000;
    if (kind === "choices")
        return (
            (least ?? 0) >= 0 && (most ?? 1) >= 1 && (least ?? 0) <= (options?.length ?? 0) + (other === true ? 1 : 0)
        );
    return true;
}

const faultOfCondition = (form: Form, condition: Condition): Fault | null => {
    const question = questionsOf(form).find((one) => one.key === condition.question);
    if (question === undefined || asksNothing(question.kind)) return "condition_unknown";
    const values = condition.is ?? condition.is_not;
    if (values === undefined) return null;
    if (values.length === 0) return "condition_option";
    if (!hasOptions(question.kind) || question.kind === "matrix") return null;
    const known = new Set(question.options?.map((option) => option.key));
    if (question.other === true) known.add("other");
    return values.every((value) => known.has(value)) ? null : "condition_option";
};

/**
 * Names of questions and sections ("#key") whose conditions hang on themselves. A question hangs on those that its
 * conditions ask for and on its section, a section on those that its conditions ask for.
 */
export function circles(form: Form): string[] {
    const hangs = new Map<string, string[]>();
    const names = (show: ShowIf | undefined) => conditionsOf(show).map((one) => one.question);
    for (const section of form.sections) {
        hangs.set(`#${section.key}`, names(section.show_if));
        for (const one of section.questions) hangs.set(one.key, [`#${section.key}`, ...names(one.show_if)]);
    }
    const reaches = (from: string, wanted: string): boolean => {
        const seen = new Set<string>();
        const open = [...(hangs.get(from) ?? [])];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            if (next === wanted) return true;
            if (seen.has(next)) continue;
            seen.add(next);
            open.push(...(hangs.get(next) ?? []));
        }
        return false;
    };
    return [...hangs.keys()].filter((name) => reaches(name, name));
}

function faultsOf(form: Form, question: Question): Fault[] {
    const faults: Fault[] = [];
    const untitled = inAny(question.title) === "";
    if (untitled && !(asksNothing(question.kind) && inAny(question.help) !== "")) faults.push("title_missing");
    if (hasOptions(question.kind)) {
        const options = question.options ?? [];
        if (options.length < (question.other === true ? 1 : 2)) faults.push("options_missing");
        if (options.some((option) => inAny(option.label) === "")) faults.push("option_title_missing");
    }
    if (question.kind === "matrix") {
        if ((question.rows ?? []).length === 0) faults.push("rows_missing");
        if ((question.rows ?? []).some((row) => inAny(row.label) === "")) faults.push("option_title_missing");
    }
    if (!limitsHold(question)) faults.push("limits_invalid");
    for (const condition of conditionsOf(question.show_if)) {
        const fault = faultOfCondition(form, condition);
        if (fault !== null) faults.push(fault);
    }
    return [...new Set(faults)];
}

/** Everything that is wrong, in the order of the form. */
export function issuesOf(form: Form): Issue[] {
    const issues: Issue[] = [];
    const round = new Set(circles(form));
    for (const section of form.sections) {
        const name = `#${section.key}`;
        if (section.questions.length === 0) issues.push({ at: name, fault: "section_empty" });
        const dead = conditionsOf(section.show_if).map((one) => faultOfCondition(form, one));
        for (const fault of new Set(dead)) if (fault !== null) issues.push({ at: name, fault });
        if (round.has(name)) issues.push({ at: name, fault: "condition_circle" });
        for (const question of section.questions) {
            for (const fault of faultsOf(form, question)) issues.push({ at: question.key, fault });
            // Where the section goes round, its questions do only because of it.
            if (round.has(question.key) && !round.has(name))
                issues.push({ at: question.key, fault: "condition_circle" });
        }
    }
    return issues;
}

/** What the server names as "sections[0].questions[2].options", by the key of the question or "#" and the section's. */
export function keyAt(form: Form, field: string): string | null {
    const found = /^sections\[(\d+)\](?:\.questions\[(\d+)\])?/.exec(field);
    if (found === null) return null;
    const section = form.sections[Number(found[1])];
    if (section === undefined) return null;
    if (found[2] === undefined) return `#${section.key}`;
    return section.questions[Number(found[2])]?.key ?? null;
}

/** Every wording of a question or a section's head. */
export function wordingsOf(one: Question): Wording[] {
    const all = [one.title, one.help, one.low, one.high];
    for (const option of [...(one.options ?? []), ...(one.rows ?? [])]) all.push(option.label);
    return all.filter((wording): wording is Wording => wording !== undefined && inAny(wording) !== "");
}

/** How many texts that are there in some language lack that one. */
export function missingIn(form: Form, language: FormLanguage): number {
    let missing = 0;
    const count = (wordings: (Wording | undefined)[]) => {
        for (const one of wordings) if (inAny(one) !== "" && !one?.[language]?.trim()) missing++;
    };
    for (const section of form.sections) {
        count([section.title, section.intro]);
        for (const question of section.questions) count(wordingsOf(question));
    }
    return missing;
}

/** Whether any text of the form is in that language. */
export const speaks = (form: Form, language: FormLanguage): boolean =>
    form.sections.some((section) =>
        [section.title, section.intro, ...section.questions.flatMap(wordingsOf)].some(
            (one) => (one?.[language] ?? "").trim() !== "",
        ),
    );
