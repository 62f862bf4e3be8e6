// What became of each of mine.
import { effect, signal } from "@preact/signals";
import type { Amendment, AmendmentAnswer, Clusters, MyAmendmentPage, MyBacking, UnitName } from "../../api/nouns.ts";
import { fetchDocument, fetchMyAmendments, fetchProcess } from "../../api/routes.ts";
import type { EnteredResult } from "../../api/voting_nouns.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import type { PageData } from "../../shell/page.ts";
import { mount } from "../../shell/shell.tsx";
import { AmendmentCard } from "./card.tsx";
import { asVoted, waitsForSponsor } from "./carried.tsx";
import { ChainStrip } from "./chain.tsx";
import { clustersOf, Neighbours, noClusters, TogetherInList } from "./neighbours.tsx";
import { begin, Writing } from "./my_writing.tsx";
import { nameOf } from "./naming.ts";
import { answeredSupport, Collisions, hearNews, OwnHeading, SaidAnew } from "./my_news.tsx";
import { backingOf } from "./supporters_told.tsx";

const items = signal<readonly Amendment[]>([]);
const mine = signal<Readonly<Record<string, MyBacking>>>({});
const next = signal<string | null>(null);
/** The titles of the documents that they are of. */
const titles = signal<Readonly<Record<string, string>>>({});
/** Of each document: the bodies that recommend in its process, and how the amendments to it stand to one another. */
const about = signal<Readonly<Record<number, { chain: readonly UnitName[]; clusters: Clusters }>>>({});
/** What is known beside the list itself, whatever page of it came. */
function learnOf(page: MyAmendmentPage): void {
    mine.value = { ...mine.value, ...page.mine };
    titles.value = { ...titles.value, ...page.documents };
    hearNews(page);
}

async function load(): Promise<void> {
    const page = await fetchMyAmendments(next.value ?? undefined);
    items.value = [...items.value, ...page.items];
    learnOf(page);
    next.value = page.next;
}

const rewritten = (amendment: Amendment) =>
    (items.value = items.value.map((one) => (one.id === amendment.id ? amendment : one)));

function changed(amendment: Amendment, answer: AmendmentAnswer | null): void {
    items.value =
        answer === null
            ? items.value.filter((one) => one.id !== amendment.id)
            : items.value.map((one) => (one.id === amendment.id ? answer.amendment : one));
    if (answer?.mine) mine.value = { ...mine.value, [amendment.id]: answer.mine };
    if (answer !== null) answeredSupport(answer);
}

/** Those that say the same or collide with it, and the way to all on the passage. */
function Met({ amendment }: { amendment: Amendment }) {
    const among = about.value[amendment.document]?.clusters ?? noClusters;
    return (
        <Neighbours
            amendment={amendment}
            among={among}
            mine={mine.value[amendment.id] ?? null}
            onChange={(answer) => changed(amendment, answer)}
        >
            <TogetherInList amendment={amendment} among={among} />
        </Neighbours>
    );
}

/** Those that wait for a word of one's own, before all of them, with the way to each. */
function Waiting() {
    const waiting = items.value.filter((one) => mine.value[one.id]?.author === true && waitsForSponsor(one));
    if (waiting.length === 0) return null;
    return (
        <p class="old-version waiting-for-me">
            {t("amendment.waiting", { n: waiting.length })}{" "}
            {waiting.map((one, i) => (
                <span key={one.id}>
                    {i > 0 && ", "}
                    <a href={`#amendment-${one.id}`}>{nameOf(one)}</a>
                </span>
            ))}
        </p>
    );
}

function Page() {
    return (
        <>
            <h1>{t("amendment.mine")}</h1>
            <Writing onDone={rewritten} />
            <Waiting />
            <Collisions />
            <SaidAnew titles={titles.value} mine={mine.value} onChange={changed} />
            <OwnHeading />
            {items.value.length === 0 && <p class="empty">{t("amendment.mineNone")}</p>}
            {items.value.map((amendment) => (
                <div class="amendment-row own" key={amendment.id}>
                    <p class="own-place">
                        <a href={`/documents/${amendment.document}`}>{titles.value[amendment.document]}</a>
                    </p>
                    <AmendmentCard
                        amendment={amendment}
                        mine={mine.value[amendment.id] ?? null}
                        mayAmend
                        onReword={() => begin(amendment)}
                        onChange={(answer) => changed(amendment, answer)}
                    >
                        <ChainStrip chain={about.value[amendment.document]?.chain ?? []} amendment={amendment} />
                        <Met amendment={amendment} />
                    </AmendmentCard>
                    {amendment.state === "draft" && (
                        <button type="button" class="button small quiet" onClick={() => begin(amendment)}>
                            {t("amendment.goOn")}
                        </button>
                    )}
                </div>
            ))}
            {next.value !== null && (
                <button type="button" class="button quiet" onClick={() => void load()}>
                    {t("comments.more")}
                </button>
            )}
        </>
    );
}

/** What became of them since: the newest page of them as it is now. */
async function renew(): Promise<void> {
    const page = await fetchMyAmendments();
    items.value = items.value.map((one) => page.items.find(({ id }) => id === one.id) ?? one);
    learnOf(page);
}

async function learnAbout(document: number): Promise<void> {
    const chain =
        about.value[document]?.chain ??
        (await fetchProcess((await fetchDocument(document)).process.id)).amendments.chain;
    const clusters = await clustersOf(document);
    about.value = { ...about.value, [document]: { chain, clusters } };
}

const waiting = new Map<number, number>();
/** Who else wants the same words changes while one reads; many hear of it in one moment, and do not all ask in it. */
function learnSoon(document: number): void {
    clearTimeout(waiting.get(document));
    const again = () => void Promise.all([learnAbout(document), renew()]).catch(() => undefined);
    waiting.set(document, window.setTimeout(again, 1000 + 3000 * Math.random()));
}

function heardOf(amendment: Amendment): void {
    const before = items.value.find((one) => one.id === amendment.id);
    const own = backingOf(before, amendment, mine.value[amendment.id] ?? null);
    items.value = items.value.map((one) => (one.id === amendment.id ? amendment : one));
    if (own !== null) mine.value = { ...mine.value, [amendment.id]: own };
}

const followed = new Set<number>();
/** Each document in which one has amendments is listened to: a step of a body is seen when it is published. */
function follow(build: string): void {
    for (const { document } of items.value) {
        if (followed.has(document)) continue;
        followed.add(document);
        void learnAbout(document).catch(() => undefined);
        live(build).listen(`document:${document}`, undefined, {
            event: ({ kind, body }) => {
                if (kind === "voting_result") {
                    const result = body as EnteredResult;
                    items.value = items.value.map((one) => (one.id === result.amendment ? asVoted(one, result) : one));
                    return;
                }
                const amendment = body as Amendment;
                if (kind === "version" || kind === "amendment") learnSoon(document);
                if (kind === "version") void renew().catch(() => undefined);
                else if (kind === "amendment" && amendment.state !== "draft") heardOf(amendment);
            },
            resync: () => renew().then(() => undefined),
            listening: () => void renew().catch(() => undefined),
        });
    }
}

export async function start(page: PageData): Promise<void> {
    try {
        await load();
        mount("main", <Page />);
        document.getElementById(location.hash.slice(1))?.scrollIntoView(); // it was not there before
        effect(() => follow(page.build));
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
}
