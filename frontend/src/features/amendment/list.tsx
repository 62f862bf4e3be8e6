// All amendments to a document: filtered, searched, in the order of their lines or numbers; and for those who speak for
// a body, what it recommends on the ones that are chosen.
import { effect, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Amendment, Comment } from "../../api/nouns.ts";
import { fetchDocument, fetchProcess } from "../../api/routes.ts";
import type { EnteredResult } from "../../api/voting_nouns.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import { idIn, type PageData } from "../../shell/page.ts";
import { onRightsChanged } from "../../shell/session.ts";
import { mount } from "../../shell/shell.tsx";
import { comeBack, countBefore, rememberPlace, wasSeen } from "../../ui/came_back.ts";
import { InSight } from "../../ui/in_sight.tsx";
import { apply } from "../comments/store.ts";
import { bodies } from "./bodies.ts";
import { asVoted } from "./carried.tsx";
import { ChosenBar } from "./chosen_bar.tsx";
import { DownloadAmendments } from "./download.tsx";
import { addressOf, filter, Filters, readAddress } from "./filters.tsx";
import { asked, further, heardOfAnother, load, loadMore, whole } from "./list_loading.ts";
import { ChooseAll, Folded, folded } from "./list_rows.tsx";
import { chain, changed, chosen, chosenOnes, items, newcomers, next, shown } from "./list_state.ts";
import { loadClusters, Passages } from "./neighbours.tsx";
import { heardOfOpen, heardOfVote, OneAmendment } from "./one.tsx";
import { Recommend } from "./recommend.tsx";

function Newcomers() {
    const n = newcomers.value.size;
    return (
        <div role="status" class="news">
            {n > 0 && (
                <button type="button" class="pill" onClick={() => void load()}>
                    {t("amendment.showNew", { n })}
                </button>
            )}
        </div>
    );
}

/** The end of the list: the next page comes as it comes near, and by its button for the keyboard. */
function More() {
    const place = useRef<HTMLButtonElement>(null);
    useEffect(() => {
        const watcher = new IntersectionObserver(
            (entries) => entries.some((entry) => entry.isIntersecting) && void loadMore(),
            { rootMargin: "1200px" },
        );
        if (place.current !== null) watcher.observe(place.current);
        return () => watcher.disconnect();
    }, [next.value]);
    return (
        <button type="button" class="button quiet" ref={place} onClick={() => void loadMore()}>
            {t("comments.more")}
        </button>
    );
}

/** Drawn at once. */
const FIRST = 12;

/** The amendment that the address names is opened over the list, wherever in it it stands. */
const named = signal<number | null>(null);
function followAddress(): void {
    const id = Number(/^#amendment-(\d+)$/.exec(location.hash)?.[1] ?? 0);
    named.value = id > 0 ? id : null;
}

function Page() {
    const doc = shown.value;
    const speaks = bodies().length > 0;
    return (
        <>
            <p class="crumbs">
                <a href={`/processes/${doc.process.id}`}>{doc.process.title}</a>
                <a href={`/documents/${doc.id}`}>{doc.title}</a>
            </p>
            <h1>{t("amendment.title")}</h1>
            <div class="actions amendments-actions">
                {(doc.may.edit || doc.merge_followed) && (
                    <a class={doc.may.edit ? "button" : "button quiet"} href={`/documents/${doc.id}/merge`}>
                        {t("merge.title")}
                    </a>
                )}
                <a class="button quiet" href={`/documents/${doc.id}/voting-list`}>
                    {t("votingList.title")}
                </a>
                <a class="button quiet" href={`/documents/${doc.id}/synopsis`}>
                    {t("synopsis.title")}
                </a>
                {doc.may.edit && doc.may.amend && (
                    <a class="button quiet" href={`/documents/${doc.id}/amendments/import`}>
                        {t("import.open")}
                    </a>
                )}
                <DownloadAmendments id={doc.id} filters={asked} />
            </div>
            <Filters document={doc} chain={chain.value} />
            {speaks && (
                <Recommend
                    document={doc.id}
                    chosen={chosenOnes.value}
                    onDone={() => {
                        chosen.value = new Set();
                        void load();
                    }}
                    onRefused={(gone) => {
                        chosen.value = new Set([...chosen.value].filter((id) => !gone.includes(id)));
                        void load();
                    }}
                />
            )}
            <Passages />
            {speaks && <ChooseAll />}
            <Newcomers />
            {items.value.length === 0 && <p class="empty">{t("amendment.none")}</p>}
            <div class="amendments">
                {folded(items.value).map(({ leader, others }, i) => (
                    <InSight
                        key={leader.id}
                        height={200}
                        here={i < FIRST || wasSeen(`amendment-${leader.id}`)}
                        name={`listed-${leader.id}`}
                    >
                        {() => <Folded leader={leader} others={others} />}
                    </InSight>
                ))}
            </div>
            {next.value !== null && <More />}
            {speaks && <ChosenBar />}
            {named.value !== null && (
                <OneAmendment
                    id={named.value}
                    may={doc.may}
                    chain={chain.value}
                    onChange={changed}
                    onClose={() => {
                        history.replaceState(history.state, "", location.pathname + location.search);
                        named.value = null;
                        comeBack(); // where one read on before it was opened
                    }}
                />
            )}
        </>
    );
}

export async function start(page: PageData): Promise<void> {
    try {
        shown.value = await fetchDocument(idIn("documents"));
        readAddress(location.search);
        await Promise.all([
            load(countBefore()),
            loadClusters(shown.value.id),
            fetchProcess(shown.value.process.id).then(({ amendments }) => (chain.value = amendments.chain)),
        ]);
        mount("main", <Page />);
        followAddress();
        comeBack();
        rememberPlace(
            ".amendment-row > .amendment[id]",
            () => items.value.length,
            () => named.value !== null,
        );
        addEventListener("hashchange", followAddress);
        let asked = filter.value;
        effect(() => {
            if (filter.value === asked) return;
            asked = filter.value;
            history.replaceState(history.state, "", location.pathname + addressOf(asked) + location.hash);
            chosen.value = new Set();
            void load(0);
        });
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
    // Chapters and rights change while one reads.
    const lookAgain = async () => {
        try {
            shown.value = await fetchDocument(shown.value.id);
        } catch (error) {
            if (error instanceof Refusal && error.status === 404) location.reload();
            throw error;
        }
    };
    const look = () =>
        void lookAgain().catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
        });
    onRightsChanged(look);
    let waiting = 0;
    let regrouping = 0;
    live(page.build).listen(`document:${shown.value.id}`, shown.value.last_event, {
        event: (event) => {
            if (event.kind === "comment") {
                const comment = event.body as Comment;
                if (comment.amendment !== null) apply(comment);
            } else if (event.kind === "amendment") {
                const amendment = event.body as Amendment;
                heardOfOpen(amendment);
                whole.heard(amendment);
                further.heard(amendment);
                clearTimeout(regrouping);
                regrouping = window.setTimeout(() => void loadClusters(shown.value.id), 1000 + 3000 * Math.random());
                if (items.value.some((one) => one.id === amendment.id)) changed({ amendment, mine: null });
                else heardOfAnother(amendment);
            } else if (event.kind === "voting_result") {
                const result = event.body as EnteredResult;
                heardOfVote(result);
                const amendment = items.value.find((one) => one.id === result.amendment);
                if (amendment !== undefined) changed({ amendment: asVoted(amendment, result), mine: null });
            } else if (event.kind === "document") look();
            else if (event.kind === "version") {
                look();
                clearTimeout(waiting);
                waiting = window.setTimeout(
                    () => void Promise.all([load(), loadClusters(shown.value.id)]),
                    500 + 1500 * Math.random(),
                );
            }
        },
        resync: async () => {
            await Promise.all([lookAgain(), load(), loadClusters(shown.value.id)]);
            return undefined;
        },
    });
}
