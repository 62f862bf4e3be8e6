// The voting list: what is still to be voted on, live for every delegate; for the chair the order and the results.
import type { Amendment } from "../../api/nouns.ts";
import { fetchDocument } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import type { EnteredResult, VotingList } from "../../api/voting_nouns.ts";
import { fetchVotingList, orderByRule } from "../../api/voting_routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import { announce } from "../../shell/notices.tsx";
import { idIn, type PageData } from "../../shell/page.ts";
import { mount } from "../../shell/shell.tsx";
import { comeBack, rememberPlace } from "../../ui/came_back.ts";
import { drawTheRest } from "../../ui/in_sight.tsx";
import { nameThePage } from "../../shell/title.ts";
import { Decided, Log } from "./voting_done.tsx";
import { GoToVote } from "./go_to_vote.tsx";
import { attempt, Moot, StillToVoteOn } from "./voting_left.tsx";
import { allTexts, changedText, decided, doc, list, load, loadAfterGap, moot, takeResults } from "./voting_store.ts";
import { NewestResult, tellSoon } from "./voting_told.tsx";

function Crumbs() {
    return (
        <p class="crumbs">
            <a href={`/processes/${doc.value.process.id}`}>{doc.value.process.title}</a>
            <a href={`/documents/${doc.value.id}`}>{doc.value.title}</a>
            <a href={`/documents/${doc.value.id}/amendments`}>{t("amendment.title")}</a>
        </p>
    );
}

function Page() {
    const now = list.value;
    const chair = doc.value.may.edit;
    const earlier = now.versions.filter((one) => one < now.version);
    return (
        <>
            <Crumbs />
            <h1>{t("votingList.title")}</h1>
            <p class="on-paper">
                {doc.value.title}, {t("version.number", { n: now.version }).toLowerCase()}
            </p>
            <p>
                {t("votingList.progress", {
                    done: String(decided.value.length),
                    all: String(now.items.length - moot.value.length),
                })}{" "}
                {t(now.by_rule ? "votingList.byRule" : "votingList.byChair")}
            </p>
            {chair && <p class="hint on-screen of-keys">{t("votingList.chairHint")}</p>}
            <p class="actions">
                {chair && (
                    <button
                        type="button"
                        class="button quiet"
                        disabled={now.by_rule}
                        onClick={() =>
                            void attempt(() => orderByRule(doc.value.id, now)).then(
                                (done) => done && announce(t("votingList.ordered")),
                            )
                        }
                    >
                        {t("votingList.orderByRule")}
                    </button>
                )}
                {chair && (
                    <a class="button quiet" href={`/documents/${doc.value.id}/merge`}>
                        {t("votingList.toMerge")}
                    </a>
                )}
                <button type="button" class="button quiet" onClick={() => void allTexts().then(() => print())}>
                    {t("votingList.print")}
                </button>
            </p>
            <NewestResult />
            <GoToVote />
            <StillToVoteOn />
            <Moot />
            <Decided />
            {now.log.length > 0 && (
                <details class="vote-done on-screen">
                    <summary>{t("votingList.log")}</summary>
                    <Log log={now.log} />
                </details>
            )}
            {earlier.length > 0 && (
                <p class="on-screen">
                    {t("votingList.earlier")}{" "}
                    {earlier.map((version) => (
                        <a key={version} href={`?version=${version}`}>
                            {t("version.number", { n: version })}{" "}
                        </a>
                    ))}
                </p>
            )}
        </>
    );
}

function Earlier({ told }: { told: VotingList }) {
    return (
        <>
            <Crumbs />
            <h1>{t("votingList.earlierTitle", { n: told.version })}</h1>
            <p>
                <a href={location.pathname}>{t("votingList.toNow")}</a>
            </p>
            <Log log={told.log} />
        </>
    );
}

/** Everybody hears of a new order or version in the same moment: they do not all ask in the same moment. */
let waiting = 0;
function loadSoon(): void {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void load(), doc.value.may.edit ? 0 : 200 + 1800 * Math.random());
}

function hear(kind: string, body: unknown): void {
    if (kind === "voting_result") {
        const result = body as EnteredResult;
        if (list.value.log.some((one) => one.id === result.id)) return;
        takeResults([result]);
        tellSoon();
    } else if (kind === "voting_list") {
        if ((body as { order: number }).order !== list.value.order) loadSoon();
    } else if (kind === "amendment") {
        const amendment = body as Amendment;
        changedText(amendment);
        const listed = list.value.items.some(
            (one) => one.amendment === amendment.id || one.same.some((other) => other.id === amendment.id),
        );
        if (listed !== (amendment.state === "submitted")) loadSoon();
    } else if (kind === "version") {
        loadSoon();
    }
}

export async function start(page: PageData): Promise<void> {
    const version = Number(new URLSearchParams(location.search).get("version") ?? "0");
    try {
        doc.value = await fetchDocument(idIn("documents"));
        nameThePage(`${t("votingList.title")}: ${doc.value.title}`);
        if (version > 0 && version < doc.value.head) {
            const told = await fetchVotingList(doc.value.id, version);
            return mount("main", <Earlier told={told} />);
        }
        await load();
        mount("main", <Page />);
        comeBack();
        rememberPlace(".vote-item[id]");
        drawTheRest(); // the page is searched
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
    live(page.build).listen(`document:${doc.value.id}`, doc.value.last_event, {
        event: (event) => hear(event.kind, event.body),
        resync: async () => {
            await loadAfterGap();
            return undefined;
        },
    });
}
