// A process: its stages with the time left, its documents and ballots, and what editors and moderators do with it. The
// server has written it all into the page already; this puts it live in its place.
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Ballot, Comment, Process } from "../../api/nouns.ts";
import { beginStage, fetchHidden, fetchProcess, showComment } from "../../api/routes.ts";
import { leftInWords, moment, t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import type { PageData } from "../../shell/page.ts";
import { onRightsChanged } from "../../shell/session.ts";
import { mount } from "../../shell/shell.tsx";
import { timeLeft } from "../../text/time_left.ts";
import { Problem } from "../../ui/field.tsx";
import { Markup } from "../../ui/markup.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { Head } from "../comments/comment.tsx";

const shown = signal<Process>(null as unknown as Process);
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
                    <strong>{one.title}</strong> <span class={`stage stage-${one.kind}`}>{t(`stage.${one.kind}`)}</span>
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

function Office() {
    const process = shown.value;
    const { busy, refusal, send } = useSubmission();
    return (
        <section class="office">
            <h2>{t("process.office")}</h2>
            <Problem refusal={refusal} />
            <p class="actions">
                <a class="button quiet small" href={`/processes/${process.id}/edit`}>
                    {t("process.edit")}
                </a>
                <a class="button quiet small" href={`/processes/${process.id}/documents/new`}>
                    {t("document.new")}
                </a>
                <a class="button quiet small" href={`/processes/${process.id}/ballots/new`}>
                    {t("ballot.new")}
                </a>
            </p>
            <p class="actions">
                {process.stages
                    .filter((stage) => stage.id !== process.stage?.id)
                    .map((stage) => (
                        <button
                            key={stage.id}
                            type="button"
                            class="button quiet small"
                            disabled={busy}
                            onClick={() =>
                                void send(
                                    () => beginStage(process.id, stage.id),
                                    (fresh) => (shown.value = fresh),
                                )
                            }
                        >
                            {t("process.begin", { stage: stage.title })}
                        </button>
                    ))}
            </p>
        </section>
    );
}

/** What moderators have hidden, with the reason and what its author says against it. */
function Hidden() {
    const [items, setItems] = useState<Comment[] | null>(null);
    const [next, setNext] = useState<string | null>(null);
    const load = (after?: string) =>
        void fetchHidden(shown.value.id, after).then((page) => {
            setItems((before) => [...(after === undefined ? [] : (before ?? [])), ...page.items]);
            setNext(page.next);
        });
    useEffect(() => load(), []);
    if (items === null || items.length === 0) return null;
    return (
        <section class="office">
            <h2>{t("moderation.hidden", { n: items.length })}</h2>
            {items.map((comment) => (
                <article class="comment" key={comment.id}>
                    <Head comment={comment} />
                    {comment.html !== null && <Markup html={comment.html} class="prose said" />}
                    <p class="muted">{t("comments.hiddenBecause", { reason: comment.reason ?? "" })}</p>
                    {comment.appeal && <p class="appeal">{t("comments.appealed", { text: comment.appeal })}</p>}
                    <p class="comment-acts">
                        <button
                            type="button"
                            class="act"
                            onClick={() =>
                                void showComment(comment.id).then(() =>
                                    setItems(items.filter((one) => one.id !== comment.id)),
                                )
                            }
                        >
                            {t("comments.show")}
                        </button>
                        <a class="act" href={`/comments/${comment.id}`}>
                            {t("moderation.inPlace")}
                        </a>
                    </p>
                </article>
            ))}
            {next !== null && (
                <button type="button" class="button quiet small" onClick={() => load(next)}>
                    {t("comments.more")}
                </button>
            )}
        </section>
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
            <h2>{t("process.documents")}</h2>
            {process.documents.length === 0 && <p class="empty">{t("process.noDocuments")}</p>}
            <ul class="cards">
                {process.documents.map((document) => (
                    <li class="card" key={document.id}>
                        <h3>
                            <a href={`/documents/${document.id}`}>{document.title}</a>
                        </h3>
                        <p class="card-facts">
                            {t("version.number", { n: document.version })} ·{" "}
                            {t("comments.count", { n: document.comments })}
                        </p>
                    </li>
                ))}
            </ul>
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
            {process.may.edit && <Office />}
            {process.may.moderate && <Hidden />}
        </>
    );
}

export function start(page: PageData): void {
    shown.value = page.data as Process;
    mount("main", <Page />);
    setInterval(() => (now.value = Date.now()), 30_000);
    let waiting = 0;
    const refresh = async (): Promise<undefined> => {
        shown.value = await fetchProcess(shown.value.id);
    };
    onRightsChanged(() => void refresh().catch(() => location.reload()));
    live(page.build).listen(`process:${shown.value.id}`, undefined, {
        event: (event) => {
            if (event.kind === "ballot") {
                // Each vote is one: what the event says is enough, nobody asks anew.
                const ballot = event.body as Ballot;
                const ballots = shown.value.ballots.map((one) => (one.id === ballot.id ? { ...one, ...ballot } : one));
                shown.value = { ...shown.value, ballots };
                return;
            }
            clearTimeout(waiting);
            waiting = window.setTimeout(() => void refresh().catch(() => undefined), 200 + 1_500 * Math.random());
        },
        resync: refresh,
    });
}
