import { useEffect, useState } from "preact/hooks";
import type { Refusal } from "../api/request.ts";
import { renderMarkdown } from "../api/routes.ts";
import { t } from "../i18n/words.ts";
import { Field } from "./field.tsx";
import { Markup } from "./markup.tsx";
import { useId } from "./unique.ts";

interface Props {
    label: string;
    name: string;
    refusal: Refusal | null;
    value: string;
    onText: (text: string) => void;
}

/** A few paragraphs of Markdown, and below them, where one asks for it, how they will look. */
export function MarkdownField({ value, onText, ...field }: Props) {
    const [open, setOpen] = useState(false);
    const [html, setHtml] = useState("");
    const place = useId();
    useEffect(() => {
        if (!open) return;
        let latest = true;
        const show = ({ html }: { html: string }) => latest && setHtml(html);
        // Too long, or no contact: what was shown last stays, and the form itself says what is wrong when it is sent.
        const timer = setTimeout(() => void renderMarkdown(value).then(show, () => undefined), 300);
        return () => {
            latest = false;
            clearTimeout(timer);
        };
    }, [open, value]);
    return (
        <div class="markdown-field">
            <Field {...field} hint={t("process.markdown")}>
                {(attributes) => (
                    <textarea
                        {...attributes}
                        rows={4}
                        value={value}
                        onInput={(event) => onText(event.currentTarget.value)}
                    />
                )}
            </Field>
            <button
                type="button"
                class="link"
                aria-expanded={open}
                aria-controls={place}
                onClick={() => setOpen(!open)}
            >
                {t(open ? "markdown.hide" : "markdown.show")}
            </button>
            <section id={place} class="preview" aria-label={t("markdown.preview")} hidden={!open}>
                {value.trim() === "" ? <p class="muted">{t("markdown.empty")}</p> : <Markup html={html} />}
            </section>
        </div>
    );
}
