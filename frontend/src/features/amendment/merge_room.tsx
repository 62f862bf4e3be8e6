// The merge room: amendments are taken in and out, the text that comes of it is seen at once, and where two collide
// somebody settles it. Everything is stored as it is decided, so several editors work in it together, and undo is a
// decision of its own. Where the committee wishes, everybody who reads the document looks on.
import { effect, signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { RoomAmendment, UnitName } from "../../api/nouns.ts";
import { changeDocument, fetchDocument, fetchProcess, fetchRoom } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import { announce } from "../../shell/notices.tsx";
import { idIn, type PageData } from "../../shell/page.ts";
import { onRightsChanged } from "../../shell/session.ts";
import { mount } from "../../shell/shell.tsx";
import { AskOnce } from "../../ui/ask_once.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { chaptersOf, linesMoved } from "./filters.tsx";
import { clusters, loadClusters } from "./neighbours.tsx";
import { RoomList } from "./room_list.tsx";
import { Chapter, Passage } from "./room_places.tsx";
import { Progress } from "./room_progress.tsx";
import { RoomResult } from "./room_result.tsx";
import { decide, doc, done, lines, made, refresh, room, undo } from "./room_state.ts";

/** More than this many are worked on chapter by chapter. */
const MANY = 150;

/** The bodies that recommend, in their order. */
const chain = signal<readonly UnitName[]>([]);

/** The last word on an amendment: of the last body of the chain that has spoken; by time where there is no chain. */
function lastWord({ recommendations }: RoomAmendment) {
    if (chain.value.length === 0) return recommendations.at(-1);
    const spoken = chain.value.map(({ name }) => recommendations.findLast((one) => one.unit === name));
    return spoken.findLast((one) => one !== undefined);
}

const isRecommended = (one: RoomAmendment) =>
    one.decision === "open" && one.carried === "clean" && one.kind === "text" && lastWord(one)?.verdict === "adopt";

/** Everything that is decided here is undecided again. */
function StartOver() {
    const [asking, setAsking] = useState(false);
    const submission = useSubmission();
    const decided = room.value.amendments.filter((one) => one.decision !== "open");
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

function Page() {
    const { id, title, process, may } = doc.value;
    return (
        <>
            <p class="crumbs">
                <a href={`/processes/${process.id}`}>{process.title}</a>
                <a href={`/documents/${id}`}>{title}</a>
                <a href={`/documents/${id}/amendments`}>{t("amendment.title")}</a>
            </p>
            <h1>{t("merge.title")}</h1>
            {!may.edit && <p class="muted">{t("merge.lookingOn")}</p>}
            <Made />
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

export async function start(page: PageData): Promise<void> {
    const id = idIn("documents");
    try {
        doc.value = await fetchDocument(id);
        const first = chaptersOf(doc.value)[0];
        // Asked with the first chapter, so that a text with thousands of amendments opens as one with ten.
        lines.value = first === undefined ? null : { from: first.from, to: first.to };
        room.value = await fetchRoom(id, lines.value);
        if (lines.value !== null && room.value.pending <= MANY) {
            lines.value = null;
            room.value = await fetchRoom(id, null);
        }
        const [process] = await Promise.all([fetchProcess(doc.value.process.id), loadClusters(id)]);
        chain.value = process.amendments.chain;
        mount("main", <Page />);
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
    // Chapters, rights and whether others may follow change while one works.
    const look = () =>
        void fetchDocument(id).then(
            (fresh) => {
                const moved = linesMoved(lines.value, doc.value, fresh);
                doc.value = fresh;
                if (moved === lines.value) return;
                lines.value = moved;
                void refresh().catch(() => undefined);
            },
            (error: unknown) => {
                if (error instanceof Refusal && error.status === 404) location.reload();
            },
        );
    onRightsChanged(look);
    // Who collides with whom is of a version: with the next one it is asked anew.
    effect(() => {
        if (clusters.value.version < room.value.version) void loadClusters(id).catch(() => undefined);
    });
    let waiting = 0;
    let regrouping = 0;
    live(page.build).listen(`document:${id}`, doc.value.last_event, {
        event: (event) => {
            if (event.kind === "version" || event.kind === "document") look();
            if (!["merge", "amendment", "version", "voting_list"].includes(event.kind)) return;
            clearTimeout(waiting);
            // Those who look on may be many: they ask a little later, and not all at once.
            const pause = doc.value.may.edit ? 150 : 500 + 2_000 * Math.random();
            waiting = window.setTimeout(() => void refresh().catch(() => undefined), pause);
            if (event.kind !== "amendment") return; // a version is followed by its own
            clearTimeout(regrouping);
            regrouping = window.setTimeout(() => void loadClusters(id).catch(() => undefined), 1_000 + 2 * pause);
        },
        resync: async () => {
            await refresh();
            return undefined;
        },
    });
}
