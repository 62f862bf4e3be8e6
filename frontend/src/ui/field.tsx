import type { ComponentChildren } from "preact";
import type { Refusal } from "../api/request.ts";
import { sentenceOf } from "../i18n/problems.ts";
import { useId } from "./unique.ts";

interface Props {
    label: string;
    hint?: string;
    /** The name that the server uses for the field; a refusal that names it is shown here. */
    name: string;
    refusal?: Refusal | null;
    children: (attributes: {
        id: string;
        name: string;
        "aria-describedby"?: string;
        "aria-invalid"?: "true";
    }) => ComponentChildren;
}

/** A labelled input with its hint and, where the server refused it, the reason. */
export function Field({ label, hint, name, refusal, children }: Props) {
    const id = useId();
    const wrong =
        refusal !== undefined && refusal !== null && refusal.field.split(/[.[]/)[0] === name
            ? sentenceOf(refusal)
            : null;
    const notes = [hint === undefined ? "" : `${id}-hint`, wrong === null ? "" : `${id}-wrong`].filter(Boolean);
    return (
        <div class={wrong === null ? "field" : "field wrong"}>
            <label for={id}>{label}</label>
            {hint !== undefined && (
                <p class="hint" id={`${id}-hint`}>
                    {hint}
                </p>
            )}
            {children({
                id,
                name,
                ...(notes.length > 0 && { "aria-describedby": notes.join(" ") }),
                ...(wrong !== null && { "aria-invalid": "true" as const }),
            })}
            {wrong !== null && (
                <p class="field-wrong" id={`${id}-wrong`}>
                    {wrong}
                </p>
            )}
        </div>
    );
}

type InputProps = {
    type?: "text" | "email" | "password" | "search" | "url";
    required?: boolean;
    autocomplete?: string;
    maxLength?: number;
    /** Of a dialog: what has the focus when it opens. */
    autofocus?: boolean;
    /** While it is under way. */
    readOnly?: boolean;

    label: string;
    hint?: string;
    name: string;
    refusal?: Refusal | null;
    value: string;
    onText: (text: string) => void;
};

export function TextField({ label, hint, name, refusal, value, onText, ...rest }: InputProps) {
    return (
        <Field label={label} name={name} {...(hint !== undefined && { hint })} {...(refusal && { refusal })}>
            {(attributes) => (
                <input
                    {...(rest as object)}
                    {...attributes}
                    value={value}
                    onInput={(event) => onText(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}

/** What was refused and names none of the form's fields. */
export function Problem({ refusal, fields = [] }: { refusal: Refusal | null; fields?: string[] }) {
    if (refusal === null) return null;
    if (refusal.field !== "" && fields.includes(refusal.field.split(/[.[]/)[0]!)) return null;
    return (
        <p class="problem" role="alert">
            {sentenceOf(refusal)}
        </p>
    );
}
