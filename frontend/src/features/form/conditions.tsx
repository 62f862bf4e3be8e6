// When something is asked: a question, a test and a value each, chosen from what the form has.
import type { Condition, Form, Question, ShowIf } from "../../api/form_nouns.ts";
import { t } from "../../i18n/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { asksNothing, conditionsOf, hasOptions, inAny, questionsOf } from "./form_state.ts";

type TestName = "is" | "is_not" | "answered" | "at_least" | "at_most";

const testOf = (condition: Condition): TestName =>
    condition.is !== undefined
        ? "is"
        : condition.is_not !== undefined
          ? "is_not"
          : condition.at_least !== undefined
            ? "at_least"
            : condition.at_most !== undefined
              ? "at_most"
              : "answered";

interface Choice {
    key: string;
    label: string;
}

/** What the answers to a question can be, where they can be listed. */
function choicesOf(question: Question): Choice[] {
    if (hasOptions(question.kind) && question.kind !== "matrix" && question.kind !== "ranking") {
        const all = (question.options ?? []).map(({ key, label }) => ({ key, label: inAny(label) || key }));
        return question.other === true ? [...all, { key: "other", label: t("form.otherOption") }] : all;
    }
    if (question.kind === "agreement")
        return (["agree", "disagree", "unsure"] as const).map((key) => ({ key, label: t(`form.${key}`) }));
    return [];
}

const testsFor = (question: Question): TestName[] => {
    if (choicesOf(question).length > 0) return ["is", "is_not", "answered"];
    if (question.kind === "scale" || question.kind === "number") return ["at_least", "at_most", "answered"];
    return ["answered"];
};

function conditionOf(question: Question, test: TestName): Condition {
    const named = { question: question.key };
    const first = choicesOf(question)[0]?.key;
    if (test === "is") return { ...named, is: first === undefined ? [] : [first] };
    if (test === "is_not") return { ...named, is_not: first === undefined ? [] : [first] };
    if (test === "at_least") return { ...named, at_least: question.least ?? 1 };
    if (test === "at_most") return { ...named, at_most: question.most ?? 1 };
    return { ...named, answered: true };
}

interface RowProps {
    form: Form;
    condition: Condition;
    n: number;
    /** Whose condition it is: nothing hangs on itself. */
    self: string;
    onChange: (condition: Condition) => void;
    onRemove: () => void;
}

function Row({ form, condition, n, self, onChange, onRemove }: RowProps) {
    const questions = questionsOf(form).filter((one) => !asksNothing(one.kind) && one.key !== self);
    const question = questions.find((one) => one.key === condition.question);
    const test = testOf(condition);
    const values = condition.is ?? condition.is_not ?? [];
    const choices = question === undefined ? [] : choicesOf(question);
    const dead = values.filter((value) => !choices.some((choice) => choice.key === value));
    const setValues = (next: string[]) =>
        onChange({ question: condition.question, ...(test === "is" ? { is: next } : { is_not: next }) });
    return (
        <li class={question === undefined || dead.length > 0 ? "condition dead" : "condition"}>
            <label>
                <span class="hidden">{t("form.conditionQuestion", { n })}</span>
                <select
                    value={condition.question}
                    onChange={(event) => {
                        const chosen = questions.find((one) => one.key === event.currentTarget.value);
                        if (chosen !== undefined) onChange(conditionOf(chosen, testsFor(chosen)[0]!));
                    }}
                >
                    {question === undefined && <option value={condition.question}>{t("form.conditionGone")}</option>}
                    {questions.map((one) => (
                        <option key={one.key} value={one.key}>
                            {inAny(one.title) || t("form.untitled")}
                        </option>
                    ))}
                </select>
            </label>
            <label>
                <span class="hidden">{t("form.conditionTest", { n })}</span>
                <select
                    value={test}
                    disabled={question === undefined}
                    onChange={(event) => onChange(conditionOf(question!, event.currentTarget.value as TestName))}
                >
                    {(question === undefined ? [test] : testsFor(question)).map((one) => (
                        <option key={one} value={one}>
                            {t(`form.test.${one}`)}
                        </option>
                    ))}
                </select>
            </label>
            <button type="button" class="icon-button" aria-label={t("form.conditionRemove", { n })} onClick={onRemove}>
                <Icon name="cross" />
            </button>
            {choices.length > 0 && (test === "is" || test === "is_not") && (
                <fieldset class="condition-values">
                    <legend class="hidden">{t("form.conditionValues", { n })}</legend>
                    {choices.map((choice) => (
                        <label class="chip-button" key={choice.key}>
                            <input
                                type="checkbox"
                                checked={values.includes(choice.key)}
                                onChange={(event) =>
                                    setValues(
                                        event.currentTarget.checked
                                            ? [...values, choice.key]
                                            : values.filter((one) => one !== choice.key),
                                    )
                                }
                            />
                            <span>{choice.label}</span>
                        </label>
                    ))}
                    {dead.map((value) => (
                        <button
                            type="button"
                            class="chip-button dead"
                            key={value}
                            onClick={() => setValues(values.filter((one) => one !== value))}
                        >
                            {t("form.optionGone")} <Icon name="cross" />
                        </button>
                    ))}
                </fieldset>
            )}
            {(test === "at_least" || test === "at_most") && (
                <label class="condition-number">
                    <span class="hidden">{t("form.conditionNumber", { n })}</span>
                    <input
                        type="number"
                        step="1"
                        value={String(condition.at_least ?? condition.at_most ?? 0)}
                        onInput={(event) => {
                            const number = Math.round(Number(event.currentTarget.value));
                            if (Number.isFinite(number)) onChange({ question: condition.question, [test]: number });
                        }}
                    />
                </label>
            )}
        </li>
    );
}

interface Props {
    form: Form;
    self: string;
    show: ShowIf | undefined;
    onChange: (show: ShowIf | undefined) => void;
}

export function Conditions({ form, self, show, onChange }: Props) {
    const any = show?.any !== undefined;
    const all = conditionsOf(show);
    const set = (conditions: Condition[], matchAny = any) =>
        onChange(conditions.length === 0 ? undefined : matchAny ? { any: conditions } : { all: conditions });
    const first = questionsOf(form).find((one) => !asksNothing(one.kind) && one.key !== self);
    return (
        <fieldset class="conditions">
            <legend>{t("form.showIf")}</legend>
            {all.length === 0 && <p class="hint">{t("form.always")}</p>}
            {all.length > 1 && (
                <label class="conditions-any">
                    <span class="hidden">{t("form.howMany")}</span>
                    <select
                        value={any ? "any" : "all"}
                        onChange={(event) => set(all, event.currentTarget.value === "any")}
                    >
                        <option value="all">{t("form.all")}</option>
                        <option value="any">{t("form.any")}</option>
                    </select>
                </label>
            )}
            <ul>
                {all.map((condition, i) => (
                    <Row
                        key={i}
                        form={form}
                        condition={condition}
                        n={i + 1}
                        self={self}
                        onChange={(changed) => set(all.map((one, j) => (i === j ? changed : one)))}
                        onRemove={() => set(all.filter((_, j) => j !== i))}
                    />
                ))}
            </ul>
            <button
                type="button"
                class="link"
                disabled={first === undefined || all.length >= 20}
                onClick={() => first !== undefined && set([...all, conditionOf(first, testsFor(first)[0]!)])}
            >
                {t("form.addCondition")}
            </button>
        </fieldset>
    );
}
