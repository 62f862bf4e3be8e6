// A ballot: vote, follow the turnout, see the result for each group beside the other, never mixed.
import { signal } from "@preact/signals";
import type { Ballot, Choice, Tally } from "../../api/nouns.ts";
import { castVote, closeBallot, fetchBallot, openBallot } from "../../api/routes.ts";
import { percent, t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import type { PageData } from "../../shell/page.ts";
import { account } from "../../shell/session.ts";
import { askSignIn, mount } from "../../shell/shell.tsx";
import { Markup } from "../../ui/markup.tsx";
import { Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

const shown = signal<Ballot | null>(null);

function labelOf(ballot: Ballot, choice: Choice): string {
    if (ballot.kind !== "approval") return choice.label;
    return choice.label === "for"
        ? t("ballot.for")
        : choice.label === "against"
          ? t("ballot.against")
          : t("ballot.abstain");
}

function Result({ ballot, title, tallies }: { ballot: Ballot; title: string; tallies: Tally[] }) {
    const all = tallies.reduce((sum, tally) => sum + tally.votes, 0);
    return (
        <table class="result">
            <caption>{title}</caption>
            <tbody>
                {tallies.map((tally) => {
                    const choice = ballot.choices.find((one) => one.id === tally.choice);
                    const share = all === 0 ? 0 : tally.votes / all;
                    return (
                        <tr key={tally.choice}>
                            <th scope="row">{choice === undefined ? "" : labelOf(ballot, choice)}</th>
                            <td>
                                <meter min={0} max={1} value={share} aria-label={percent(share)} />
                            </td>
                            <td>
                                {tally.votes} ({percent(share)})
                            </td>
                        </tr>
                    );
                })}
            </tbody>
        </table>
    );
}

function Page() {
    const ballot = shown.value!;
    const { busy, refusal, send } = useSubmission();
    const run = (act: () => Promise<Ballot>) => void send(act, (fresh) => (shown.value = fresh));
    const vote = async (choice: number) => {
        if (account.value === null && !(await askSignIn())) return;
        run(() => castVote(ballot.id, choice));
    };
    return (
        <>
            <h1>{ballot.question}</h1>
            <p>
                <span class="chip">{t(`ballot.state.${ballot.state}`)}</span>{" "}
                {t("ballot.turnout", { n: ballot.turnout.members.voted + ballot.turnout.participants.voted })}
            </p>
            <Markup html={ballot.description_html} />
            <Problem refusal={refusal} />
            {ballot.state === "open" && (ballot.may?.vote || account.value === null) && (
                <fieldset class="choices">
                    <legend>{t("ballot.vote")}</legend>
                    {ballot.choices.map((choice) => (
                        <button
                            key={choice.id}
                            type="button"
                            class={ballot.mine?.choice === choice.id ? "button" : "button quiet"}
                            aria-pressed={ballot.mine?.choice === choice.id}
                            disabled={busy}
                            onClick={() => void vote(choice.id)}
                        >
                            {labelOf(ballot, choice)}
                        </button>
                    ))}
                </fieldset>
            )}
            <p role="status">{typeof ballot.mine?.choice === "number" && t("ballot.voted")}</p>
            {ballot.state === "open" && account.value !== null && !ballot.may?.vote && (
                <p class="muted">{t("ballot.notEntitled")}</p>
            )}
            <h2>{t("ballot.results")}</h2>
            {ballot.results === null ? (
                <p class="muted">{t("ballot.hidden")}</p>
            ) : (
                <>
                    <Result ballot={ballot} title={t("ballot.members")} tallies={ballot.results.members} />
                    {ballot.admits_participants && (
                        <Result
                            ballot={ballot}
                            title={t("ballot.participants")}
                            tallies={ballot.results.participants}
                        />
                    )}
                </>
            )}
            {ballot.may?.open && (
                <button type="button" class="button" onClick={() => run(() => openBallot(ballot.id))}>
                    {t("ballot.open")}
                </button>
            )}
            {ballot.may?.close && (
                <button type="button" class="button quiet" onClick={() => run(() => closeBallot(ballot.id))}>
                    {t("ballot.close")}
                </button>
            )}
        </>
    );
}

export function start(page: PageData): void {
    shown.value = page.data as Ballot;
    mount("main", <Page />);
    const refresh = async () => {
        shown.value = await fetchBallot(shown.value!.id);
        return undefined;
    };
    live(page.build).listen(`process:${shown.value.process}`, undefined, {
        event: (event) => {
            if (event.kind === "ballot" && (event.body as Ballot).id === shown.value!.id) void refresh();
        },
        resync: refresh,
    });
}
