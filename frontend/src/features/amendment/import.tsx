// Amendments from a form sheet: tried on the text first, then submitted together.
import { useState } from "preact/hooks";
import type { Document } from "../../api/nouns.ts";
import type { Import, ImportedRow } from "../../api/paper_routes.ts";
import { Refusal } from "../../api/request.ts";
import { fetchDocument } from "../../api/routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { language, t } from "../../i18n/words.ts";
import { Latest } from "../../live/latest.ts";
import { announce } from "../../shell/notices.tsx";
import { idIn } from "../../shell/page.ts";
import { mountRefused, requireEditor } from "../../shell/refused.tsx";
import { me } from "../../shell/session.ts";
import { mount } from "../../shell/shell.tsx";
import { textOf } from "../../text/file_text.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { useFirstWrong } from "../../ui/first_wrong.ts";
import { useDraft } from "../../ui/drafts.ts";
import { DifferenceView } from "./difference.tsx";
import { linesOf } from "./naming.ts";
import { save } from "./download.tsx";
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

function Row({ row }: { row: ImportedRow }) {
    const wrong = row.fate !== "matched";
    return (
        <tr class={wrong ? "import-wrong" : ""}>
            <th scope="row">{row.row}</th>
            <td>
                <span class={`chip ${wrong ? "state-rejected" : "state-adopted"}`}>{t(`import.fate.${row.fate}`)}</span>
                {row.code !== "" && <p class="muted">{sentenceOf(new Refusal(422, row.code))}</p>}
                {row.line_from > 0 && <p class="muted">{linesOf(row)}</p>}
            </td>
            <td>
                {row.difference.length > 0 ? (
                    <DifferenceView rows={row.difference} />
                ) : (
                    <p class="pieces">{row.instruction || row.old_words || row.new_words}</p>
                )}
            </td>
            <td>{row.sponsor}</td>
        </tr>
    );
}

function Result({ told, busy, onSend }: { told: Import; busy: boolean; onSend: () => void }) {
    const rest = told.rows.length - told.matched;
    return (
        <section aria-live="polite">
            <h2>{t("import.matched", { n: told.matched })}</h2>
            {rest > 0 && <p>{t("import.rest", { n: rest })}</p>}
            {told.matched > 0 && (
                <p class="actions">
                    <button type="button" class="button" disabled={busy} onClick={onSend}>
                        {t("import.send", { n: told.matched })}
                    </button>
                </p>
            )}
            <table class="import-table">
                <thead>
                    <tr>
                        <th scope="col">{t("import.row")}</th>
                        <th scope="col">{t("import.fate")}</th>
                        <th scope="col">{t("import.change")}</th>
                        <th scope="col">{t("import.sponsor")}</th>
                    </tr>
                </thead>
                <tbody>
                    {told.rows.map((row) => (
                        <Row key={row.row} row={row} />
                    ))}
                </tbody>
            </table>
        </section>
    );
}

function Page({ document }: { document: Document }) {
    const bodies = me.value.standings.filter((one) => ["editor", "administrator"].includes(one.role));
    const [unit, setUnit] = useState(bodies[0]?.unit.id ?? 0);
    const [csv, setCsv, dropCsv, newest] = useDraft(`import:${document.id}:csv`);
    const sheet: Sheet = { version: document.head, unit, csv };
    const { told, refusal, trying, sending, attempt, submit } = useTrial(document.id, sheet, (done, of) => {
        if (newest() === of.csv) dropCsv();
        announce(t("import.done", { n: done.matched }));
        location.assign(`/documents/${document.id}/amendments`);
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
                            {bodies.map((one) => (
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
            {told !== null && <Result told={told} busy={trying || sending} onSend={submit} />}
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
