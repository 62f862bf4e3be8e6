// What a ballot came to: each group by itself, never added together, as bars with the numbers beside them.
import { useState } from "preact/hooks";
import type { Ballot, Choice, NamedVote, Tally } from "../../api/nouns.ts";
import { fetchVotes } from "../../api/routes.ts";
import { number, percent, t } from "../../i18n/words.ts";

export type BallotGroup = "members" | "participants";

export function labelOf(ballot: Ballot, choice: Choice): string {
    if (ballot.kind !== "approval") return choice.label;
    const key = choice.key ?? choice.label;
    return t(key === "for" ? "ballot.for" : key === "against" ? "ballot.against" : "ballot.abstain");
}

/** The groups that a ballot counts. */
export const groupsOf = (ballot: Ballot): BallotGroup[] =>
    ballot.admits_participants ? ["members", "participants"] : ["members"];

function Bars({ ballot, group, tallies }: { ballot: Ballot; group: BallotGroup; tallies: Tally[] }) {
    const all = tallies.reduce((sum, tally) => sum + tally.votes, 0);
    const most = Math.max(0, ...tallies.map((tally) => tally.votes));
    return (
        <table class="result">
            <caption>
                {t(`ballot.${group}`)}
                <span class="muted"> {t("ballot.votes", { n: all })}</span>
            </caption>
            <thead class="hidden">
                <tr>
                    <th scope="col">{t("ballot.choice")}</th>
                    <th scope="col">{t("ballot.votesHead")}</th>
                </tr>
            </thead>
            <tbody>
                {ballot.choices.map((choice) => {
                    const votes = tallies.find((tally) => tally.choice === choice.id)?.votes ?? 0;
                    const share = all === 0 ? 0 : votes / all;
                    return (
                        <tr key={choice.id} class={votes === most && most > 0 ? "leading" : ""}>
                            <th scope="row">{labelOf(ballot, choice)}</th>
                            <td>
                                <span class="bar-figure">
                                    {number(votes)} <span class="muted">{percent(share)}</span>
                                </span>
                                <svg
                                    class="bar-share"
                                    viewBox="0 0 100 6"
                                    preserveAspectRatio="none"
                                    aria-hidden="true"
                                >
                                    <rect class="bar-ground" width="100" height="6" />
                                    <rect class={choice.key ?? "option"} width={share * 100} height="6" />
                                </svg>
                            </td>
                        </tr>
                    );
                })}
            </tbody>
        </table>
    );
}

export function Results({ ballot }: { ballot: Ballot }) {
    if (ballot.results === null) return <p class="muted">{t("ballot.hidden")}</p>;
    return (
        <div class="results">
            {groupsOf(ballot).map((group) => (
                <Bars key={group} ballot={ballot} group={group} tallies={ballot.results![group]} />
            ))}
        </div>
    );
}

/** How many have voted, of how many where that is known. */
export function Turnout({ ballot }: { ballot: Ballot }) {
    return (
        <dl class="turnout">
            {groupsOf(ballot).map((group) => {
                const { voted, electorate } = ballot.turnout[group];
                return (
                    <div key={group}>
                        <dt>{t(`ballot.${group}`)}</dt>
                        <dd>
                            {electorate === null
                                ? t("ballot.turnout", { n: voted })
                                : t("ballot.turnoutOf", { voted: number(voted), n: electorate })}
                        </dd>
                        {electorate !== null && electorate > 0 && (
                            <svg class="bar-share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                                <rect class="bar-ground" width="100" height="6" />
                                <rect class="option" width={(voted / electorate) * 100} height="6" />
                            </svg>
                        )}
                    </div>
                );
            })}
        </dl>
    );
}

/** Who voted what, where the ballot was announced as named; a page at a time, when it is asked for. */
export function NamedVotes({ ballot }: { ballot: Ballot }) {
    const [votes, setVotes] = useState<NamedVote[]>([]);
    const [next, setNext] = useState<string | null | undefined>(undefined);
    if (ballot.disclosure !== "named" || ballot.results === null) return null;
    const load = () =>
        void fetchVotes(ballot.id, next ?? undefined).then((page) => {
            setVotes((before) => [...before, ...page.items]);
            setNext(page.next);
        });
    return (
        <details class="named" onToggle={() => next === undefined && load()}>
            <summary>{t("ballot.named")}</summary>
            <table>
                <tbody>
                    {votes.map((vote) => {
                        const choice = ballot.choices.find((one) => one.id === vote.choice);
                        return (
                            <tr key={`${vote.group}${vote.person.id}`}>
                                <th scope="row">{vote.person.name}</th>
                                <td class="muted">{t(`ballot.${vote.group}`)}</td>
                                <td>{choice === undefined ? "" : labelOf(ballot, choice)}</td>
                            </tr>
                        );
                    })}
                </tbody>
            </table>
            {next && (
                <button type="button" class="button quiet small" onClick={load}>
                    {t("comments.more")}
                </button>
            )}
        </details>
    );
}
