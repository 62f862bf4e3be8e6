// The reading page: the text stays the server's own, around it come what others say and what is new.
import { effect } from "@preact/signals";
import type { Amendment, Comment, Document, LiveEvent } from "../../api/nouns.ts";
import { Refusal } from "../../api/request.ts";
import { fetchComment } from "../../api/routes.ts";
import { live } from "../../live/live.ts";
import type { PageData } from "../../shell/page.ts";
import { account, onRightsChanged } from "../../shell/session.ts";
import { askSignIn, mount } from "../../shell/shell.tsx";
import { Conversation } from "../comments/conversation.tsx";
import { loadBlocks, reach, recount, reload } from "../comments/loading.ts";
import { apply, blocks, isNew, mine, onPropose, onUncounted, put, threadsOfBlocks } from "../comments/store.ts";
import { typing } from "../comments/writing.tsx";
import type { EnteredResult } from "../../api/voting_nouns.ts";
import { heardOfVote } from "../amendment/one.tsx";
import { forgetAmendments, heardAmendment, loadAmendmentsNear } from "./amended.ts";
import { holdArrival, keepArrivals } from "./arrival.ts";
import { mayWrite } from "./beside.tsx";
import { AskedSheet, BlockSheet } from "./block_sheet.tsx";
import { offerBubbles } from "./bubbles.ts";
import { showHeardMarks } from "./heard_marks.ts";
import { paintHighlights, threadAt } from "./highlights.ts";
import { keepPlace } from "./keep_place.ts";
import { Margin } from "./margin.tsx";
import { near } from "./view.ts";
import { foldOutline } from "./outline.ts";
import { asked, focus, heardTyping, newest, presence, shown, text, wide, type About } from "./reading.ts";
import { countOneMore, refresh, settleText, turnToNewest } from "./shown_version.ts";
import { SelectionButton, watchSelection } from "./selection.tsx";
import { Tools } from "./tools.tsx";

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
        if (isNew(comment)) countOneMore(event.n);
        void heardComment(comment);
    } else if (event.kind === "amendment") heardAmendment(event.body as Amendment);
    else if (event.kind === "voting_result") heardOfVote(event.body as EnteredResult);
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
    holdArrival();
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
    keepArrivals();
    effect(() => {
        // Threads come as their blocks come into view, so that 10,000 of them open as fast as ten.
        const counted = Object.keys(blocks.value).length > 0;
        if (counted && wide.value) void loadBlocks(doc.id, [...near.value]);
    });
    void showHeardMarks().catch(() => undefined); // the text stands without them
    offerBubbles((block) => void open(block));
    keepPlace();
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
