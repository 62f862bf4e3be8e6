// The editors' desk of a consultation: where it stands, what comes next, and its settings.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { ConsultationInFull, Consultees } from "../../api/consultation_nouns.ts";
import {
    changeConsultation,
    fetchConsultation,
    fetchConsultees,
    publishConsultation,
} from "../../api/consultation_routes.ts";
import type { Process } from "../../api/nouns.ts";
import { fetchProcess } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import { announce } from "../../shell/notices.tsx";
import { idIn, type PageData } from "../../shell/page.ts";
import { mountRefused, requireEditor } from "../../shell/refused.tsx";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { AskOnce } from "../../ui/ask_once.tsx";
import { Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { Codes } from "./codes.tsx";
import { useCopy } from "./copying.ts";
import { ConsultationHead } from "../form/consultation_head.tsx";
import { SettingsForm } from "./settings_form.tsx";

const shown = signal<{ consultation: ConsultationInFull; process: Process; consultees: Consultees }>(null as never);
const put = (consultation: ConsultationInFull) => (shown.value = { ...shown.value, consultation });

/** What is to be done before it can go out, and what has been. */
function Steps() {
    const { consultation, consultees } = shown.value;
    const { counts } = consultees;
    const asked = counts.sent + counts.opened + counts.answered + counts.declined;
    const drafted = consultation.state === "draft";
    const steps: { done: boolean; words: string; way?: string }[] = [
        { done: true, words: t("desk.step.form", { n: consultation.revision }), way: "form" },
        {
            done: consultees.items.length > 0,
            words: t("desk.step.consultees", { n: consultees.items.length }),
            way: "consultees",
        },
        { done: !drafted, words: t(drafted ? "desk.step.publish" : "desk.step.published") },
        {
            done: asked > 0 && counts.unsent === 0,
            words: t("desk.step.sent", { sent: asked, answered: counts.answered }),
            way: "consultees",
        },
    ];
    return (
        <ol class="desk-steps">
            {steps.map(({ done, words, way }) => (
                <li key={words} class={done ? "done" : ""}>
                    <span class="hidden">{t(done ? "desk.done" : "desk.notDone")} </span>
                    {way === undefined ? words : <a href={`/consultations/${consultation.id}/${way}`}>{words}</a>}
                </li>
            ))}
        </ol>
    );
}

function Acts() {
    const { consultation } = shown.value;
    const [asked, setAsked] = useState<"publish" | "close" | null>(null);
    const submission = useSubmission();
    const copying = useCopy(consultation, (made) => location.assign(`/consultations/${made.id}/edit`));
    const done = (sentence: string) => (saved: ConsultationInFull) => {
        put(saved);
        setAsked(null);
        announce(sentence);
    };
    return (
        <>
            <p class="actions">
                {consultation.state === "draft" && (
                    <button type="button" class="button" onClick={() => setAsked("publish")}>
                        {t("desk.publish")}
                    </button>
                )}
                {(consultation.state === "open" || consultation.state === "coming") && (
                    <button
                        type="button"
                        class="button quiet"
                        disabled={consultation.state === "coming"}
                        onClick={() => setAsked("close")}
                    >
                        {t("desk.close")}
                    </button>
                )}
                <button type="button" class="button quiet" disabled={copying.busy} onClick={() => void copying.copy()}>
                    {t("desk.copy")}
                </button>
                {consultation.state !== "draft" && (
                    <a class="button quiet" href={`/api/consultations/${consultation.id}/answers/export`} download>
                        {t("consultation.export")}
                    </a>
                )}
            </p>
            <Problem refusal={copying.refusal} />
            {asked === "publish" && (
                <AskOnce
                    title={t("desk.publishTitle")}
                    text={
                        consultation.warnings.includes("under_six_weeks")
                            ? t("desk.publishShort")
                            : t("desk.publishText")
                    }
                    word={t("desk.publish")}
                    submission={submission}
                    onYes={() =>
                        void submission.send(() => publishConsultation(consultation.id), done(t("desk.published")))
                    }
                    onClose={() => setAsked(null)}
                />
            )}
            {asked === "close" && (
                <AskOnce
                    title={t("desk.closeTitle")}
                    text={t("desk.closeText")}
                    word={t("desk.close")}
                    danger
                    submission={submission}
                    onYes={() =>
                        void submission.send(
                            () => changeConsultation(consultation.id, { closes: new Date().toISOString() }),
                            done(t("desk.closed")),
                        )
                    }
                    onClose={() => setAsked(null)}
                />
            )}
        </>
    );
}

function Page() {
    const { consultation, process } = shown.value;
    return (
        <>
            <ConsultationHead consultation={consultation} page="edit" />
            <Steps />
            <Acts />
            {consultation.once === "code" && <Codes consultation={consultation} />}
            <h2>{t("desk.settings")}</h2>
            {consultation.begun && <p class="notice-box">{t("desk.promise")}</p>}
            <SettingsForm
                key={consultation.id}
                process={process}
                consultation={consultation}
                onChanged={put}
                onSaved={(saved) => {
                    put(saved);
                    announce(t("desk.saved"));
                }}
            />
        </>
    );
}

export async function start(page: PageData): Promise<void> {
    const id = idIn("consultations");
    const load = async () => {
        const consultation = await fetchConsultation(id);
        requireEditor(consultation);
        const [process, consultees] = await Promise.all([fetchProcess(consultation.process), fetchConsultees(id)]);
        shown.value = { consultation, process, consultees };
    };
    try {
        await load();
    } catch (error) {
        return mountRefused(error);
    }
    nameThePage(shown.value.consultation.title);
    mount("main", <Page />);
    let waiting = 0;
    const refresh = () => void load().catch(() => undefined);
    live(page.build).listen(`process:${shown.value.process.id}`, undefined, {
        listening: refresh, // what came between the first look and now
        event: () => {
            clearTimeout(waiting);
            waiting = window.setTimeout(refresh, 300 + 700 * Math.random());
        },
        resync: async (): Promise<undefined> => {
            await load().catch(() => undefined);
        },
    });
}
