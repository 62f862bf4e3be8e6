// One question in the builder: closed it is a line, open it is all that can be said about it.
import type { Form, FormLanguage, Question, QuestionKind } from "../../api/form_nouns.ts";
import { questionKinds } from "../../api/form_nouns.ts";
import { t } from "../../i18n/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { BlockPicker } from "./block_picker.tsx";
import { Conditions } from "./conditions.tsx";
import type { Fault } from "./form_check.ts";
import { asKind, asksNothing, conditionsOf, hasOptions, inAny, takesOther } from "./form_state.ts";
import { Limits } from "./limits.tsx";
import { OptionList } from "./option_list.tsx";
import { WordingField } from "./wording_field.tsx";

function withConditions(question: Question, show_if: Question["show_if"]): Question {
    const changed = { ...question, ...(show_if !== undefined && { show_if }) };
    if (show_if === undefined) delete changed.show_if;
    return changed;
}

export interface CardActs {
    change: (change: (question: Question) => Question) => void;
    copy: () => void;
    remove: () => void;
    move: (by: -1 | 1) => void;
    toggle: () => void;
}

interface Props {
    form: Form;
    question: Question;
    n: number;
    open: boolean;
    languages: FormLanguage[];
    faults: Fault[];
    /** Whether answers are told against its kind and options: they stay. */
    fixed: boolean;
    ends: { first: boolean; last: boolean };
    /** The version of the document that it is about, where there is one. */
    version: { document: number; version: number } | null;
    acts: CardActs;
}

function Body({ form, question, languages, fixed, version, acts }: Props) {
    const set = (change: Partial<Question>) => acts.change((one) => ({ ...one, ...change }));
    const { kind } = question;
    const told = kind === "explanation" || kind === "consent";
    const flag = (name: "required" | "other" | "shuffled", label: string) => (
        <label class="choice">
            <input
                type="checkbox"
                checked={question[name] === true}
                onChange={(event) => set({ [name]: event.currentTarget.checked })}
            />
            <span>{label}</span>
        </label>
    );
    return (
        <div class="question-body">
            <label class="question-kind">
                <span>{t("form.kind")}</span>
                <select
                    value={kind}
                    disabled={fixed}
                    onChange={(event) => {
                        const next = event.currentTarget.value as QuestionKind;
                        acts.change((one) => asKind(one, next));
                    }}
                >
                    {questionKinds.map((one) => (
                        <option key={one} value={one}>
                            {t(`form.kind.${one}`)}
                        </option>
                    ))}
                </select>
                {fixed && <small class="hint">{t("form.fixed")}</small>}
            </label>
            <WordingField
                label={t(kind === "explanation" ? "form.heading" : "form.question")}
                value={question.title}
                languages={languages}
                needed={kind !== "explanation"}
                onChange={(title) => set({ title })}
            />
            <WordingField
                label={t(told ? "form.text" : "form.help")}
                {...(told && { hint: t("process.markdown") })}
                value={question.help}
                languages={languages}
                rows={told ? 4 : 2}
                needed={kind === "explanation" && inAny(question.title) === ""}
                onChange={(help) => set({ help })}
            />
            {hasOptions(kind) && (
                <OptionList
                    legend={t(kind === "matrix" ? "form.columns" : "form.options")}
                    options={question.options ?? []}
                    letter="a"
                    languages={languages}
                    fixed={fixed && (kind === "ranking" || kind === "matrix")}
                    onChange={(options) => set({ options })}
                />
            )}
            {kind === "matrix" && (
                <OptionList
                    legend={t("form.rows")}
                    options={question.rows ?? []}
                    letter="r"
                    languages={languages}
                    fixed={false}
                    onChange={(rows) => set({ rows })}
                />
            )}
            {kind === "scale" && (
                <>
                    <WordingField
                        label={t("form.low")}
                        value={question.low}
                        languages={languages}
                        onChange={(low) => set({ low })}
                    />
                    <WordingField
                        label={t("form.high")}
                        value={question.high}
                        languages={languages}
                        onChange={(high) => set({ high })}
                    />
                </>
            )}
            <Limits question={question} fixed={fixed} onChange={set} />
            {kind === "agreement" && (
                <BlockPicker
                    version={version}
                    block={question.block ?? ""}
                    fixed={fixed}
                    onChange={(block) => set({ block })}
                />
            )}
            <div class="question-flags">
                {!asksNothing(kind) && flag("required", t("form.required"))}
                {takesOther(kind) && flag("other", t("form.other"))}
                {(kind === "choice" || kind === "choices" || kind === "ranking") &&
                    flag("shuffled", t("form.shuffled"))}
            </div>
            <Conditions
                form={form}
                self={question.key}
                show={question.show_if}
                onChange={(show_if) => acts.change((one) => withConditions(one, show_if))}
            />
        </div>
    );
}

export function QuestionCard(props: Props) {
    const { question, n, open, faults, ends, acts } = props;
    const name = inAny(question.title) || inAny(question.help) || t("form.untitled");
    const body = `question-${question.key}`;
    return (
        <li
            class={`question-card${open ? " open" : ""}${faults.length > 0 ? " faulty" : ""}`}
            data-question={question.key}
            onKeyDown={(event) => {
                // Alt and the arrows carry the question along, from any field of it.
                if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
                event.preventDefault();
                acts.move(event.key === "ArrowUp" ? -1 : 1);
            }}
        >
            <div class="question-head">
                <span class="grip" draggable aria-hidden="true" title={t("form.drag")}>
                    <Icon name="grip" />
                </span>
                <button
                    type="button"
                    class="question-name"
                    aria-expanded={open}
                    aria-controls={body}
                    onClick={acts.toggle}
                >
                    <span class="question-n">{n}</span>
                    <span class="question-title">{name}</span>
                    <span class="question-facts">
                        {t(`form.kind.${question.kind}`)}
                        {question.required === true && <> · {t("form.requiredShort")}</>}
                        {conditionsOf(question.show_if).length > 0 && <> · {t("form.conditional")}</>}
                    </span>
                </button>
                <span class="row-acts">
                    <button
                        type="button"
                        class="icon-button up"
                        aria-label={t("form.up", { name })}
                        disabled={ends.first}
                        onClick={() => acts.move(-1)}
                    >
                        <Icon name="up" />
                    </button>
                    <button
                        type="button"
                        class="icon-button down turned"
                        aria-label={t("form.down", { name })}
                        disabled={ends.last}
                        onClick={() => acts.move(1)}
                    >
                        <Icon name="up" />
                    </button>
                    <button type="button" class="icon-button" aria-label={t("form.copy", { name })} onClick={acts.copy}>
                        <Icon name="copy" />
                    </button>
                    <button
                        type="button"
                        class="icon-button"
                        aria-label={t("form.remove", { name })}
                        onClick={acts.remove}
                    >
                        <Icon name="cross" />
                    </button>
                </span>
            </div>
            {faults.length > 0 && (
                <ul class="faults">
                    {faults.map((fault) => (
                        <li key={fault}>{t(`form.fault.${fault}`)}</li>
                    ))}
                </ul>
            )}
            <div id={body} hidden={!open}>
                {open && <Body {...props} />}
            </div>
        </li>
    );
}
