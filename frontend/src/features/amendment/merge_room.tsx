// The merge room: amendments are taken in and out, the text that comes of it is seen at once, and where two collide
// somebody settles it. Everything is stored as it is decided, so several editors work in it together, and undo is a
// decision of its own.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Dispute, Document, MergeDecision, Room, RoomAmendment, RoomPiece } from "../../api/nouns.ts";
import { decideMerge, fetchDocument, fetchRoom, makeVersion, writeByHand } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import { announce } from "../../shell/notices.tsx";
import { idIn, type PageData } from "../../shell/page.ts";
import { mount } from "../../shell/shell.tsx";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { linesOf } from "./card.tsx";

const doc = signal<Document>(null as unknown as Document);
const room = signal<Room>(null as unknown as Room);
/** The last decisions, to be undone: what each amendment had before. */
const done = signal<readonly { ids: number[]; before: MergeDecision }[]>([]);

const numberOf = (id: number) => room.value.amendments.find((one) => one.id === id)?.number ?? 0;
const nameOf = (id: number) => t("amendment.name", { n: String(numberOf(id)) });

async function attempt(act: () => Promise<Room>): Promise<void> {
    try {
        room.value = await act();
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        announce(sentenceOf(error));
        if (error.status === 409) room.value = await fetchRoom(doc.value.id);
    }
}

function decide(amendments: RoomAmendment[], decision: MergeDecision): void {
    if (amendments.length === 0) return;
    const before = amendments[0]!.decision;
    const ids = amendments.map((one) => one.id);
    void attempt(async () => {
        const fresh = await decideMerge(doc.value.id, room.value.version, decision, ids);
        done.value = [...done.value, { ids, before }];
        return fresh;
    });
}

function undo(): void {
    const last = done.value.at(-1);
    if (last === undefined) return;
    done.value = done.value.slice(0, -1);
    void attempt(() => decideMerge(doc.value.id, room.value.version, last.before, last.ids));
}

function Choice({ amendment }: { amendment: RoomAmendment }) {
    const choices: MergeDecision[] = [
        "take",
        ...(amendment.has_wording ? (["take_changed"] as const) : []),
        "leave",
        "open",
    ];
    return (
        <fieldset class="stances room-choice">
            <legend class="hidden">{nameOf(amendment.id)}</legend>
            {choices.map((one) => (
                <label class="stance" key={one}>
                    <input
                        type="radio"
                        name={`decision-${amendment.id}`}
                        checked={amendment.decision === one}
                        disabled={one === "take" && (amendment.carried !== "clean" || amendment.kind === "principle")}
                        onChange={() => decide([amendment], one)}
                    />
                    <span>{t(`merge.${one}`)}</span>
                </label>
            ))}
        </fieldset>
    );
}

function InRoom({ amendment }: { amendment: RoomAmendment }) {
    return (
        <li class={`room-amendment is-${amendment.decision}`}>
            <p class="comment-head">
                <strong>{nameOf(amendment.id)}</strong>
                <span class="muted">
                    {linesOf(amendment)} · {amendment.sponsor_unit || amendment.sponsor.name}
                </span>
                {amendment.recommendations.map((one, i) => (
                    <span class={`chip verdict-${one.verdict}`} key={i} title={one.unit}>
                        {t(`verdict.${one.verdict}`)}
                    </span>
                ))}
                {amendment.carried !== "clean" && (
                    <span class="chip against">{t(`amendment.carriedShort.${amendment.carried}`)}</span>
                )}
            </p>
            {amendment.instruction !== "" && <p>{amendment.instruction}</p>}
            {amendment.reason !== "" && <p class="muted room-reason">{amendment.reason}</p>}
            <Choice amendment={amendment} />
        </li>
    );
}

function Piece({ piece }: { piece: RoomPiece }) {
    const title = (piece.amendments ?? []).map(nameOf).join(", ") || (piece.by_hand ? t("merge.byHand") : "");
    if (piece.mark === "deleted") return <del title={title}>{piece.text}</del>;
    if (piece.mark === "inserted") return <ins title={title}>{piece.text}</ins>;
    return <>{piece.text}</>;
}

function OneDispute({ dispute }: { dispute: Dispute }) {
    const place = `merge:${doc.value.id}:${room.value.version}:${dispute.from}:${dispute.to}`;
    const [text, setText, drop] = useDraft(place, dispute.readings.map((one) => one.text).join(" "));
    const [writing, setWriting] = useState(false);
    const settle = (words: string | null) =>
        void attempt(() => writeByHand(doc.value.id, room.value.version, dispute.from, dispute.to, words)).then(drop);
    return (
        <section class={dispute.settled ? "dispute settled-dispute" : "dispute"}>
            <p>
                <strong>{dispute.settled ? t("merge.settled") : t("merge.dispute")}</strong>{" "}
                <span class="muted">
                    {t("lines", { lines: String(dispute.line) })}: «{dispute.base.trim().slice(0, 120)}»
                </span>
            </p>
            <p class="dispute-context">{dispute.context.slice(0, 300)}</p>
            {dispute.settled ? (
                <button type="button" class="act" onClick={() => settle(null)}>
                    {t("merge.unsettle")}
                </button>
            ) : (
                <>
                    <ul class="readings">
                        {dispute.readings.map((reading) => (
                            <li key={reading.amendment}>
                                <span class="chip">{nameOf(reading.amendment)}</span> <ins>{reading.text}</ins>{" "}
                                <button type="button" class="act" onClick={() => settle(reading.text)}>
                                    {t("merge.this")}
                                </button>
                            </li>
                        ))}
                    </ul>
                    {writing ? (
                        <>
                            <Field label={t("merge.write")} name="text">
                                {(attributes) => (
                                    <textarea
                                        {...attributes}
                                        rows={2}
                                        value={text}
                                        onInput={(event) => setText(event.currentTarget.value)}
                                    />
                                )}
                            </Field>
                            <button type="button" class="button small" onClick={() => settle(text)}>
                                {t("save")}
                            </button>
                        </>
                    ) : (
                        <button type="button" class="act" onClick={() => setWriting(true)}>
                            {t("merge.write")}
                        </button>
                    )}
                </>
            )}
        </section>
    );
}

function Make() {
    const [note, setNote] = useDraft(`merge:${doc.value.id}:note`);
    const { busy, refusal, send } = useSubmission(`merge:${doc.value.id}`);
    const open = room.value.disputes.filter((one) => !one.settled).length;
    const taken = room.value.amendments.filter((one) => one.decision.startsWith("take")).length;
    return (
        <form
            class="form office"
            onSubmit={(event) => {
                event.preventDefault();
                void send(
                    (key) => makeVersion(doc.value.id, room.value.version, note, key),
                    (made) =>
                        location.assign(
                            `/documents/${doc.value.id}/comparison?from=${made.version - 1}&to=${made.version}`,
                        ),
                    { note, version: room.value.version },
                );
            }}
        >
            <h2>{t("merge.make")}</h2>
            <p>{t("merge.summary", { n: taken, open: String(open) })}</p>
            <Problem refusal={refusal} fields={["note"]} />
            <Field label={t("edit.note")} name="note" refusal={refusal}>
                {(attributes) => (
                    <input {...attributes} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
                )}
            </Field>
            <div class="actions">
                <button type="submit" class="button" disabled={busy || open > 0 || taken === 0}>
                    {t("merge.makeNow", { n: room.value.version + 1 })}
                </button>
            </div>
        </form>
    );
}

function Page() {
    const now = room.value;
    const recommended = now.amendments.filter(
        (one) =>
            one.decision === "open" &&
            one.carried === "clean" &&
            one.kind === "text" &&
            one.recommendations.at(-1)?.verdict === "adopt",
    );
    return (
        <>
            <p class="crumbs">
                <a href={`/processes/${doc.value.process.id}`}>{doc.value.process.title}</a>
                <a href={`/documents/${doc.value.id}`}>{doc.value.title}</a>
                <a href={`/documents/${doc.value.id}/amendments`}>{t("amendment.title")}</a>
            </p>
            <h1>{t("merge.title")}</h1>
            <p class="actions">
                {recommended.length > 0 && (
                    <button type="button" class="button quiet" onClick={() => decide(recommended, "take")}>
                        {t("merge.takeRecommended", { n: recommended.length })}
                    </button>
                )}
                <a class="button quiet" href={`/documents/${doc.value.id}/voting-list`}>
                    {t("votingList.title")}
                </a>
                <button type="button" class="button quiet" disabled={done.value.length === 0} onClick={undo}>
                    {t("merge.undo")}
                </button>
            </p>
            <div class="room">
                <section aria-label={t("amendment.title")}>
                    <h2>{t("amendment.title")}</h2>
                    {now.amendments.length === 0 && <p class="empty">{t("amendment.none")}</p>}
                    <ul class="room-list">
                        {[...now.amendments]
                            .sort((a, b) => a.line_from - b.line_from || a.number - b.number)
                            .map((amendment) => (
                                <InRoom key={amendment.id} amendment={amendment} />
                            ))}
                    </ul>
                </section>
                <section aria-label={t("merge.result")} aria-live="polite">
                    <h2>{t("merge.result")}</h2>
                    {now.disputes.map((dispute) => (
                        <OneDispute key={`${dispute.from}:${dispute.to}`} dispute={dispute} />
                    ))}
                    {now.blocks.length === 0 && <p class="empty">{t("merge.nothing")}</p>}
                    {now.blocks.map((block) => (
                        <div class="change" key={block.block}>
                            <header class="change-head">
                                <span class="muted">{linesOf(block)}</span>
                            </header>
                            <p class="pieces">
                                {block.pieces.map((piece, i) => (
                                    <Piece key={i} piece={piece} />
                                ))}
                            </p>
                        </div>
                    ))}
                    <Make />
                </section>
            </div>
        </>
    );
}

export async function start(page: PageData): Promise<void> {
    const id = idIn("documents");
    try {
        doc.value = await fetchDocument(id);
        room.value = await fetchRoom(id);
        mount("main", <Page />);
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
    const refresh = async () => {
        room.value = await fetchRoom(id);
    };
    let waiting = 0;
    live(page.build).listen(`document:${id}`, doc.value.last_event, {
        event: (event) => {
            if (!["merge", "amendment", "version"].includes(event.kind)) return;
            clearTimeout(waiting);
            waiting = window.setTimeout(() => void refresh().catch(() => undefined), 150);
        },
        resync: async () => {
            await refresh();
            return undefined;
        },
    });
}
