// The front page: the server's list of processes, with the time that is left, and first those that wait for the reader.
import { effect, signal } from "@preact/signals";
import type { Page, Process } from "../../api/nouns.ts";
import { Refusal } from "../../api/request.ts";
import { fetchProcesses } from "../../api/routes.ts";
import { day, leftInWords, t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import type { PageData } from "../../shell/page.ts";
import { onBack } from "../../shell/reach.ts";
import { account, onRightsChanged } from "../../shell/session.ts";
import { timeLeft } from "../../text/time_left.ts";
import { Icon } from "../../ui/icon.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { Problem } from "../../ui/field.tsx";
import { Fragment, render } from "preact";
import { NewProcess } from "./new_process.tsx";

const list = signal<Page<Process>>({ items: [], next: null });
const now = signal(Date.now());
const soon = 48 * 3_600_000; // ms; from here on the time left is marked

function TimeLeft({ process }: { process: Process }) {
    const { stage, next_change } = process;
    if (next_change === null) return null;
    // Before its first stage a process has no stage; what comes next is then a beginning, not an end.
    if (stage === null) return <span class="left">{t("front.from", { when: day(next_change) })}</span>;
    const near = Date.parse(next_change) - now.value < soon;
    return (
        <time class={near ? "left soon" : "left"} dateTime={next_change} title={day(next_change)}>
            <Icon name="clock" />
            {leftInWords(timeLeft(next_change, now.value))}
        </time>
    );
}

/** Where "say what you think" leads: the document itself where there is one alone. A vote is on the process's page. */
function placeToComment(process: Process): string {
    return process.documents.length === 1 ? `/documents/${process.documents[0]!.id}` : `/processes/${process.id}`;
}

/** What is asked of those who stand behind amendments: all of it is answered among one's own. */
const ofOwn = {
    amendment: ["front.canAnswer", "front.answer"],
    support: ["front.canSupport", "front.support"],
    collision: ["front.collided", "front.seeCollision"],
} as const;

/** What waits for the reader, each with the one way on; what one has begun oneself comes before what is open to all. */
function asksOf(process: Process): { chips: string[]; word: string; place: string }[] {
    const { needs_you: needs } = process;
    const asks = [];
    if (needs.includes("vote"))
        asks.push({ chips: [t("front.canVote")], word: t("front.vote"), place: `/processes/${process.id}` });
    const own = (["amendment", "support", "collision"] as const).filter((one) => needs.includes(one));
    if (own.length > 0) {
        const word = own.length === 1 ? ofOwn[own[0]!][1] : "front.seeWaiting";
        asks.push({ chips: own.map((one) => t(ofOwn[one][0])), word: t(word), place: "/amendments" });
    }
    if (asks.length > 0 || !needs.includes("comment")) return asks;
    const amends = process.stage?.kind === "amending" && process.may.amend;
    const [chip, word] = amends
        ? (["front.canAmend", "process.readAndPropose"] as const)
        : (["front.canComment", "front.comment"] as const);
    return [{ chips: [t(chip)], word: t(word), place: placeToComment(process) }];
}

function Ask({ process }: { process: Process }) {
    const asks = asksOf(process);
    if (asks.length === 0) return null;
    return (
        <p class="card-ask">
            {asks.map(({ chips, word, place }) => (
                <Fragment key={place}>
                    {chips.map((chip) => (
                        <span class="chip needs-you" key={chip}>
                            {chip}
                        </span>
                    ))}
                    <a class="button" href={place}>
                        {word}
                        <span class="hidden">: {process.title}</span>
                    </a>
                </Fragment>
            ))}
        </p>
    );
}

function Card({ process }: { process: Process }) {
    const { stage } = process;
    const amendments = process.documents.reduce((sum, one) => sum + one.amendments, 0);
    return (
        <li class="card">
            <p class="card-unit">{process.unit.name}</p>
            <h3>
                <a href={`/processes/${process.id}`}>{process.title}</a>
            </h3>
            <p class="card-stage">
                {stage !== null && <span class={`stage stage-${stage.kind}`}>{stage.title}</span>}
                <TimeLeft process={process} />
            </p>
            {process.documents.length > 0 && (
                <p class="card-facts">
                    {t("front.documents", { n: process.documents.length })} ·{" "}
                    {t("comments.count", { n: process.documents.reduce((sum, one) => sum + one.comments, 0) })}
                    {amendments > 0 && <> · {t("amendment.count", { n: amendments })}</>}
                </p>
            )}
            <Ask process={process} />
        </li>
    );
}

function More() {
    const { busy, refusal, send } = useSubmission();
    const after = list.value.next;
    if (after === null) return null;
    const add = (page: Page<Process>) => {
        const known = new Set(list.value.items.map((process) => process.id));
        list.value = {
            items: [...list.value.items, ...page.items.filter((process) => !known.has(process.id))],
            next: page.next,
        };
    };
    return (
        <>
            <Problem refusal={refusal} />
            <p class="actions">
                <button
                    type="button"
                    class="button quiet"
                    disabled={busy}
                    onClick={() => void send(() => fetchProcesses(after), add)}
                >
                    {t("comments.more")}
                </button>
            </p>
        </>
    );
}

function Processes() {
    const { items } = list.value;
    const asking = items.filter((process) => process.needs_you.length > 0);
    const others = items.filter((process) => process.needs_you.length === 0);
    return (
        <>
            {asking.length > 0 && (
                <section aria-labelledby="asking">
                    <div class="section-head">
                        <h2 id="asking">{t("front.needsYou")}</h2>
                    </div>
                    <ul class="cards asking">
                        {asking.map((process) => (
                            <Card key={process.id} process={process} />
                        ))}
                    </ul>
                </section>
            )}
            <div class="section-head">
                <h2 id="all">{t(asking.length > 0 ? "front.others" : "front.all")}</h2>
                <NewProcess />
            </div>
            {others.length > 0 && (
                <ul class="cards">
                    {others.map((process) => (
                        <Card key={process.id} process={process} />
                    ))}
                </ul>
            )}
            {items.length === 0 && <p class="empty">{t("front.none")}</p>}
            <More />
        </>
    );
}

/** The first page anew. A server that is away changes nothing: what is shown stays. */
async function refresh(): Promise<void> {
    try {
        list.value = await fetchProcesses();
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
    }
}

const followed = new Set<number>();
/** Where texts are amended or voted on, a new version may ask something of the reader: then the list is asked anew. */
function follow(build: string): void {
    if (account.value === null) return;
    for (const { id, stage } of list.value.items) {
        if (followed.has(id) || (stage?.kind !== "amending" && stage?.kind !== "voting")) continue;
        followed.add(id);
        live(build).listen(`process:${id}`, undefined, {
            event: () => void refresh(),
            resync: () => refresh().then(() => undefined),
        });
    }
}

/** Each minute the time left; once a stage has ended, the list itself. */
function tick(): void {
    const before = now.value;
    now.value = Date.now();
    const passed = (process: Process) => {
        const change = process.next_change === null ? Infinity : Date.parse(process.next_change);
        return change > before && change <= now.value;
    };
    if (list.value.items.some(passed)) void refresh();
}

export function start(page: PageData): void {
    const place = document.querySelector<HTMLElement>(".process-list");
    if (place === null) return;
    list.value = (page.data as { processes: Page<Process> }).processes;
    place.replaceChildren();
    place.removeAttribute("aria-labelledby"); // its heading is now that of one part of it
    render(<Processes />, place);
    setInterval(tick, 60_000);
    effect(() => follow(page.build));
    onRightsChanged(() => void refresh());
    onBack(() => void refresh());
    addEventListener("pageshow", (event) => event.persisted && void refresh());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && tick());
}
