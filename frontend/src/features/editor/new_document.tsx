// A new document: pasted, or read from a file.
import { useState } from "preact/hooks";
import { createDocument } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { idIn } from "../../shell/page.ts";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem, TextField } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

function NewDocument({ process }: { process: number }) {
    const place = `new-document:${process}`;
    const [title, setTitle] = useState("");
    const [text, setText, drop] = useDraft(place);
    const { busy, refusal, send } = useSubmission(place);
    const form = { title, markdown: text };
    return (
        <form
            class="form editor"
            onSubmit={(event) => {
                event.preventDefault();
                void send(
                    (key) => createDocument(process, form, key),
                    (made) => {
                        drop();
                        location.assign(`/documents/${made.id}`);
                    },
                    form,
                );
            }}
        >
            <Problem refusal={refusal} fields={["title", "markdown"]} />
            <TextField
                label={t("document.title")}
                name="title"
                required
                refusal={refusal}
                value={title}
                onText={setTitle}
            />
            <Field label={t("document.file")} name="file">
                {(attributes) => (
                    <input
                        {...attributes}
                        type="file"
                        accept=".md,.markdown,.txt,text/markdown,text/plain"
                        onChange={(event) => void event.currentTarget.files?.[0]?.text().then(setText)}
                    />
                )}
            </Field>
            <Field label={t("edit.text")} name="markdown" refusal={refusal}>
                {(attributes) => (
                    <textarea
                        {...attributes}
                        rows={20}
                        required
                        value={text}
                        onInput={(event) => setText(event.currentTarget.value)}
                    />
                )}
            </Field>
            <div class="actions">
                <button type="submit" class="button" disabled={busy}>
                    {t("save")}
                </button>
                <a href={`/processes/${process}`}>{t("cancel")}</a>
            </div>
        </form>
    );
}

export function start(): void {
    const process = idIn("processes");
    nameThePage(t("document.new"));
    mount(
        "main",
        <>
            <h1>{t("document.new")}</h1>
            <NewDocument process={process} />
        </>,
    );
}
