// The merge room: amendments are taken in and out, the text that comes of it is seen at once, and where two collide
// somebody settles it. Everything is stored as it is decided, so several editors work in it together, and undo is a
// decision of its own. Where the committee wishes, everybody who reads the document looks on.
import { useState } from "preact/hooks";
import type { RoomAmendment } from "../../api/nouns.ts";
import { changeDocument, fetchDocument, fetchRoom } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { idIn, type PageData } from "../../shell/page.ts";
import { onRightsChanged } from "../../shell/session.ts";
import { mount } from "../../shell/shell.tsx";
import { AskOnce } from "../../ui/ask_once.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { chaptersOf } from "./chapters.ts";
import { loadClusters } from "./neighbours.tsx";
import { decide } from "./room_acts.ts";
import { RoomList } from "./room_list.tsx";
import { keepUp } from "./room_live.ts";
import { Chapter, Passage } from "./room_places.tsx";
import { Progress } from "./room_progress.tsx";
import { AskReason } from "./room_reason.tsx";
import { RoomResult } from "./room_result.tsx";
import { closed, decidedHere, doc, done, lines, made, room, said, takeIn } from "./room_state.ts";
import { undo } from "./room_undo.ts";
import { findWords } from "./room_words.ts";

/** More than this many are worked on chapter by chapter. */
const MANY = 150;

const isRecommended = (one: RoomAmendment) =>
    one.decision === "open" &&
    one.carried === "clean" &&
    one.kind === "text" &&
    one.recommendations.some(({ last_word, verdict }) => last_word && verdict === "adopt");

/** Everything that editors decided here is undecided again; what a meeting voted stands. */
function StartOver() {
    const [asking, setAsking] = useState(false);
    const submission = useSubmission();
    const decided = decidedHere.value;
    if (!doc.value.may.edit || decided.length === 0) return null;
    return (
        <>
            <button type="button" class="button quiet" onClick={() => setAsking(true)}>
                {t("merge.startOver")}
            </button>
            {asking && (
                <AskOnce
                    title={t("merge.startOver")}
                    text={t("merge.startOverText", { n: decided.length })}
                    word={t("merge.startOver")}
                    submission={submission}
                    onYes={() => {
                        setAsking(false); // what is refused is said, and shown as it was
                        void decide(decided, "open");
                    }}
                    onClose={() => setAsking(false)}
                />
            )}
        </>
    );
}

function LetFollow() {
    const change = (followed: boolean) =>
        void changeDocument(doc.value.id, { merge_followed: followed }).then(
            (changed) => (doc.value = changed),
            (error: unknown) => {
                if (!(error instanceof Refusal)) throw error;
                announce(sentenceOf(error));
                doc.value = { ...doc.value }; // the box shows what holds
            },
        );
    return (
        <label class="check">
            <input
                type="checkbox"
                checked={doc.value.merge_followed}
                onChange={(event) => change(event.currentTarget.checked)}
            />
            <span>{t("merge.letFollow")}</span>
        </label>
    );
}

function Acts() {
    const recommended = room.value.amendments.filter(isRecommended);
    return (
        <p class="actions">
            {doc.value.may.edit && recommended.length > 0 && (
                <button type="button" class="button quiet" onClick={() => void decide(recommended, "take")}>
                    {t("merge.takeRecommended", { n: recommended.length })}
                </button>
            )}
            <a class="button quiet" href={`/documents/${doc.value.id}/voting-list`}>
                {t("votingList.title")}
            </a>
            {doc.value.may.edit && (
                <button
                    type="button"
                    class="button quiet"
                    disabled={done.value.length === 0}
                    onClick={() => void undo()}
                >
                    {t("merge.undo")}
                </button>
            )}
            <StartOver />
        </p>
    );
}

/** Somebody else made a version of the room: whose it is, and that one now stands in the room of the next. */
function Made() {
    const now = made.value;
    return (
        <div role="status">
            {now !== null && (
                <p class="notice-box">
                    {now.adopted > 0
                        ? t("merge.madeBy", { version: String(now.version), name: now.author.name, n: now.adopted })
                        : t("merge.savedBy", { version: String(now.version), name: now.author.name })}{" "}
                    <a href={`/documents/${doc.value.id}/versions/${now.version}`}>{t("merge.readMade")}</a>
                    {" · "}
                    <a href={`/documents/${doc.value.id}/comparison?from=${now.version - 1}&to=${now.version}`}>
                        {t("merge.compareMade")}
                    </a>
                </p>
            )}
        </div>
    );
}

/** What was done just now, for those who do not see it, whatever is listed. */
const Said = () => (
    <p class="hidden" role="status">
        {said.value}
    </p>
);

function Room() {
    const { may } = doc.value;
    return (
        <>
            {!may.edit && <p class="muted">{t("merge.lookingOn")}</p>}
            <Made />
            <Said />
            <AskReason />
            <Acts />
            {may.edit && <LetFollow />}
            <div class="room-places">
                <Chapter />
                <Passage />
            </div>
            <div class="room">
                <section aria-label={t("amendment.title")}>
                    <h2>{t("amendment.title")}</h2>
                    <Progress />
                    <RoomList />
                </section>
                <section aria-label={t("merge.result")}>
                    <h2>{t("merge.result")}</h2>
                    <RoomResult />
                </section>
            </div>
        </>
    );
}

function Page() {
    const { id, title, process } = doc.value;
    const isShown = !closed.value && room.value !== null;
    return (
        <>
            <p class="crumbs">
                <a href={`/processes/${process.id}`}>{process.title}</a>
                <a href={`/documents/${id}`}>{title}</a>
                <a href={`/documents/${id}/amendments`}>{t("amendment.title")}</a>
            </p>
            <h1>{t("merge.title")}</h1>
            <div role="status">{closed.value && <p class="notice-box">{t("merge.closed")}</p>}</div>
            {isShown && <Room />}
        </>
    );
}

/** Asked with the first chapter, so that a text with thousands of amendments opens as one with ten. */
async function askForRoom(): Promise<void> {
    const { id } = doc.value;
    const first = chaptersOf(doc.value)[0];
    lines.value = first === undefined ? null : { from: first.from, to: first.to };
    takeIn(await fetchRoom(id, lines.value));
    if (lines.value === null || room.value.pending > MANY) return;
    lines.value = null;
    takeIn(await fetchRoom(id, null));
}

/** Nothing is asked of a room that is closed to who reads, be it in this moment. */
async function open(): Promise<void> {
    if (closed.value) return;
    try {
        await askForRoom();
    } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 403) throw error;
        doc.value = await fetchDocument(doc.value.id);
        if (!closed.value) throw error;
    }
}

export async function start(page: PageData): Promise<void> {
    const id = idIn("documents");
    try {
        doc.value = await fetchDocument(id);
        await open();
        await loadClusters(id);
        findWords();
        mount("main", <Page />);
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
    onRightsChanged(findWords);
    keepUp(page.build);
}
