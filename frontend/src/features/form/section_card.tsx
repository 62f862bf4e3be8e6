// A section of the form: a page of its own where people answer.
import { useRef } from "preact/hooks";
import { questionKinds, type Form, type FormLanguage, type QuestionKind, type Section } from "../../api/form_nouns.ts";
import { t } from "../../i18n/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Conditions } from "./conditions.tsx";
import type { Fault } from "./form_check.ts";
import { conditionsOf, inAny, type Place } from "./form_state.ts";
import { QuestionCard, type CardActs } from "./question_card.tsx";
import { WordingField } from "./wording_field.tsx";

interface Props {
    form: Form;
    section: Section;
    n: number;
    /** How many questions stand before it. */
    before: number;
    open: string | null;
    languages: FormLanguage[];
    faultsOf: (key: string) => Fault[];
    fixed: (key: string) => boolean;
    version: { document: number; version: number } | null;
    full: boolean;
    actsOf: (key: string) => CardActs;
    onChange: (change: Partial<Section>) => void;
    onAdd: (kind: QuestionKind) => void;
    onMove: (by: -1 | 1) => void;
    onRemove: () => void;
    /** A question was dropped before what is at the place. */
    onDrop: (key: string, to: Place) => void;
    ends: (key: string) => { first: boolean; last: boolean };
}

/** Before which of its cards a pointer stands. */
function placeUnder(list: HTMLElement, y: number): number {
    const cards = [...list.querySelectorAll<HTMLElement>(":scope > .question-card")];
    const found = cards.findIndex((card) => {
        const { top, height } = card.getBoundingClientRect();
        return y < top + height / 2;
    });
    return found < 0 ? cards.length : found;
}

export function SectionCard(props: Props) {
    const { form, section, n, languages, onChange } = props;
    const list = useRef<HTMLOListElement>(null);
    const faults = props.faultsOf(`#${section.key}`);
    const mark = (at: number | null) => {
        if (list.current === null) return;
        if (at === null) delete list.current.dataset.drop;
        for (const [i, card] of [...list.current.children].entries()) card.classList.toggle("drop-before", i === at);
        list.current.classList.toggle("drop-last", at === list.current.children.length);
    };
    return (
        <section class="section-card" aria-labelledby={`section-${section.key}`}>
            <header class="section-card-head">
                <h2 id={`section-${section.key}`}>
                    {t("form.pageN", { n })}
                    {inAny(section.title) !== "" && <span class="muted"> {inAny(section.title)}</span>}
                </h2>
                <span class="row-acts">
                    <button
                        type="button"
                        class="icon-button"
                        aria-label={t("form.pageUp", { n })}
                        disabled={n === 1}
                        onClick={() => props.onMove(-1)}
                    >
                        <Icon name="up" />
                    </button>
                    <button
                        type="button"
                        class="icon-button turned"
                        aria-label={t("form.pageDown", { n })}
                        disabled={n === form.sections.length}
                        onClick={() => props.onMove(1)}
                    >
                        <Icon name="up" />
                    </button>
                    <button
                        type="button"
                        class="icon-button"
                        aria-label={t("form.pageRemove", { n })}
                        disabled={form.sections.length === 1}
                        onClick={props.onRemove}
                    >
                        <Icon name="cross" />
                    </button>
                </span>
            </header>
            {faults.length > 0 && (
                <ul class="faults">
                    {faults.map((fault) => (
                        <li key={fault}>{t(`form.fault.${fault}`)}</li>
                    ))}
                </ul>
            )}
            <WordingField
                label={t("form.pageTitle")}
                value={section.title}
                languages={languages}
                onChange={(title) => onChange({ title })}
            />
            <details
                class="section-more"
                open={inAny(section.intro) !== "" || conditionsOf(section.show_if).length > 0}
            >
                <summary>{t("form.pageMore")}</summary>
                <WordingField
                    label={t("form.pageIntro")}
                    hint={t("process.markdown")}
                    value={section.intro}
                    languages={languages}
                    rows={3}
                    onChange={(intro) => onChange({ intro })}
                />
                <Conditions
                    form={form}
                    self=""
                    show={section.show_if}
                    onChange={(show_if) => onChange({ show_if } as Partial<Section>)}
                />
            </details>
            <ol
                class="question-cards"
                ref={list}
                onDragOver={(event) => {
                    if (!event.dataTransfer?.types.includes("text/x-question")) return;
                    event.preventDefault();
                    mark(placeUnder(event.currentTarget, event.clientY));
                }}
                onDragLeave={(event) => {
                    if (!event.currentTarget.contains(event.relatedTarget as Node)) mark(null);
                }}
                onDrop={(event) => {
                    const key = event.dataTransfer?.getData("text/x-question");
                    if (!key) return;
                    event.preventDefault();
                    mark(null);
                    props.onDrop(key, { section: n - 1, question: placeUnder(event.currentTarget, event.clientY) });
                }}
                onDragStart={(event) => {
                    const card = (event.target as Element).closest<HTMLElement>("[data-question]");
                    if (card === null || event.dataTransfer === null) return;
                    event.dataTransfer.setData("text/x-question", card.dataset.question!);
                    event.dataTransfer.effectAllowed = "move";
                    event.dataTransfer.setDragImage(card, 20, 20);
                }}
            >
                {section.questions.map((question, i) => (
                    <QuestionCard
                        key={question.key}
                        form={form}
                        question={question}
                        n={props.before + i + 1}
                        open={props.open === question.key}
                        languages={languages}
                        faults={props.faultsOf(question.key)}
                        fixed={props.fixed(question.key)}
                        ends={props.ends(question.key)}
                        version={props.version}
                        acts={props.actsOf(question.key)}
                    />
                ))}
            </ol>
            {!props.full && (
                <Menu
                    label={t("form.addTo", { n })}
                    icon="plus"
                    acts={questionKinds.map((kind) => ({ word: t(`form.kind.${kind}`), act: () => props.onAdd(kind) }))}
                />
            )}
        </section>
    );
}
