// What an editor decides of a consultation. What is typed is kept until the server has it.
import type { ConsultationInFull } from "../../api/consultation_nouns.ts";
import { beginConsultation, changeConsultation } from "../../api/consultation_routes.ts";
import type { Form } from "../../api/form_nouns.ts";
import type { Process } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem, TextField } from "../../ui/field.tsx";
import { useFirstWrong } from "../../ui/first_wrong.ts";
import { KeptDraft } from "../../ui/kept_draft.tsx";
import { MarkdownField } from "../../ui/markdown_field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { newQuestion } from "../form/form_state.ts";
import { days, fresh, rulesOf, shortest, typedOf, type Typed } from "./settings_typed.ts";
import { StartingForm } from "./starting_form.tsx";

/** One page with one question, to go on from in the builder. */
const firstForm = (): Form => ({
    sections: [{ key: "s1", questions: [{ ...newQuestion("q1", "long_text"), title: { nb: "Hva mener du?" } }] }],
});

interface Props {
    process: Process;
    consultation: ConsultationInFull | null;
    onSaved: (saved: ConsultationInFull) => void;
}

export function SettingsForm({ process, consultation, onSaved }: Props) {
    const place = consultation === null ? `consultation:new:${process.id}` : `consultation:${consultation.id}`;
    const initial = JSON.stringify(consultation === null ? fresh(process) : typedOf(consultation));
    const [kept, keep, drop] = useDraft(place, initial);
    const typed = JSON.parse(kept) as Typed;
    const set = (change: Partial<Typed>) => keep(JSON.stringify({ ...typed, ...change }));
    const { busy, refusal, send } = useSubmission(place);
    const element = useFirstWrong(refusal);
    const rules = rulesOf(typed, consultation);
    const open = Date.parse(rules.closes) - Date.parse(rules.opens);
    const check = (
        name: "allows_anonymous" | "holds_answers" | "publishes_answers" | "asks_proof",
        label: string,
        hint: string,
    ) => (
        <label class="choice">
            <input
                type="checkbox"
                checked={typed[name]}
                onChange={(event) => set({ [name]: event.currentTarget.checked })}
            />
            <span>
                {label}
                <small>{hint}</small>
            </span>
        </label>
    );
    const time = (name: "opens" | "closes" | "erases", hint?: string) => (
        <Field label={t(`desk.${name}At`)} name={name} refusal={refusal} {...(hint !== undefined && { hint })}>
            {(attributes) => (
                <input
                    {...attributes}
                    type="datetime-local"
                    required
                    value={typed[name]}
                    onInput={(event) => set({ [name]: event.currentTarget.value })}
                />
            )}
        </Field>
    );
    return (
        <form
            class="form"
            ref={element}
            onSubmit={(event) => {
                event.preventDefault();
                const form = typed.start.sections === null ? firstForm() : { sections: typed.start.sections };
                void send(
                    (key) =>
                        consultation === null
                            ? beginConsultation(process.id, rules, form, key)
                            : changeConsultation(consultation.id, rules),
                    (saved) => {
                        drop();
                        onSaved(saved);
                    },
                    [rules, typed.start],
                );
            }}
        >
            <KeptDraft place={place} drop={drop} />
            <Problem
                refusal={refusal}
                fields={["title", "introduction", "opens", "closes", "erases", "purpose", "per_address", "document"]}
            />
            <TextField
                label={t("document.title")}
                name="title"
                required
                maxLength={200}
                refusal={refusal}
                value={typed.title}
                onText={(title) => set({ title })}
            />
            <MarkdownField
                label={t("desk.invitation")}
                name="introduction"
                refusal={refusal}
                value={typed.introduction}
                onText={(introduction) => set({ introduction })}
            />
            {process.documents.length > 0 && (
                <div class="pair">
                    <Field label={t("desk.document")} name="document" refusal={refusal}>
                        {(attributes) => (
                            <select
                                {...attributes}
                                disabled={consultation?.begun === true}
                                value={String(typed.document)}
                                onChange={(event) => {
                                    const document = Number(event.currentTarget.value);
                                    const found = process.documents.find((one) => one.id === document);
                                    set({ document, version: found?.version ?? 0 });
                                }}
                            >
                                {(consultation === null || consultation.document === null) && (
                                    <option value="0">{t("desk.noDocument")}</option>
                                )}
                                {process.documents.map((one) => (
                                    <option key={one.id} value={String(one.id)}>
                                        {one.title}
                                    </option>
                                ))}
                            </select>
                        )}
                    </Field>
                    {typed.document !== 0 && (
                        <Field label={t("desk.version")} name="version" refusal={refusal}>
                            {(attributes) => (
                                <select
                                    {...attributes}
                                    disabled={consultation?.begun === true}
                                    value={String(typed.version)}
                                    onChange={(event) => set({ version: Number(event.currentTarget.value) })}
                                >
                                    {Array.from(
                                        {
                                            length:
                                                process.documents.find((one) => one.id === typed.document)?.version ??
                                                1,
                                        },
                                        (_, i) => i + 1,
                                    )
                                        .reverse()
                                        .map((n) => (
                                            <option key={n} value={String(n)}>
                                                {t("version.number", { n })}
                                            </option>
                                        ))}
                                </select>
                            )}
                        </Field>
                    )}
                </div>
            )}
            <fieldset>
                <legend>{t("desk.when")}</legend>
                <div class="pair">
                    {time("opens")}
                    {time("closes")}
                </div>
                {open > 0 && open < shortest && (
                    <p class="warning-box" role="status">
                        {t("desk.short", { n: Math.floor(open / days) })}
                    </p>
                )}
            </fieldset>
            <fieldset>
                <legend>{t("desk.privacy")}</legend>
                <TextField
                    label={t("desk.purpose")}
                    hint={t("desk.purposeHint")}
                    name="purpose"
                    required
                    maxLength={1000}
                    refusal={refusal}
                    value={typed.purpose}
                    onText={(purpose) => set({ purpose })}
                />
                {time("erases", t("desk.erasesHint"))}
            </fieldset>
            <fieldset>
                <legend>{t("desk.howOften")}</legend>
                {(["person", "code", "unlimited"] as const).map((one) => (
                    <label class="choice" key={one}>
                        <input
                            type="radio"
                            name="once"
                            checked={typed.once === one}
                            onChange={() => set({ once: one })}
                        />
                        <span>
                            {t(`desk.once.${one}`)}
                            <small>{t(`desk.onceHint.${one}`)}</small>
                        </span>
                    </label>
                ))}
            </fieldset>
            <fieldset>
                <legend>{t("desk.rules")}</legend>
                {check("allows_anonymous", t("desk.anonymous"), t("desk.anonymousHint"))}
                {check("holds_answers", t("desk.holds"), t("desk.holdsHint"))}
                {check("publishes_answers", t("desk.publishes"), t("desk.publishesHint"))}
                {check("asks_proof", t("desk.proof"), t("desk.proofHint"))}
                <Field
                    label={t("desk.perAddress")}
                    hint={t("desk.perAddressHint")}
                    name="per_address"
                    refusal={refusal}
                >
                    {(attributes) => (
                        <input
                            {...attributes}
                            class="short"
                            type="number"
                            min="1"
                            max="10000"
                            value={String(typed.per_address)}
                            onInput={(event) => set({ per_address: Number(event.currentTarget.value) })}
                        />
                    )}
                </Field>
            </fieldset>
            {consultation === null && (
                <StartingForm unit={process.unit} start={typed.start} onChange={(start) => set({ start })} />
            )}
            <div class="actions form-foot">
                <button class="button" disabled={busy}>
                    {t(consultation === null ? "desk.begin" : "desk.save")}
                </button>
            </div>
        </form>
    );
}
