// The revisions of a form: every one stays readable, and what changed from one to another is told in words.
import { useEffect, useState } from "preact/hooks";
import { fetchConsultation, fetchForm, fetchRevisions } from "../../api/consultation_routes.ts";
import type { ConsultationInFull } from "../../api/consultation_nouns.ts";
import type { FormRevision, KeptForm } from "../../api/form_nouns.ts";
import { moment, t } from "../../i18n/words.ts";
import { idIn } from "../../shell/page.ts";
import { mountRefused, requireEditor } from "../../shell/refused.tsx";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { ConsultationHead } from "./consultation_head.tsx";
import { differencesOf, type Change } from "./form_differences.ts";
import { conditionsOf, inAny } from "./form_state.ts";

function sentence(change: Change): string {
    if ("before" in change)
        return t(`revision.${change.what}`, {
            before: change.before || t("form.untitled"),
            after: change.after || t("form.untitled"),
        });
    if ("word" in change) return t(`revision.${change.what}`, { word: change.word });
    return t(`revision.${change.what}`);
}

function Differences({ before, after }: { before: KeptForm; after: KeptForm }) {
    const list = differencesOf(before, after);
    if (list.length === 0) return <p class="empty">{t("revision.same")}</p>;
    return (
        <ol class="differences">
            {list.map((one) => (
                <li key={`${one.section}${one.key}`}>
                    <strong>
                        {one.section ? t("revision.page", { title: one.title }) : one.title || t("form.untitled")}
                    </strong>
                    <ul>
                        {one.changes.map((change, i) => (
                            <li key={i}>{sentence(change)}</li>
                        ))}
                    </ul>
                </li>
            ))}
        </ol>
    );
}

/** A revision to be read: what it asks, in order. */
function Read({ form }: { form: KeptForm }) {
    return (
        <ol class="read-form">
            {form.sections.map((section, i) => (
                <li key={section.key}>
                    <h3>{inAny(section.title) || t("form.pageN", { n: i + 1 })}</h3>
                    <ul>
                        {section.questions.map((one) => (
                            <li key={one.key}>
                                {inAny(one.title) || inAny(one.help)}{" "}
                                <span class="muted">
                                    {t(`form.kind.${one.kind}`)}
                                    {one.required === true && <> · {t("form.requiredShort")}</>}
                                    {conditionsOf(one.show_if).length > 0 && <> · {t("form.conditional")}</>}
                                </span>
                                {one.options !== undefined && (
                                    <span class="read-options">
                                        {one.options.map((option) => inAny(option.label)).join(" · ")}
                                    </span>
                                )}
                            </li>
                        ))}
                    </ul>
                </li>
            ))}
        </ol>
    );
}

function Page({ consultation, revisions }: { consultation: ConsultationInFull; revisions: FormRevision[] }) {
    const newest = revisions[0]!.revision;
    const [to, setTo] = useState(newest);
    const [from, setFrom] = useState(Math.max(1, newest - 1));
    const [forms, setForms] = useState<Record<number, KeptForm>>({});
    const submission = useSubmission();
    useEffect(() => {
        const wanted = [...new Set([from, to])].filter((one) => forms[one] === undefined);
        if (wanted.length === 0) return;
        void submission.send(
            () => Promise.all(wanted.map((one) => fetchForm(consultation.id, one))),
            (fetched) => setForms({ ...forms, ...Object.fromEntries(fetched.map((one) => [one.revision, one])) }),
        );
    }, [from, to, forms]);
    const choose = (label: string, value: number, onChange: (value: number) => void) => (
        <label class="field">
            <span>{label}</span>
            <select value={String(value)} onChange={(event) => onChange(Number(event.currentTarget.value))}>
                {revisions.map((one) => (
                    <option key={one.revision} value={String(one.revision)}>
                        {t("revision.n", { n: one.revision })}
                    </option>
                ))}
            </select>
        </label>
    );
    return (
        <>
            <ConsultationHead consultation={consultation} page="revisions" />
            <p class="lead">{t("revision.lead")}</p>
            <ul class="cards">
                {revisions.map((one) => (
                    <li class="card" key={one.revision}>
                        <h3>{t("revision.n", { n: one.revision })}</h3>
                        <p class="card-facts">
                            {one.by} · {moment(one.at)} · {t("consultation.answers", { n: one.answers })}
                        </p>
                    </li>
                ))}
            </ul>
            <Problem refusal={submission.refusal} />
            {newest > 1 && (
                <>
                    <h2>{t("revision.differences")}</h2>
                    <div class="pair form">
                        {choose(t("revision.from"), from, setFrom)}
                        {choose(t("revision.to"), to, setTo)}
                    </div>
                    {forms[from] !== undefined && forms[to] !== undefined && (
                        <Differences before={forms[from]} after={forms[to]} />
                    )}
                </>
            )}
            <h2>{t("revision.reads", { n: to })}</h2>
            {forms[to] !== undefined && <Read form={forms[to]} />}
        </>
    );
}

export async function start(): Promise<void> {
    const id = idIn("consultations");
    try {
        const consultation = await fetchConsultation(id);
        requireEditor(consultation);
        const revisions = await fetchRevisions(id);
        nameThePage(`${t("desk.revisions")}: ${consultation.title}`);
        mount("main", <Page consultation={consultation} revisions={revisions} />);
    } catch (error) {
        mountRefused(error);
    }
}
