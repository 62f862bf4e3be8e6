// Amendments from a form sheet: tried on the text first, then submitted together.
import { useState } from "preact/hooks";
import type { Document } from "../../api/nouns.ts";
import type { Import } from "../../api/paper_routes.ts";
import { fetchDocument } from "../../api/routes.ts";
import { language, t } from "../../i18n/words.ts";
import { Latest } from "../../live/latest.ts";
import { announce } from "../../shell/notices.tsx";
import { idIn } from "../../shell/page.ts";
import { mountRefused, requireEditor } from "../../shell/refused.tsx";
import { mount } from "../../shell/shell.tsx";
import { textOf } from "../../text/file_text.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { useFirstWrong } from "../../ui/first_wrong.ts";
import { useDraft } from "../../ui/drafts.ts";
import { bodies } from "./bodies.ts";
import { save } from "./download.tsx";
import { ImportRows, Rest, Submitted } from "./import_rows.tsx";
import { useTrial, type Sheet } from "./import_trial.ts";

const heads = {
    nb: "linjer;gammel tekst;ny tekst;prinsipp;begrunnelse;forslagsstiller;ledd",
    en: "lines;old words;new words;instruction;reason;sponsor;unit",
};

const emptySheet = () =>
    save({
        name: `${t("import.title")}.csv`,
        bytes: new Blob([`\uFEFF${heads[language()]}\r\n`], { type: "text/csv" }),
    });

function Result({
    document,
    told,
    busy,
    onSend,
}: {
    document: number;
    told: Import;
    busy: boolean;
    onSend: (again: number[]) => void;
}) {
    const [again, setAgain] = useState<ReadonlySet<number>>(new Set());
    const n = told.matched + again.size;
    return (
        <section aria-live="polite">
            <h2>{t("import.matched", { n: told.matched })}</h2>
            <Rest rows={told.rows} />
            {n > 0 && (
                <p class="actions">
                    <button type="button" class="button" disabled={busy} onClick={() => onSend([...again])}>
                        {t("import.send", { n })}
                    </button>
                </p>
            )}
            <ImportRows
                document={document}
                rows={told.rows}
                again={again}
                onAgain={(row) => {
                    const now = new Set(again);
                    if (!now.delete(row)) now.add(row);
                    setAgain(now);
                }}
            />
        </section>
    );
}

function Page({ document }: { document: Document }) {
    const speaksFor = bodies();
    const [unit, setUnit] = useState(speaksFor[0]?.unit.id ?? 0);
    const [csv, setCsv, dropCsv, newest] = useDraft(`import:${document.id}:csv`);
    const sheet: Sheet = { version: document.head, unit, csv };
    const [submitted, setSubmitted] = useState<Import | null>(null);
    const { told, refusal, trying, sending, attempt, submit } = useTrial(document.id, sheet, (done, of) => {
        setSubmitted(done);
        if (newest() === of.csv && done.rows.every((row) => row.amendment !== null)) dropCsv();
        announce(t("import.done", { n: done.matched }));
    });
    const form = useFirstWrong(refusal);
    const [files] = useState(() => new Latest<never>());
    return (
        <>
            <p class="crumbs">
                <a href={`/documents/${document.id}`}>{document.title}</a>
                <a href={`/documents/${document.id}/amendments`}>{t("amendment.title")}</a>
            </p>
            <h1>{t("import.title")}</h1>
            <p>{t("import.what")}</p>
            <p class="muted">{t("import.columns")}</p>
            <p>
                <button type="button" class="link" onClick={emptySheet}>
                    {t("import.sheet")}
                </button>
            </p>
            <form
                class="form"
                ref={form}
                onSubmit={(event) => {
                    event.preventDefault();
                    setSubmitted(null);
                    attempt();
                }}
            >
                <Problem refusal={refusal} fields={["csv", "unit"]} />
                <Field label={t("import.unit")} name="unit" refusal={refusal}>
                    {(attributes) => (
                        <select
                            {...attributes}
                            value={String(unit)}
                            disabled={sending}
                            onChange={(event) => setUnit(Number(event.currentTarget.value))}
                        >
                            {speaksFor.map((one) => (
                                <option key={one.id} value={String(one.unit.id)}>
                                    {one.unit.name}
                                </option>
                            ))}
                        </select>
                    )}
                </Field>
                <Field label={t("import.file")} name="file">
                    {(attributes) => (
                        <input
                            {...attributes}
                            type="file"
                            accept=".csv,.tsv,.txt,text/csv"
                            disabled={sending}
                            onChange={(event) => {
                                const file = event.currentTarget.files?.[0];
                                if (file) void files.ask(() => textOf(file), setCsv);
                            }}
                        />
                    )}
                </Field>
                <Field label={t("import.csv")} hint={t("import.csvHint")} name="csv" refusal={refusal}>
                    {(attributes) => (
                        <textarea
                            {...attributes}
                            rows={8}
                            class="import-sheet"
                            spellcheck={false}
                            readOnly={sending}
                            value={csv}
                            onInput={(event) => setCsv(event.currentTarget.value)}
                        />
                    )}
                </Field>
                <p class="actions">
                    <button type="submit" class="button" disabled={trying || sending || csv.trim() === ""}>
                        {t("import.try")}
                    </button>
                </p>
            </form>
            {told !== null && (
                <Result key={told.result} document={document.id} told={told} busy={trying || sending} onSend={submit} />
            )}
            {told === null && submitted !== null && <Submitted document={document.id} told={submitted} />}
        </>
    );
}

export async function start(): Promise<void> {
    try {
        const document = await fetchDocument(idIn("documents"));
        requireEditor(document);
        if (!document.may.amend) mount("main", <p class="problem">{t("import.mayNot")}</p>);
        else mount("main", <Page document={document} />);
    } catch (error) {
        mountRefused(error);
    }
}
