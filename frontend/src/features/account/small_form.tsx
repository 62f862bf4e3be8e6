// The form that most pages about an account are made of.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import { nameThePage } from "../../shell/title.ts";
import { Problem, TextField } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

export function Frame({ title, children }: { title: string; children: ComponentChildren }) {
    useEffect(() => nameThePage(title), [title]);
    return (
        <div class="form-page">
            <h1>{title}</h1>
            {children}
        </div>
    );
}

export interface FieldOf {
    name: string;
    label: string;
    type?: "text" | "email" | "password";
    hint?: string;
    autocomplete?: string;
    initial?: string;
}

/** A form of a few lines: what is typed goes to the act, and `done` is shown in the form's place after it, where there is one. */
export function SmallForm(props: {
    fields: FieldOf[];
    button: string;
    act: (typed: string[], key: string) => Promise<unknown>;
    done?: ComponentChildren;
}) {
    const [typed, setTyped] = useState(props.fields.map((field) => field.initial ?? ""));
    const [finished, setFinished] = useState(false);
    const { busy, refusal, send } = useSubmission();
    if (finished && props.done !== undefined) return <p role="status">{props.done}</p>;
    return (
        <form
            class="form"
            onSubmit={(event) => {
                event.preventDefault();
                void send(
                    (key) => props.act(typed, key),
                    () => setFinished(true),
                    typed,
                );
            }}
        >
            <Problem refusal={refusal} fields={props.fields.map((field) => field.name)} />
            {props.fields.map((field, i) => (
                <TextField
                    key={field.name}
                    label={field.label}
                    name={field.name}
                    type={field.type ?? "text"}
                    required
                    {...(field.hint !== undefined && { hint: field.hint })}
                    {...(field.autocomplete !== undefined && { autocomplete: field.autocomplete })}
                    refusal={refusal}
                    value={typed[i]!}
                    onText={(text) => setTyped(typed.map((before, j) => (i === j ? text : before)))}
                />
            ))}
            <div class="actions">
                <button type="submit" class="button" disabled={busy}>
                    {props.button}
                </button>
            </div>
        </form>
    );
}

export const emailField = () => ({
    name: "email",
    label: t("email"),
    type: "email" as const,
    autocomplete: "username",
});
export const newPassword = (label: string) => ({
    name: "password",
    label,
    type: "password" as const,
    hint: t("password.hint"),
    autocomplete: "new-password",
});
