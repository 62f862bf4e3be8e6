// A ballot: vote, change the vote, follow the turnout, see the result.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Ballot } from "../../api/nouns.ts";
import { castVote, closeBallot, fetchBallot, openBallot } from "../../api/routes.ts";
import { leftInWords, moment, t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import type { PageData } from "../../shell/page.ts";
import { account, onRightsChanged } from "../../shell/session.ts";
import { askSignIn, mount } from "../../shell/shell.tsx";
import { timeLeft } from "../../text/time_left.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Problem } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Markup } from "../../ui/markup.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { further } from "./course.ts";
import { labelOf, NamedVotes, Results, Turnout } from "./results.tsx";

const shown = signal<Ballot>(null as unknown as Ballot);
const now = signal(Date.now());

/** Chosen and then cast by a press of its own: a slip of the finger is no vote. */
function Vote({ ballot }: { ballot: Ballot }) {
    const cast = ballot.mine?.choice ?? null;
    const [chosen, setChosen] = useState<number | null>(cast);
    const { busy, refusal, send } = useSubmission();
    const vote = async () => {
        if (chosen === null || (account.value === null && !(await askSignIn()))) return;
        void send(
            () => castVote(ballot.id, chosen),
            (fresh) => (shown.value = further(shown.value, fresh)),
        );
    };
    const mine = ballot.choices.find((choice) => choice.id === cast);
    return (
        <form
            class="form vote"
            onSubmit={(event) => {
                event.preventDefault();
                void vote();
            }}
        >
            <Problem refusal={refusal} />
            <fieldset>
                <legend class="hidden">{t("ballot.choices")}</legend>
                {ballot.choices.map((choice) => (
                    <label class={`ballot-choice ${choice.key ?? ""}`} key={choice.id}>
                        <input
                            type="radio"
                            name="choice"
                            checked={chosen === choice.id}
                            onChange={() => setChosen(choice.id)}
                        />
                        <span>{labelOf(ballot, choice)}</span>
                        {cast === choice.id && <small>{t("ballot.yourVote")}</small>}
                    </label>
                ))}
            </fieldset>
            <div class="actions">
                <button type="submit" class="button" disabled={busy || chosen === null || chosen === cast}>
                    {cast === null ? t("ballot.vote") : t("ballot.change")}
                </button>
                <p role="status" class="voted">
                    {mine !== undefined && (
                        <>
                            <Icon name="check" /> {t("ballot.voted")}
                        </>
                    )}
                </p>
            </div>
            <p class="hint">{t(`ballot.disclosure.${ballot.disclosure}`)}</p>
        </form>
    );
}

function Office({ ballot }: { ballot: Ballot }) {
    const { busy, refusal, send } = useSubmission();
    const [asked, setAsked] = useState<"open" | "close" | null>(null);
    const may = ballot.may;
    if (!may?.open && !may?.close && !may?.edit) return null;
    const run = (act: () => Promise<Ballot>) => void send(act, (fresh) => (shown.value = further(shown.value, fresh)));
    return (
        <section class="office">
            <h2>{t("process.office")}</h2>
            <Problem refusal={refusal} />
            {ballot.warnings?.includes("small_electorate") && <p class="old-version">{t("ballot.warning.small")}</p>}
            <div class="actions">
                {may.edit && ballot.state === "draft" && (
                    <a class="button quiet" href={`/ballots/${ballot.id}/edit`}>
                        {t("ballot.edit")}
                    </a>
                )}
                {may.open && (
                    <button type="button" class="button" disabled={busy} onClick={() => setAsked("open")}>
                        {t("ballot.open")}
                    </button>
                )}
                {may.close && (
                    <button type="button" class="button quiet" disabled={busy} onClick={() => setAsked("close")}>
                        {t("ballot.close")}
                    </button>
                )}
            </div>
            {asked !== null && (
                <Dialog title={t(`ballot.${asked}.title`)} onClose={() => setAsked(null)}>
                    <p>{t(`ballot.${asked}.what`)}</p>
                    <div class="actions">
                        <button
                            type="button"
                            class="button"
                            onClick={() => {
                                setAsked(null);
                                run(() => (asked === "open" ? openBallot(ballot.id) : closeBallot(ballot.id)));
                            }}
                        >
                            {t(asked === "open" ? "ballot.open" : "ballot.close")}
                        </button>
                        <button type="button" class="link" onClick={() => setAsked(null)}>
                            {t("cancel")}
                        </button>
                    </div>
                </Dialog>
            )}
        </section>
    );
}

function When({ ballot }: { ballot: Ballot }) {
    if (ballot.closed !== null) return <>{t("ballot.closedAt", { when: moment(ballot.closed) })}</>;
    if (ballot.state === "draft")
        return <>{ballot.opens === null ? "" : t("ballot.opensAt", { when: moment(ballot.opens) })}</>;
    if (ballot.closes === null) return <>{t("ballot.noEnd")}</>;
    return (
        <>
            {t("ballot.closesAt", { when: moment(ballot.closes) })} ·{" "}
            <strong>{leftInWords(timeLeft(ballot.closes, now.value))}</strong>
        </>
    );
}

function Page({ crumbs }: { crumbs: { href: string; text: string }[] }) {
    const ballot = shown.value;
    const open = ballot.state === "open";
    const asks = open && (ballot.may?.vote === true || account.value === null);
    return (
        <>
            <p class="crumbs">
                {crumbs.map((crumb) => (
                    <a key={crumb.href} href={crumb.href}>
                        {crumb.text}
                    </a>
                ))}
            </p>
            <h1>{ballot.question}</h1>
            <p class="ballot-state">
                <span class={`chip ${open ? "for" : ""}`}>{t(`ballot.state.${ballot.state}`)}</span>{" "}
                <When ballot={ballot} />
            </p>
            {ballot.description_html !== "" && <Markup html={ballot.description_html} />}
            {ballot.document !== null && (
                <p>
                    <a href={`/documents/${ballot.document}`}>{t("ballot.document")}</a>
                </p>
            )}
            {asks && <Vote key={ballot.mine?.choice ?? 0} ballot={ballot} />}
            {open && !asks && <p class="muted">{t("ballot.notEntitled")}</p>}
            {ballot.state !== "draft" && (
                <>
                    <h2>{t("ballot.turnoutHead")}</h2>
                    <Turnout ballot={ballot} />
                    <h2>{t("ballot.results")}</h2>
                    <Results ballot={ballot} />
                    <NamedVotes ballot={ballot} />
                </>
            )}
            <Office ballot={ballot} />
        </>
    );
}

async function refresh(): Promise<undefined> {
    shown.value = further(shown.value, await fetchBallot(shown.value.id));
}

/** An event says what all may see; one's own vote and rights stay. Another state changes those too: fetch, not all at once. */
function heard(fresh: Ballot): void {
    const before = shown.value;
    if (fresh.id !== before.id) return;
    if (fresh.state !== before.state || before.disclosure === "named")
        setTimeout(() => void refresh().catch(() => undefined), 300 + 1_500 * Math.random());
    shown.value = further(before, fresh);
}

export function start(page: PageData): void {
    shown.value = page.data as Ballot;
    const crumbs = [...document.querySelectorAll<HTMLAnchorElement>("main .crumbs a")].map((link) => ({
        href: link.getAttribute("href") ?? "/",
        text: link.textContent ?? "",
    }));
    mount("main", <Page crumbs={crumbs} />);
    setInterval(() => (now.value = Date.now()), 30_000);
    onRightsChanged(() => void refresh());
    live(page.build).listen(`process:${shown.value.process}`, shown.value.last_event, {
        event: (event) => {
            if (event.kind === "ballot") heard(event.body as Ballot);
        },
        resync: refresh,
    });
}
