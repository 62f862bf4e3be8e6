// Forms to begin from, and to keep for use again.
import { useEffect, useState } from "preact/hooks";
import {
    fetchConsultationsOfUnit,
    fetchForm,
    fetchTemplate,
    fetchTemplates,
    keepTemplate,
    removeTemplate,
} from "../../api/consultation_routes.ts";
import type { Form, FormTemplate } from "../../api/form_nouns.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Problem, TextField } from "../../ui/field.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { questionsOf, tidied } from "./form_state.ts";

interface Earlier {
    id: number;
    title: string;
    process: { id: number; title: string };
}

interface BeginProps {
    unit: { id: number; name: string };
    /** The consultation whose form is being made: it does not begin from itself. */
    consultation: number | null;
    onForm: (form: Form) => void;
    onClose: () => void;
}

/** Templates of the unit, of those above it and what others share, and forms that the unit has used before. */
export function BeginFrom({ unit, consultation, onForm, onClose }: BeginProps) {
    const [templates, setTemplates] = useState<FormTemplate[] | null>(null);
    const [earlier, setEarlier] = useState<Earlier[]>([]);
    const submission = useSubmission();
    useEffect(() => {
        void submission.send(
            () => Promise.all([fetchTemplates(unit.id), fetchConsultationsOfUnit(unit.id)]),
            ([kept, used]) => {
                setTemplates(kept);
                setEarlier(used.filter((one) => one.id !== consultation));
            },
        );
    }, []);
    const take = (fetch: () => Promise<Form>) =>
        void submission.send(fetch, ({ sections }) => {
            onForm({ sections });
            onClose();
        });
    return (
        <Dialog title={t("form.beginFrom")} onClose={onClose}>
            <p class="hint">{t("form.beginFromHint")}</p>
            <Problem refusal={submission.refusal} />
            {templates !== null && (
                <>
                    <h3 class="pick-head">{t("form.templates")}</h3>
                    {templates.length === 0 && <p class="empty">{t("form.noTemplates")}</p>}
                    <ul class="pick">
                        {templates.map((one) => (
                            <li key={one.id}>
                                <button type="button" onClick={() => take(() => fetchTemplate(one.id))}>
                                    {one.title} <span class="muted">{one.unit.name}</span>
                                </button>
                                {one.may.edit && (
                                    <button
                                        type="button"
                                        class="link"
                                        aria-label={t("form.removeTemplate", { name: one.title })}
                                        onClick={() =>
                                            void submission.send(
                                                () => removeTemplate(one.id),
                                                () => setTemplates(templates.filter((other) => other.id !== one.id)),
                                            )
                                        }
                                    >
                                        {t("form.removeIt")}
                                    </button>
                                )}
                            </li>
                        ))}
                    </ul>
                    {earlier.length > 0 && <h3 class="pick-head">{t("form.earlier")}</h3>}
                    <ul class="pick">
                        {earlier.map((one) => (
                            <li key={one.id}>
                                <button type="button" onClick={() => take(() => fetchForm(one.id))}>
                                    {one.title} <span class="muted">{one.process.title}</span>
                                </button>
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </Dialog>
    );
}

function Keep({ unit, form, onClose }: { unit: { id: number; name: string }; form: Form; onClose: () => void }) {
    const [title, setTitle] = useState("");
    const [shared, setShared] = useState(false);
    const { busy, refusal, send } = useSubmission();
    return (
        <Dialog title={t("form.keepTemplate")} onClose={onClose}>
            <form
                class="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void send(
                        () => keepTemplate(unit.id, title, shared, tidied(form).sections),
                        () => {
                            announce(t("form.templateKept"));
                            onClose();
                        },
                    );
                }}
            >
                <p class="hint">{t("form.keepHint", { unit: unit.name, n: questionsOf(form).length })}</p>
                <Problem refusal={refusal} fields={["title"]} />
                <TextField
                    label={t("form.templateTitle")}
                    name="title"
                    required
                    maxLength={200}
                    refusal={refusal}
                    value={title}
                    onText={setTitle}
                />
                <label class="choice">
                    <input
                        type="checkbox"
                        checked={shared}
                        onChange={(event) => setShared(event.currentTarget.checked)}
                    />
                    <span>
                        {t("form.shared")}
                        <small>{t("form.sharedHint")}</small>
                    </span>
                </label>
                <div class="actions">
                    <button class="button" disabled={busy}>
                        {t("form.keep")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

interface Props {
    consultation: number;
    unit: { id: number; name: string };
    form: Form;
    begun: boolean;
    /** Whether the form can be asked as it is. */
    ready: boolean;
    onForm: (form: Form) => void;
}

export function Templates({ consultation, unit, form, begun, ready, onForm }: Props) {
    const [asked, setAsked] = useState<"begin" | "keep" | null>(null);
    const close = () => setAsked(null);
    const acts = [
        ...(begun ? [] : [{ word: t("form.beginFrom"), act: () => setAsked("begin") }]),
        ...(ready ? [{ word: t("form.keepTemplate"), act: () => setAsked("keep") }] : []),
    ];
    return (
        <>
            {acts.length > 0 && <Menu label={t("form.templates")} icon="list" acts={acts} />}
            {asked === "begin" && <BeginFrom unit={unit} consultation={consultation} onForm={onForm} onClose={close} />}
            {asked === "keep" && <Keep unit={unit} form={form} onClose={close} />}
        </>
    );
}
