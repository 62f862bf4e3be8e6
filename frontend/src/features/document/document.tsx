// The reading page: the text stays the server's own, around it come what others say and what is new.
import { effect } from "@preact/signals";
import type { Amendment, Comment, Document, LiveEvent } from "../../api/nouns.ts";
import { Refusal } from "../../api/request.ts";
import { fetchComment, fetchDocument } from "../../api/routes.ts";
import { day, t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import type { PageData } from "../../shell/page.ts";
import { account, onRightsChanged } from "../../shell/session.ts";
import { askSignIn, mount } from "../../shell/shell.tsx";
import { setMarkup } from "../../text/markup.ts";
import { Conversation } from "../comments/conversation.tsx";
import { loadBlocks, reach, recount, reload } from "../comments/loading.ts";
import { apply, blocks, isNew, mine, onPropose, onUncounted, put, threadsOfBlocks } from "../comments/store.ts";
import { typing } from "../comments/writing.tsx";
import { forgetAmendments, heardAmendment, loadAmendmentsNear } from "./amended.ts";
import { mayWrite } from "./beside.tsx";
import { AskedSheet, BlockSheet } from "./block_sheet.tsx";
import { forgetBubbles, offerBubbles } from "./bubbles.ts";
import { showHeardMarks } from "./heard_marks.ts";
import { paintHighlights, threadAt } from "./highlights.ts";
import { Margin } from "./margin.tsx";
import { near, watchView } from "./view.ts";
import { foldOutline, followOutline } from "./outline.ts";
import {
    asked,
    blockNamed,
    blocksInOrder,
    focus,
    heardTyping,
    newest,
    presence,
    shown,
    text,
    wide,
    type About,
} from "./reading.ts";
import { SelectionButton, watchSelection } from "./selection.tsx";
import { Tools } from "./tools.tsx";

let stopWatching: (() => void)[] = [];

/** What depends on the text's own elements, begun anew when the text is another version's. */
function settleText(): void {
    for (const stop of stopWatching) stop();
    stopWatching = [followOutline(), watchView()];
}

const signedIn = async () => account.value !== null || (await askSignIn());

/** Opens a block: its first thread; a place to write where nothing is said yet, or at a second press. */
async function open(block: string): Promise<void> {
    const first = threadsOfBlocks.value.get(block)?.[0];
    const again = wide.value && mayWrite() && focus.value?.block === block && focus.value.writing === null;
    if (again) await write({ block });
    else if (first !== undefined) focus.value = { block, thread: first.id, writing: null };
    else if (wide.value && account.value !== null && mayWrite()) await write({ block });
    else focus.value = { block, thread: null, writing: null };
}

async function write(about: About): Promise<void> {
    if (await signedIn()) focus.value = { block: about.place?.block ?? about.block!, thread: null, writing: about };
}

function listenToText(): void {
    text().addEventListener("click", (event) => {
        if ((event.target as Element).closest("a, button") || !getSelection()?.isCollapsed) return;
        const thread = threadAt(event);
        if (thread !== null) focus.value = { block: thread.anchor!.block, thread: thread.id, writing: null };
        else if (wide.value && focus.value?.writing === null) focus.value = null;
    });
    text().addEventListener("dblclick", (event) => {
        // A second press marks a word; marking is enough to comment on it.
        if ((event.target as Element).closest(".bubble")) event.preventDefault();
    });
}

/** A comment that the address names is opened and shown, in the list under the text. */
async function followAddress(): Promise<void> {
    const id = Number(/^#comment-(\d+)$/.exec(location.hash)?.[1] ?? 0);
    if (id === 0) return;
    if (document.getElementById(`comment-${id}`) === null) await reach(id);
    requestAnimationFrame(() => {
        const element = document.getElementById(`comment-${id}`);
        element?.scrollIntoView({ block: "center" });
        element?.classList.add("named");
    });
}

let firstWords: number[] = []; // numbers of the events that told of a new comment

/** From here on a text is laid out where it comes into view only, as src/features/pages/document_pages.cpp begins. */
const linesOfALongText = 500;

/** Puts an answer in place. What was heard of while it was under way is newer than it. */
function take(fresh: Document): void {
    firstWords = firstWords.filter((number) => number > fresh.last_event);
    shown.value = { ...fresh, comment_count: fresh.comment_count + firstWords.length };
    newest.value = Math.max(newest.value, fresh.head);
    text().classList.toggle("long", fresh.line_count >= linesOfALongText);
}

async function refresh(): Promise<number> {
    const number = shown.value.version.number;
    const fresh = await fetchDocument(shown.value.id, number);
    if (number !== shown.value.version.number) return refresh(); // meanwhile another version is read
    take(fresh);
    await reload(fresh.id);
    return fresh.last_event;
}

/** Puts the newest version in the place of the one that is read; the block that was at the top stays there. */
async function turnToNewest(): Promise<void> {
    const anchor = blocksInOrder().find((block) => block.getBoundingClientRect().bottom > 0);
    const before = anchor?.getBoundingClientRect().top ?? 0;
    const fresh = await fetchDocument(shown.value.id);
    if (fresh.html === undefined) return;
    focus.value = null;
    setMarkup(text(), fresh.html);
    take(fresh);
    const outline = document.querySelector("#outline ol");
    outline?.replaceChildren(
        ...fresh.outline.map((entry) => {
            const [item, link] = [document.createElement("li"), document.createElement("a")];
            item.className = `level-${entry.level}`;
            link.href = `#${entry.block}`;
            link.textContent = entry.title;
            item.append(link);
            return item;
        }),
    );
    const byline = document.querySelector(".byline");
    const { number, author, at } = fresh.version;
    if (byline !== null)
        byline.textContent = t("version.byline", {
            n: number,
            name: author.name,
            when: day(at),
            lines: fresh.line_count,
        });
    forgetAmendments();
    await reload(fresh.id);
    forgetBubbles();
    settleText();
    void showHeardMarks().catch(() => undefined);
    const same = anchor === undefined ? null : blockNamed(anchor.id);
    if (same !== null) scrollBy({ top: same.getBoundingClientRect().top - before, behavior: "instant" });
}

async function heardComment(comment: Comment): Promise<void> {
    const sees = shown.value.may.moderate || mine.value[comment.id]?.author === true;
    apply(comment);
    // An event says the same to everybody: what is hidden has to be asked for by those who may see it.
    if (comment.state !== "hidden" || !sees) return;
    const answer = await fetchComment(comment.id).catch(() => null);
    if (answer !== null) put([answer.comment]);
}

function heard(event: LiveEvent): void {
    if (event.kind === "comment") {
        const comment = event.body as Comment;
        if (isNew(comment)) {
            firstWords.push(event.n);
            shown.value = { ...shown.value, comment_count: shown.value.comment_count + 1 };
        }
        void heardComment(comment);
    } else if (event.kind === "amendment") heardAmendment(event.body as Amendment);
    else if (event.kind === "version") newest.value = (event.body as { number: number }).number;
    else if (event.kind === "document") void refresh();
}

function Talk() {
    const doc = shown.value;
    return (
        <Conversation
            document={doc.id}
            may={doc.may}
            mayWrite={mayWrite()}
            count={doc.comment_count}
            begin={signedIn}
        />
    );
}

export function start(page: PageData): void {
    const doc = page.data as Document;
    shown.value = doc;
    newest.value = doc.head;
    const connection = live(page.build);
    let told = 0;
    typing.tell = (block) => {
        if (block === "" || Date.now() - told < 2_000) return;
        told = Date.now();
        connection.typing(`document:${doc.id}`, block);
    };
    mount("tools", <Tools onNewest={turnToNewest} />);
    mount("margin", <Margin write={write} />);
    mount("conversation", <Talk />);
    const over = document.createElement("div");
    over.id = "over";
    document.body.append(over);
    mount(
        "over",
        <>
            <SelectionButton onChoose={(place) => void write({ place })} />
            <BlockSheet />
            <AskedSheet />
        </>,
    );
    onPropose.value = (block, answers) => {
        focus.value = null;
        asked.value = { what: "propose", block, answers };
    };
    foldOutline();
    settleText();
    effect(() => {
        // Threads come as their blocks come into view, so that 10,000 of them open as fast as ten.
        const counted = Object.keys(blocks.value).length > 0;
        if (counted && wide.value) void loadBlocks(doc.id, [...near.value]);
    });
    void showHeardMarks().catch(() => undefined); // the text stands without them
    offerBubbles((block) => void open(block));
    paintHighlights();
    watchSelection();
    listenToText();
    let recounting = 0;
    onUncounted(() => {
        clearTimeout(recounting);
        // Everybody who reads hears of it at once: not all may ask at once.
        recounting = window.setTimeout(() => void recount(doc.id), 1_000 + 9_000 * Math.random());
    });
    effect(() => void loadAmendmentsNear(near.value));
    void reload(doc.id)
        .then(followAddress)
        .catch(() => undefined);
    addEventListener("hashchange", () => void followAddress());
    // Who may read it no longer is told so by the server's own page; what was being written is kept.
    const look = () =>
        void refresh().catch((error: unknown) => {
            if (error instanceof Refusal && error.status === 404) location.reload();
        });
    onRightsChanged(look);
    connection.listen(`document:${doc.id}`, doc.last_event, {
        event: heard,
        refused: look,
        resync: () => {
            forgetAmendments();
            void loadAmendmentsNear(near.value);
            return refresh();
        },
        presence: (now) => (presence.value = now),
        typing: heardTyping,
    });
}
