// What an editor decides of a consultation. What is typed is kept until the server has it.
import type { ConsultationInFull } from "../../api/consultation_nouns.ts";
import type { Process } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { Field, Problem, TextField } from "../../ui/field.tsx";
import { useFirstWrong } from "../../ui/first_wrong.ts";
import { KeptDraft } from "../../ui/kept_draft.tsx";
import { MarkdownField } from "../../ui/markdown_field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { AboutText } from "./about_text.tsx";
import { Disputed } from "./disputed.tsx";
import { days, shortest } from "./settings_typed.ts";
import { StartingForm } from "./starting_form.tsx";
import { useSettings } from "./use_settings.ts";

interface Props {
    process: Process;
    consultation: ConsultationInFull | null;
    onSaved: (saved: ConsultationInFull) => void;
    /** A colleague has saved it meanwhile: how it is now. */
    onChanged?: (current: ConsultationInFull) => void;
}

export function SettingsForm({ process, consultation, onSaved, onChanged }: Props) {
    const held = useSettings(process, consultation);
    const { place, typed, rules, set } = held;
    const { busy, refusal, send } = useSubmission(place);
    const element = useFirstWrong(refusal);
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
                void send(
                    (key) => held.save(key, onChanged),
                    (saved) => {
                        held.stored(saved);
                        onSaved(saved);
                    },
                    [rules, typed.start],
                );
            }}
        >
            <KeptDraft place={place} drop={held.drop} />
            <Problem
                refusal={refusal}
                fields={["title", "introduction", "opens", "closes", "erases", "purpose", "per_address", "document"]}
            />
            <Disputed names={held.disputed} theirs={held.loaded} process={process} onTake={held.take} />
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
                <AboutText
                    process={process}
                    consultation={consultation}
                    typed={typed}
                    refusal={refusal}
                    onChange={set}
                />
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
