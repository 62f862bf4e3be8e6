// What an editor does to a form, as pure steps from one form to the next.
import type {
    Condition,
    Form,
    Option,
    Question,
    QuestionKind,
    Section,
    ShowIf,
    Wording,
} from "../../api/form_nouns.ts";

/** Kinds whose options an editor writes. */
export const hasOptions = (kind: QuestionKind) =>
    kind === "choice" || kind === "choices" || kind === "ranking" || kind === "matrix";
export const takesOther = (kind: QuestionKind) => kind === "choice" || kind === "choices";
/** Kinds that ask for nothing. */
export const asksNothing = (kind: QuestionKind) => kind === "explanation";

/** The first text there is. */
export const inAny = (wording: Wording | undefined): string => wording?.nb || wording?.nn || wording?.en || "";

export const conditionsOf = (show: ShowIf | undefined): Condition[] => show?.any ?? show?.all ?? [];

export const questionsOf = (form: Form): Question[] => form.sections.flatMap((section) => section.questions);

/** The next key with that letter that nothing in the form has: "q7". Numbers only rise, so that no key comes back. */
export function freshKey(letter: string, taken: Iterable<string>): string {
    let most = 0;
    for (const key of taken) {
        const found = new RegExp(`^${letter}(\\d{1,9})$`).exec(key);
        if (found !== null) most = Math.max(most, Number(found[1]));
    }
    return letter + String(most + 1);
}

const options = (letter: string): Option[] => [
    { key: `${letter}1`, label: {} },
    { key: `${letter}2`, label: {} },
];

/** A question of a kind with what that kind cannot be without. */
export function newQuestion(key: string, kind: QuestionKind): Question {
    return {
        key,
        kind,
        ...(hasOptions(kind) && { options: options("a") }),
        ...(kind === "matrix" && { rows: options("r") }),
        ...(kind === "scale" && { least: 1, most: 5 }),
        ...(kind === "consent" && { required: true }),
    };
}

/** The same question as another kind: what the new kind has no use for is left behind. */
export function asKind(question: Question, kind: QuestionKind): Question {
    const fresh = newQuestion(question.key, kind);
    const { title, help, required, show_if, options: before } = question;
    return {
        ...fresh,
        ...(title !== undefined && { title }),
        ...(help !== undefined && { help }),
        ...(required === true && !asksNothing(kind) && { required }),
        ...(show_if !== undefined && { show_if }),
        ...(hasOptions(kind) && before !== undefined && { options: before }),
        ...(takesOther(kind) && question.other === true && { other: true }),
    };
}

const withQuestions = (form: Form, section: number, questions: Question[]): Form => ({
    ...form,
    sections: form.sections.map((one, i) => (i === section ? { ...one, questions } : one)),
});

export function addQuestion(
    form: Form,
    section: number,
    at: number,
    kind: QuestionKind,
    taken: Iterable<string>,
): Form {
    const keys = [...taken, ...questionsOf(form).map((one) => one.key)];
    const questions = [...form.sections[section]!.questions];
    questions.splice(at, 0, newQuestion(freshKey("q", keys), kind));
    return withQuestions(form, section, questions);
}

export function copyQuestion(form: Form, key: string, taken: Iterable<string>): Form {
    const keys = [...taken, ...questionsOf(form).map((one) => one.key)];
    return {
        ...form,
        sections: form.sections.map((section) => ({
            ...section,
            questions: section.questions.flatMap((one) =>
                one.key === key ? [one, { ...structuredClone(one), key: freshKey("q", keys) }] : [one],
            ),
        })),
    };
}

export const changeQuestion = (form: Form, key: string, change: (question: Question) => Question): Form => ({
    ...form,
    sections: form.sections.map((section) => ({
        ...section,
        questions: section.questions.map((one) => (one.key === key ? change(one) : one)),
    })),
});

/** Conditions that ask for the question stay and are shown as dead: what they meant is for the editor to say. */
export const removeQuestion = (form: Form, key: string): Form => ({
    ...form,
    sections: form.sections.map((section) => ({
        ...section,
        questions: section.questions.filter((one) => one.key !== key),
    })),
});

export interface Place {
    section: number;
    question: number;
}

export function placeOf(form: Form, key: string): Place | null {
    for (const [section, { questions }] of form.sections.entries()) {
        const question = questions.findIndex((one) => one.key === key);
        if (question >= 0) return { section, question };
    }
    return null;
}

/** Puts a question before what is now at the place. */
export function moveQuestion(form: Form, key: string, to: Place): Form {
    const from = placeOf(form, key);
    if (from === null || form.sections[to.section] === undefined) return form;
    const moved = form.sections[from.section]!.questions[from.question]!;
    const at = from.section === to.section && from.question < to.question ? to.question - 1 : to.question;
    const without = removeQuestion(form, key);
    const questions = [...without.sections[to.section]!.questions];
    questions.splice(at, 0, moved);
    return withQuestions(without, to.section, questions);
}

/** Where a question lands one step up or down: over the edge of its section into the next. Null at the ends. */
export function stepOf(form: Form, key: string, by: -1 | 1): Place | null {
    const from = placeOf(form, key);
    if (from === null) return null;
    const next = from.question + by;
    if (next >= 0 && next < form.sections[from.section]!.questions.length)
        return { section: from.section, question: by > 0 ? next + 1 : next };
    const section = from.section + by;
    const neighbour = form.sections[section];
    if (neighbour === undefined) return null;
    return { section, question: by > 0 ? 0 : neighbour.questions.length };
}

export function addSection(form: Form): Form {
    const key = freshKey(
        "s",
        form.sections.map((section) => section.key),
    );
    const taken = questionsOf(form).map((one) => one.key);
    return {
        ...form,
        sections: [...form.sections, { key, questions: [newQuestion(freshKey("q", taken), "long_text")] }],
    };
}

export const changeSection = (form: Form, key: string, change: Partial<Section>): Form => ({
    ...form,
    sections: form.sections.map((one) => (one.key === key ? { ...one, ...change } : one)),
});

/** The page with what is no question of it as `head` has it. */
export const setHead = (form: Form, key: string, head: Omit<Section, "questions">): Form => ({
    ...form,
    sections: form.sections.map((one) => (one.key === key ? { ...head, questions: one.questions } : one)),
});

export const removeSection = (form: Form, key: string): Form => ({
    ...form,
    sections: form.sections.filter((one) => one.key !== key),
});

export function moveSection(form: Form, at: number, by: -1 | 1): Form {
    const sections = [...form.sections];
    if (sections[at + by] === undefined) return form;
    sections.splice(at + by, 0, ...sections.splice(at, 1));
    return { ...form, sections };
}

/** The form without what is empty, so that two that say the same are the same text. */
export function tidied(form: Form): Form {
    const wording = (one: Wording | undefined): Wording | undefined => {
        const kept = Object.fromEntries(Object.entries(one ?? {}).filter(([, text]) => text.trim() !== ""));
        return Object.keys(kept).length === 0 ? undefined : kept;
    };
    const put = <K extends string, V>(key: K, value: V | undefined) =>
        (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>;
    const show = (one: ShowIf | undefined) => (conditionsOf(one).length === 0 ? undefined : one);
    const list = (all: Option[] | undefined) =>
        all === undefined || all.length === 0
            ? undefined
            : all.map(({ key, label }) => ({ key, label: wording(label) ?? {} }));
    return {
        sections: form.sections.map((section) => ({
            key: section.key,
            ...put("title", wording(section.title)),
            ...put("intro", wording(section.intro)),
            ...put("show_if", show(section.show_if)),
            questions: section.questions.map((one) => ({
                key: one.key,
                kind: one.kind,
                ...put("title", wording(one.title)),
                ...put("help", wording(one.help)),
                ...(one.required === true && { required: true }),
                ...put("options", hasOptions(one.kind) ? list(one.options) : undefined),
                ...put("rows", one.kind === "matrix" ? list(one.rows) : undefined),
                ...(one.other === true && { other: true }),
                ...(one.shuffled === true && { shuffled: true }),
                ...put("least", one.least),
                ...put("most", one.most),
                ...put("low", wording(one.low)),
                ...put("high", wording(one.high)),
                ...(one.block !== undefined && one.block !== "" && { block: one.block }),
                ...put("show_if", show(one.show_if)),
            })),
        })),
    };
}
