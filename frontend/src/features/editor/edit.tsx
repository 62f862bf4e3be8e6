// Editing a document: a plain text with its preview. Nothing typed is lost, also where somebody else saved first.
import { useEffect, useState } from "preact/hooks";
import { Refusal } from "../../api/request.ts";
import { fetchDocument, fetchSource, renderMarkdown, saveVersion } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { idIn } from "../../shell/page.ts";
import { mountRefused, requireEditor } from "../../shell/refused.tsx";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem, TextField } from "../../ui/field.tsx";
import { Markup } from "../../ui/markup.tsx";
import { useSubmission } from "../../ui/submission.ts";

interface Stale {
    current: { version: number; markdown: string };
}

function Editor({ id, head, source }: { id: number; head: number; source: string }) {
    const [text, setText, drop] = useDraft(`edit:${id}`, source);
    const [note, setNote] = useState("");
    const [correction, setCorrection] = useState(false);
    const [base, setBase] = useState(head);
    const [preview, setPreview] = useState("");
    const { busy, refusal, send, clear } = useSubmission(`edit:${id}`);
    const stale = refusal instanceof Refusal && refusal.code === "version.stale_base" ? (refusal.body as Stale) : null;
    useEffect(() => {
        const timer = setTimeout(
            () =>
                void renderMarkdown(text).then(
                    ({ html }) => setPreview(html),
                    () => undefined,
                ),
            400,
        );
        return () => clearTimeout(timer);
    }, [text]);
    const form = { base, markdown: text, note, correction };
    return (
        <form
            class="form editor"
            onSubmit={(event) => {
                event.preventDefault();
                void send(
                    (key) => saveVersion(id, form, key),
                    () => {
                        drop();
                        location.assign(`/documents/${id}`);
                    },
                    form,
                );
            }}
        >
            {stale === null ? (
                <Problem refusal={refusal} fields={["markdown", "note"]} />
            ) : (
                <section class="conflict" role="alert">
                    <p class="problem">{t("edit.conflict", { n: stale.current.version })}</p>
                    <h2>{t("edit.theirs")}</h2>
                    <pre tabIndex={0}>{stale.current.markdown}</pre>
                    <button
                        type="button"
                        class="button quiet"
                        onClick={() => {
                            setBase(stale.current.version);
                            clear();
                        }}
                    >
                        {t("edit.useBase", { n: stale.current.version })}
                    </button>
                </section>
            )}
            <div class="editor-sides">
                <Field label={t("edit.text")} name="markdown" refusal={stale === null ? refusal : null}>
                    {(attributes) => (
                        <textarea
                            {...attributes}
                            rows={24}
                            value={text}
                            onInput={(event) => setText(event.currentTarget.value)}
                        />
                    )}
                </Field>
                <section aria-label={t("edit.preview")} class="editor-preview" tabIndex={0}>
                    <Markup html={preview} />
                </section>
            </div>
            <TextField
                label={t("edit.note")}
                name="note"
                refusal={refusal}
                value={note}
                onText={setNote}
                maxLength={500}
            />
            <label class="choice">
                <input
                    type="checkbox"
                    checked={correction}
                    onChange={(event) => setCorrection(event.currentTarget.checked)}
                />
                <span>
                    {t("edit.correction")}
                    <small>{t("edit.correctionHint")}</small>
                </span>
            </label>
            <div class="actions">
                <button type="submit" class="button" disabled={busy}>
                    {t("edit.save")}
                </button>
                <a href={`/documents/${id}`}>{t("cancel")}</a>
            </div>
        </form>
    );
}

export async function start(): Promise<void> {
    const id = idIn("documents");
    try {
        const document = await fetchDocument(id);
        requireEditor(document);
        const { markdown } = await fetchSource(id, document.head);
        nameThePage(`${t("edit.title")}: ${document.title}`);
        mount(
            "main",
            <>
                <h1>{t("edit.title")}</h1>
                <Editor id={id} head={document.head} source={markdown} />
            </>,
        );
    } catch (error) {
        mountRefused(error);
    }
}
