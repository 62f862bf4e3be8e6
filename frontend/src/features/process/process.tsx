// A process: its stages with the time left, its documents and ballots, and what editors and moderators do with it. The
// server has written it all into the page already; this puts it live in its place.
import { signal } from "@preact/signals";
import type { Ballot, Consultation, Process } from "../../api/nouns.ts";
import { fetchConsultations, fetchProcess } from "../../api/routes.ts";
import { leftInWords, moment, t } from "../../i18n/words.ts";
import { Latest } from "../../live/latest.ts";
import { live } from "../../live/live.ts";
import type { PageData } from "../../shell/page.ts";
import { onRightsChanged } from "../../shell/session.ts";
import { mount } from "../../shell/shell.tsx";
import { timeLeft } from "../../text/time_left.ts";
import { Markup } from "../../ui/markup.tsx";
import { further } from "../ballot/course.ts";
import { Hidden } from "../moderation/hidden.tsx";
import { Office } from "./office.tsx";

const shown = signal<Process>(null as unknown as Process);
const consultations = signal<Consultation[]>([]);
const fetched = signal(0); // how often the process was fetched anew; votes that are told do not count
const now = signal(Date.now());

function StageList() {
    const { stages, stage } = shown.value;
    const reached = stages.findIndex((one) => one.id === stage?.id);
    return (
        <ol class="timeline">
            {stages.map((one, i) => (
                <li
                    key={one.id}
                    class={i < reached ? "past" : i === reached ? "present" : "coming"}
                    {...(i === reached && { "aria-current": "step" as const })}
                >
                    <strong>{one.title}</strong>{" "}
                    {one.title !== t(`stage.${one.kind}`) && (
                        <span class={`stage stage-${one.kind}`}>{t(`stage.${one.kind}`)}</span>
                    )}
                    <span class="muted">
                        {one.starts === null ? t("process.byHand") : moment(one.starts)}
                        {i === reached && one.ends !== null && (
                            <>
                                {" "}
                                · <strong>{leftInWords(timeLeft(one.ends, now.value))}</strong>
                            </>
                        )}
                    </span>
                </li>
            ))}
        </ol>
    );
}

/** Who must be heard before anything is decided, and for whom nobody waits and why. */
function HearingGate() {
    const { hearing, stages } = shown.value;
    if (!hearing || (hearing.awaited.length === 0 && hearing.waived.length === 0)) return null;
    const held = stages.find((one) => one.id === hearing.held_stage);
    return (
        <section class="hearing">
            {hearing.awaited.length > 0 && (
                <>
                    <p>
                        <strong>
                            {held === undefined ? t("process.awaited") : t("process.held", { stage: held.title })}
                        </strong>
                    </p>
                    <ul>
                        {hearing.awaited.map((one) => (
                            <li key={`${one.consultation} ${one.name}`}>
                                <a href={`/consultations/${one.consultation}/consultees`}>{one.name}</a>
                            </li>
                        ))}
                    </ul>
                </>
            )}
            {hearing.waived.map((one) => (
                <p key={`${one.consultation} ${one.name}`}>
                    {t("process.waived", { name: one.name, by: one.by, reason: one.reason })}
                </p>
            ))}
        </section>
    );
}

function ConsultationList() {
    if (consultations.value.length === 0) return null;
    return (
        <>
            <h2>{t("process.consultations")}</h2>
            <ul class="cards">
                {consultations.value.map((one) => (
                    <li class="card" key={one.id}>
                        <h3>
                            <a href={`/consultations/${one.id}`}>{one.title}</a>
                        </h3>
                        <p class="card-facts">
                            {t(`consultation.${one.state}`)}
                            {one.state === "open" && <> · {leftInWords(timeLeft(one.closes, now.value))}</>}
                            {one.answers !== undefined && (
                                <> · {t("consultation.answers", { n: one.answers.submitted })}</>
                            )}
                        </p>
                        <p class="card-facts card-ways">
                            {one.state !== "draft" && (
                                <a href={`/consultations/${one.id}/consultees`}>{t("process.consultees")}</a>
                            )}
                            {one.may.edit && (
                                <a href={`/consultations/${one.id}/edit`}>{t("process.editConsultation")}</a>
                            )}
                            {one.may.read_answers && <a href={`/consultations/${one.id}/read`}>{t("reading.open")}</a>}
                            {one.may.read_answers && (
                                <a href={`/consultations/${one.id}/responses`}>{t("response.title")}</a>
                            )}
                            {(one.may.read_answers || one.state === "closed") && (
                                <a href={`/consultations/${one.id}/results`}>{t("tally.title")}</a>
                            )}
                        </p>
                    </li>
                ))}
            </ul>
        </>
    );
}

/** The amendments to a document, and where one proposes one. */
function WaysToAmend({ process, document }: { process: Process; document: Process["documents"][number] }) {
    const open = process.stage?.kind === "amending";
    if (document.amendments === 0 && !open) return null;
    return (
        <p class="card-facts card-ways">
            <a href={`/documents/${document.id}/amendments`}>{t("amendment.count", { n: document.amendments })}</a>
            {open && <a href={`/documents/${document.id}`}>{t("process.readAndPropose")}</a>}
        </p>
    );
}

function Page() {
    const process = shown.value;
    return (
        <>
            <p class="crumbs">
                <a href="/">{t("process.all")}</a>
                <a href={`/units/${process.unit.id}`}>{process.unit.name}</a>
            </p>
            <h1>{process.title}</h1>
            {process.description_html !== "" && <Markup html={process.description_html} class="prose lead-prose" />}
            <StageList />
            <HearingGate />
            <h2>{t("process.documents")}</h2>
            {process.documents.length === 0 && <p class="empty">{t("process.noDocuments")}</p>}
            <ul class="cards" hidden={process.documents.length === 0}>
                {process.documents.map((document) => (
                    <li class="card" key={document.id}>
                        <h3>
                            <a href={`/documents/${document.id}`}>{document.title}</a>
                        </h3>
                        <p class="card-facts">
                            {t("version.number", { n: document.version })} ·{" "}
                            {t("comments.count", { n: document.comments })}
                        </p>
                        <WaysToAmend process={process} document={document} />
                    </li>
                ))}
            </ul>
            <ConsultationList />
            {process.ballots.length > 0 && (
                <>
                    <h2>{t("process.ballots")}</h2>
                    <ul class="cards">
                        {process.ballots.map((ballot) => (
                            <li class="card" key={ballot.id}>
                                <h3>
                                    <a href={`/ballots/${ballot.id}`}>{ballot.question}</a>
                                </h3>
                                <p class="card-facts">
                                    {t(`ballot.state.${ballot.state}`)}
                                    {ballot.state === "open" && ballot.closes !== null && (
                                        <> · {leftInWords(timeLeft(ballot.closes, now.value))}</>
                                    )}
                                    {ballot.state !== "draft" && (
                                        <>
                                            {" · "}
                                            {t("ballot.turnout", {
                                                n: ballot.turnout.members.voted + ballot.turnout.participants.voted,
                                            })}
                                        </>
                                    )}
                                </p>
                            </li>
                        ))}
                    </ul>
                </>
            )}
            {process.may.edit && <Office process={process} onChanged={(fresh) => (shown.value = fresh)} />}
            {process.may.moderate && <Hidden process={process.id} state={fetched.value} />}
        </>
    );
}

export function start(page: PageData): void {
    shown.value = page.data as Process;
    consultations.value = shown.value.consultations ?? [];
    mount("main", <Page />);
    setInterval(() => (now.value = Date.now()), 30_000);
    let waiting = 0;
    const fetching = new Latest<Ballot>();
    const withBallot = (ballot: Ballot) => {
        const ballots = shown.value.ballots.map((one) => (one.id === ballot.id ? further(one, ballot) : one));
        shown.value = { ...shown.value, ballots };
    };
    const refresh = async (): Promise<undefined> => {
        const id = shown.value.id;
        await fetching.ask(
            () => Promise.all([fetchProcess(id), fetchConsultations(id)]),
            ([process, held], meanwhile) => {
                [shown.value, consultations.value] = [process, held];
                for (const ballot of meanwhile) withBallot(ballot);
                fetched.value++;
            },
        );
    };
    onRightsChanged(() => void refresh().catch(() => location.reload()));
    live(page.build).listen(`process:${shown.value.id}`, shown.value.last_event, {
        event: (event) => {
            if (event.kind === "ballot") {
                // Each vote is one: what the event says is enough, nobody asks anew.
                const ballot = event.body as Ballot;
                fetching.heard(ballot);
                withBallot(ballot);
                // One that is not listed yet has just been opened.
                if (shown.value.ballots.some((one) => one.id === ballot.id)) return;
            }
            clearTimeout(waiting);
            waiting = window.setTimeout(() => void refresh().catch(() => undefined), 200 + 1_500 * Math.random());
        },
        resync: refresh,
    });
}
