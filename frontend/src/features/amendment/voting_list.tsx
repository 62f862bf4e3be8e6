// The voting list: what is still to be voted on, live for every delegate; for the chair the order and the results.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Amendment } from "../../api/nouns.ts";
import { fetchDocument } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import type { EnteredResult, VotingItem, VotingList } from "../../api/voting_nouns.ts";
import { fetchVotingList, moveVote, orderByRule } from "../../api/voting_routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import { announce } from "../../shell/notices.tsx";
import { idIn, type PageData } from "../../shell/page.ts";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { InSight } from "../../ui/in_sight.tsx";
import { Decided, Log } from "./voting_done.tsx";
import { type Dragged, Vote } from "./voting_item.tsx";
import { EnterResult } from "./voting_result.tsx";
import {
    allTexts,
    changedText,
    decided,
    doc,
    inChapters,
    left,
    list,
    load,
    loadAfterGap,
    nameOf,
    takeResults,
    texts,
} from "./voting_store.ts";

/** Where the focus goes once a moved item is drawn in its new place. */
let toFocus: string[] = []; // the first of these that is there

async function attempt(act: () => Promise<VotingList>, focus: string[] = []): Promise<boolean> {
    try {
        const fresh = await act();
        toFocus = focus; // before it is drawn
        list.value = fresh;
        return true;
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        announce(sentenceOf(error));
        if (error.status === 409) await load();
        return false;
    }
}

async function move(item: VotingItem, before: VotingItem | null, focus: string[]): Promise<void> {
    const to = before?.amendment ?? null;
    const done = await attempt(() => moveVote(doc.value.id, list.value, item.amendment, to), focus);
    if (!done) return;
    const n = left.value.findIndex((one) => one.amendment === item.amendment) + 1;
    announce(t("votingList.moved", { name: nameOf(item.number), n: String(n), all: String(left.value.length) }));
}

function step(item: VotingItem, by: -1 | 1, focus: string[]): void {
    const at = left.value.findIndex((one) => one.amendment === item.amendment);
    const to = at + by;
    if (at < 0 || to < 0 || to >= left.value.length) return;
    void move(item, left.value[by < 0 ? to : to + 1] ?? null, focus);
}

function chapterTitle(number: number): string {
    if (number > 0) return list.value.chapters[number - 1] ?? "";
    return t(
        list.value.items.some((one) => one.chapter === 0 && one.line_from > 0)
            ? "votingList.beginning"
            : "votingList.principles",
    );
}

const isToBeFocused = (item: VotingItem) => toFocus.some((one) => one.split(" ")[0] === `#vote-${item.amendment}`);

/** Drawn at once. */
const FIRST = 15;

function StillToVoteOn() {
    const [entering, setEntering] = useState<VotingItem | null>(null);
    const dragged = useRef<Dragged>({ item: null });
    const place = useRef<HTMLElement>(null);
    useLayoutEffect(() => {
        const found = toFocus.map((one) => place.current?.querySelector<HTMLElement>(one)).find(Boolean);
        toFocus = [];
        found?.focus();
    });
    const chair = doc.value.may.edit;
    const all = left.value;
    let drawn = 0;
    const drawGroup = (group: VotingItem[]) => (
        <>
            {group.length > 1 && <p class="hint">{t("votingList.alternatives")}</p>}
            {group.map((item) => (
                <Vote
                    key={item.amendment}
                    item={item}
                    amendment={texts.value.get(item.amendment)}
                    chair={chair}
                    first={item === all[0]}
                    last={item === all.at(-1)}
                    dragged={dragged.current}
                    onStep={step}
                    onDrop={(moved) => void move(moved, item, [`#vote-${moved.amendment}`])}
                    onEnter={() => setEntering(item)}
                />
            ))}
        </>
    );
    return (
        <section ref={place} aria-label={t("votingList.left")}>
            <h2>
                {t("votingList.left")} <span class="vote-count">({all.length})</span>
            </h2>
            {all.length === 0 && <p class="empty">{t("votingList.none")}</p>}
            {inChapters(all).map((chapter, i) => (
                <div class="vote-chapter" key={i}>
                    {list.value.chapters.length + chapter.number > 0 && <h3>{chapterTitle(chapter.number)}</h3>}
                    <ol class="votes">
                        {chapter.groups.map((group) => (
                            <li key={group[0]!.amendment} class={group.length > 1 ? "vote-group" : "vote-alone"}>
                                <InSight
                                    height={130 * group.length}
                                    here={drawn++ < FIRST || group.some(isToBeFocused)}
                                    name={`vote-${group[0]!.amendment}`}
                                >
                                    {() => drawGroup(group)}
                                </InSight>
                            </li>
                        ))}
                    </ol>
                </div>
            ))}
            {entering !== null && <EnterResult item={entering} onClose={() => setEntering(null)} />}
        </section>
    );
}

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
                {t("votingList.progress", { done: String(decided.value.length), all: String(now.items.length) })}{" "}
                {t(now.by_rule ? "votingList.byRule" : "votingList.byChair")}
            </p>
            {chair && <p class="hint on-screen">{t("votingList.chairHint")}</p>}
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
            <StillToVoteOn />
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
        if (result.because_of !== null) return;
        announce(
            t("votingList.entered", { name: nameOf(result.number), result: t(`votingList.result.${result.result}`) }),
        );
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
