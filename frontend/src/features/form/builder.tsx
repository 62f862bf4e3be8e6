// The form builder: the pages of the form with their questions, and beside them how people will see them.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ConsultationInFull } from "../../api/consultation_nouns.ts";
import { formLanguages, type Form, type FormLanguage, type KeptForm } from "../../api/form_nouns.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Problem } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { KeptDraft } from "../../ui/kept_draft.tsx";
import { Collisions } from "./collisions.tsx";
import { issuesOf, keyAt, mostQuestions, mostSections, speaks } from "./form_check.ts";
import * as state from "./form_state.ts";
import { Languages } from "./languages.tsx";
import { Preview } from "./preview.tsx";
import type { CardActs } from "./question_card.tsx";
import { SectionCard } from "./section_card.tsx";
import { Templates } from "./templates.tsx";
import { useForm } from "./use_form.ts";

interface Props {
    consultation: ConsultationInFull;
    unit: { id: number; name: string };
    kept: KeptForm;
    onStored: (kept: KeptForm) => void;
}

export function Builder({ consultation, unit, kept, onStored }: Props) {
    const held = useForm(consultation.id, kept, onStored);
    const { form, base, submission } = held;
    const [open, setOpen] = useState<string | null>(null);
    const [page, setPage] = useState(0);
    const [added, setAdded] = useState<FormLanguage[]>([]);
    const [previewing, setPreviewing] = useState(false);
    const [wrong, setWrong] = useState(false);
    const next = useRef<string | null>(null); // what has the focus once it is drawn
    const place = useRef<HTMLDivElement>(null);
    useLayoutEffect(() => {
        if (next.current === null) return;
        place.current?.querySelector<HTMLElement>(next.current)?.focus();
        next.current = null;
    });

    const languages = formLanguages.filter((one) => one === "nb" || added.includes(one) || speaks(form, one));
    const issues = issuesOf(form);
    const refusedAt = submission.refusal === null ? null : keyAt(form, submission.refusal.field);
    const questions = state.questionsOf(form);
    const asked = new Set(state.questionsOf(base).map((one) => one.key));
    const taken = [...asked];
    const version =
        consultation.document === null ? null : { document: consultation.document, version: consultation.version };
    const titleOf = (key: string) => state.inAny(questions.find((one) => one.key === key)?.title) || t("form.untitled");

    const show = (key: string, to: Form) => {
        const at = state.placeOf(to, key);
        if (at !== null) setPage(at.section);
    };
    const moveTo = (key: string, to: state.Place) => {
        const moved = state.moveQuestion(form, key, to);
        held.act(moved);
        show(key, moved);
        const at = state.questionsOf(moved).findIndex((one) => one.key === key) + 1;
        announce(t("form.moved", { name: titleOf(key), n: at, all: questions.length }));
    };
    const actsOf = (key: string): CardActs => ({
        change: (change) => held.type(state.changeQuestion(form, key, change)),
        copy: () => {
            const copied = state.copyQuestion(form, key, taken);
            const keys = state.questionsOf(copied).map((one) => one.key);
            const copy = keys[keys.indexOf(key) + 1]!;
            held.act(copied);
            setOpen(copy);
            next.current = `[data-question="${copy}"] .question-body input`;
            announce(t("form.copied", { name: titleOf(key) }));
        },
        remove: () => {
            held.act(state.removeQuestion(form, key));
            next.current = ".undo";
            announce(t("form.removed", { name: titleOf(key) }));
        },
        move: (by) => {
            const to = state.stepOf(form, key, by);
            if (to === null) return;
            const focused = document.activeElement;
            const card = focused?.closest(`[data-question="${key}"]`);
            if (card && focused?.matches(".up, .down"))
                next.current = `[data-question="${key}"] .${by < 0 ? "up" : "down"}:enabled`;
            else if (card)
                next.current =
                    focused!.id !== "" ? `#${CSS.escape(focused!.id)}` : `[data-question="${key}"] .question-name`;
            moveTo(key, to);
        },
        toggle: () => {
            setOpen(open === key ? null : key);
            show(key, form);
        },
    });
    const store = async () => {
        setWrong(issues.length > 0);
        if (issues.length > 0) {
            const first = issues[0]!.at;
            if (!first.startsWith("#")) setOpen(first);
            next.current = first.startsWith("#") ? null : `[data-question="${first}"] .question-name`;
            return;
        }
        if (await held.store()) announce(t("form.stored"));
    };
    const preview = (
        <Preview
            process={consultation.process}
            title={consultation.title}
            form={state.tidied(form)}
            languages={languages}
            version={version}
            page={page}
            onPage={setPage}
        />
    );
    return (
        <div class="builder" ref={place}>
            <KeptDraft place={held.place} drop={held.drop} />
            {consultation.begun && <p class="notice-box">{t("form.begun", { n: base.revision + 1 })}</p>}
            {held.joined !== null && (
                <p class="notice-box" role="status">
                    {t("form.joined", { n: held.joined })}
                </p>
            )}
            <Collisions held={held} />
            <div class="builder-bar">
                <Languages
                    form={form}
                    languages={languages}
                    onChange={(one, on) => setAdded(on ? [...added, one] : added.filter((other) => other !== one))}
                />
                <p class="builder-acts">
                    <button
                        type="button"
                        class="button quiet small undo"
                        disabled={held.undo === null}
                        onClick={() => {
                            held.undo?.();
                            announce(t("form.undone"));
                        }}
                    >
                        {t("form.undo")}
                    </button>
                    <Templates
                        consultation={consultation.id}
                        unit={unit}
                        form={form}
                        begun={consultation.begun}
                        ready={issues.length === 0}
                        onForm={(begun) => {
                            held.act(begun);
                            setOpen(null);
                        }}
                    />
                    <button type="button" class="button quiet small preview-button" onClick={() => setPreviewing(true)}>
                        {t("form.preview")}
                    </button>
                </p>
            </div>
            <div class="builder-parts">
                <div class="builder-form">
                    {form.sections.map((section, i) => (
                        <SectionCard
                            key={section.key}
                            form={form}
                            section={section}
                            n={i + 1}
                            before={form.sections.slice(0, i).reduce((sum, one) => sum + one.questions.length, 0)}
                            open={open}
                            languages={languages}
                            faultsOf={(key) => issues.filter((one) => one.at === key).map((one) => one.fault)}
                            fixed={(key) => consultation.begun && asked.has(key)}
                            version={version}
                            full={questions.length >= mostQuestions}
                            actsOf={actsOf}
                            onChange={(change) => held.type(state.changeSection(form, section.key, change))}
                            onAdd={(kind) => {
                                const grown = state.addQuestion(form, i, section.questions.length, kind, taken);
                                const key = grown.sections[i]!.questions.at(-1)!.key;
                                held.act(grown);
                                setOpen(key);
                                setPage(i);
                                next.current = `[data-question="${key}"] .question-body input`;
                            }}
                            onMove={(by) => held.act(state.moveSection(form, i, by))}
                            onRemove={() => {
                                held.act(state.removeSection(form, section.key));
                                next.current = ".undo";
                                announce(t("form.pageRemoved", { n: i + 1 }));
                            }}
                            onDrop={moveTo}
                            ends={(key) => ({
                                first: state.stepOf(form, key, -1) === null,
                                last: state.stepOf(form, key, 1) === null,
                            })}
                        />
                    ))}
                    <button
                        type="button"
                        class="button quiet"
                        disabled={form.sections.length >= mostSections}
                        onClick={() => held.act(state.addSection(form))}
                    >
                        <Icon name="plus" />
                        {t("form.addPage")}
                    </button>
                    <div class="builder-foot">
                        {wrong && issues.length > 0 && (
                            <p class="problem" role="alert">
                                {t("form.issues", { n: issues.length })}
                            </p>
                        )}
                        <Problem refusal={submission.refusal} />
                        {refusedAt !== null && (
                            <button type="button" class="link" onClick={() => setOpen(refusedAt)}>
                                {t("form.showIt")}
                            </button>
                        )}
                        <p class="actions">
                            <button
                                type="button"
                                class="button"
                                disabled={submission.busy || !held.changed || held.collisions.length > 0}
                                onClick={() => void store()}
                            >
                                {t(consultation.begun ? "form.storeRevision" : "form.store")}
                            </button>
                            <span class="muted">{t(held.changed ? "form.unsaved" : "form.saved")}</span>
                        </p>
                    </div>
                </div>
                <div class="builder-preview">{!previewing && preview}</div>
            </div>
            {previewing && (
                <Dialog title={t("form.preview")} kind="sheet" onClose={() => setPreviewing(false)}>
                    {preview}
                </Dialog>
            )}
        </div>
    );
}
