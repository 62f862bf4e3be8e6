// What the answers to a consultation come to: every closed question as bars and numbers, voice by voice.
import { signal } from "@preact/signals";
import type { Tallies, TallyTable } from "../../api/tally_nouns.ts";
import { exportAddress, fetchTallies } from "../../api/tally_routes.ts";
import type { ConsultationInFull } from "../../api/consultation_nouns.ts";
import { fetchConsultation } from "../../api/consultation_routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { day, t } from "../../i18n/words.ts";
import { idIn } from "../../shell/page.ts";
import { mount } from "../../shell/shell.tsx";
import { Chart, type Row } from "./chart.tsx";
import { labelOf, unansweredRow, words } from "./labels.ts";
import { Places } from "./places.tsx";

const shown = signal<Tallies>(null as unknown as Tallies);

/** Before it closes nobody but its readers is told anything: from counts that grow one by one could be seen who said what. */
function NotYet({ consultation }: { consultation: ConsultationInFull }) {
    const { id, process, title, closes, state } = consultation;
    return (
        <>
            <p class="crumbs">
                <a href={`/processes/${process}`}>{t("tally.process")}</a>
                <a href={`/consultations/${id}`}>{title}</a>
            </p>
            <h1>{t("tally.title")}</h1>
            <p class="lead">{t("tally.notYet", { when: day(closes) })}</p>
            <p class="muted tally-note">{t("tally.whyNotYet")}</p>
            <p class="actions">
                {state === "open" && (
                    <a class="button" href={`/consultations/${id}`}>
                        {t("tally.answerIt")}
                    </a>
                )}
                {consultation.publishes_answers && (
                    <a class="button quiet" href={`/consultations/${id}/answers`}>
                        {t("tally.readPublished")}
                    </a>
                )}
            </p>
        </>
    );
}

function Question({ table }: { table: TallyTable }) {
    const { voices, places = [] } = shown.value;
    const title = words(table.title);
    const names = new Map(places);
    const lines = table.lines.map((line): Row => ({
        key: line.key,
        label: labelOf(table, line, names),
        counts: line.counts,
    }));
    const row = words(table.row);
    return (
        <section class="tally-question" aria-labelledby={`q-${table.field}`}>
            <h2 id={`q-${table.field}`}>
                {title}
                {row !== "" && <small>{row}</small>}
            </h2>
            {table.kind === "place" ? (
                <Places table={table} title={title} voices={voices} places={places} />
            ) : (
                <Chart
                    title={row === "" ? title : `${title} ${row}`}
                    head={t(table.kind === "ranking" ? "tally.first" : "tally.option")}
                    voices={voices}
                    whole={table.asked}
                    rows={[...lines, ...unansweredRow(table)]}
                />
            )}
        </section>
    );
}

function Themes() {
    const { themes = [], voices, answers } = shown.value;
    if (themes.length === 0) return null;
    const depthOf = (id: number | null): number =>
        id === null ? 0 : 1 + depthOf(themes.find((theme) => theme.id === id)?.parent ?? null);
    const rows = themes.map((theme): Row => ({
        key: String(theme.id),
        label: theme.title,
        counts: theme.counts,
        depth: depthOf(theme.parent),
    }));
    return (
        <section class="tally-question" aria-labelledby="themes">
            <h2 id="themes">{t("tally.themes")}</h2>
            <p class="muted">{t("tally.themesNote")}</p>
            <Chart title={t("tally.themes")} head={t("tally.theme")} voices={voices} whole={answers} rows={rows} />
        </section>
    );
}

function Page() {
    const { consultation, title, process, may, voices, answers, tables, least_shown } = shown.value;
    return (
        <>
            <p class="crumbs">
                <a href={`/processes/${process}`}>{t("tally.process")}</a>
                <a href={`/consultations/${consultation}`}>{title}</a>
            </p>
            <h1>{t("tally.title")}</h1>
            {voices.length === 0 ? (
                <p class="muted">{t("tally.none")}</p>
            ) : (
                <dl class="tally-totals">
                    {voices.map((voice, i) => (
                        <div key={voice}>
                            <dt>{t(`voice.${voice}`)}</dt>
                            <dd>
                                {typeof answers[i] === "number"
                                    ? t("tally.answers", { n: answers[i] })
                                    : t("tally.hidden")}
                            </dd>
                        </div>
                    ))}
                </dl>
            )}
            <p class="muted tally-note">
                {t("tally.note", { n: least_shown })} {!may.read_answers && t("tally.frozen")}
            </p>
            {may.read_answers && (
                <p class="tally-files">
                    {t("tally.download")}:{" "}
                    {(["csv", "xlsx", "jsonl"] as const).map((format) => (
                        <a key={format} href={exportAddress(consultation, format)} download>
                            {t(`tally.${format}`)}
                        </a>
                    ))}
                </p>
            )}
            {tables.map((table) => (
                <Question key={table.field} table={table} />
            ))}
            <Themes />
        </>
    );
}

export async function start(): Promise<void> {
    const load = async () => (shown.value = await fetchTallies(idIn("consultations")));
    try {
        await load();
        document.getElementById("main")?.classList.add("wide");
        mount("main", <Page />);
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.code === "tally.not_closed") {
            const consultation = await fetchConsultation(idIn("consultations"));
            return mount("main", <NotYet consultation={consultation} />);
        }
        mount("main", <p class="problem">{sentenceOf(error)}</p>);
        return;
    }
    // Who comes back to the page sees how it stands now.
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") load().catch(() => undefined);
    });
}
