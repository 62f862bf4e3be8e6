// What comes of the merge room: the passages to settle, the text with its changes, and the version that is made of it.
import { useState } from "preact/hooks";
import type { Dispute, Room, RoomPiece } from "../../api/nouns.ts";
import { makeVersion } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { InSight } from "../../ui/in_sight.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { Pieces } from "./difference.tsx";
import { linesOf } from "./naming.ts";
import { goToDispute } from "./room_list.tsx";
import { doc, nameOf, refresh, room, settle } from "./room_state.ts";

const broughtBy = (piece: RoomPiece) =>
    (piece.amendments ?? []).map(nameOf).join(", ") || (piece.by_hand ? t("merge.byHand") : "");

/** One reading behind the other, with a space where neither has one. */
const both = (first: string, second: string) =>
    /\s$/.test(first) || /^\s/.test(second) || first === "" || second === "" ? first + second : `${first} ${second}`;

function Settle({ dispute }: { dispute: Dispute }) {
    const place = `merge:${doc.value.id}:${room.value.version}:${dispute.from}:${dispute.to}`;
    const [text, setText, drop] = useDraft(place, dispute.readings.map((one) => one.text).join(" "));
    const [writing, setWriting] = useState(false);
    const say = (words: string) => void settleAndGoOn(dispute, words).then((stored) => stored && drop());
    const [a, b] = dispute.readings;
    const pairs =
        a !== undefined && b !== undefined && dispute.readings.length === 2 ? [[a, b] as const, [b, a] as const] : [];
    return (
        <>
            <div class="actions">
                {pairs.map(([first, second]) => (
                    <button
                        key={first.amendment}
                        type="button"
                        class="act"
                        onClick={() => say(both(first.text, second.text))}
                    >
                        {t("merge.both", { first: nameOf(first.amendment) })}
                    </button>
                ))}
                {!writing && (
                    <button type="button" class="act" onClick={() => setWriting(true)}>
                        {t("merge.write")}
                    </button>
                )}
            </div>
            {writing && (
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
                    <button type="button" class="button small" onClick={() => say(text)}>
                        {t("save")}
                    </button>
                </>
            )}
        </>
    );
}

/** What would stand there; one that only takes words away puts nothing in their place. */
function Reading({ text }: { text: string }) {
    return text.trim() === "" ? <em>{t("merge.settledAway")}</em> : <ins>{text.trim()}</ins>;
}

/** What somebody chose or wrote for a passage. */
const settledText = ({ from, to }: Dispute) =>
    room.value.hand_texts.find((one) => one.from <= from && one.to >= to)?.text ?? "";

/** Stores what stands in the place of a dispute; the keyboard goes on to the next one. */
async function settleAndGoOn({ from, to }: Dispute, text: string | null): Promise<boolean> {
    const stored = await settle(from, to, text);
    if (stored)
        requestAnimationFrame(() =>
            (
                document.querySelector<HTMLElement>(".dispute.open") ?? document.querySelector<HTMLElement>(".dispute")
            )?.focus(),
        );
    return stored;
}

function OneDispute({ dispute }: { dispute: Dispute }) {
    const edits = doc.value.may.edit;
    // Where something new is put in there are no words yet.
    const place = dispute.base.trim().slice(0, 120);
    return (
        <section class={dispute.settled ? "dispute settled-dispute" : "dispute open"} tabIndex={-1}>
            <p>
                <strong>{dispute.settled ? t("merge.settled") : t("merge.dispute")}</strong>{" "}
                <span class="muted">
                    {t("lines", { lines: String(dispute.line), n: 1 })}
                    {place !== "" && (
                        <>
                            : <q>{place}</q>
                        </>
                    )}
                </span>
            </p>
            {dispute.context !== "" && <p class="dispute-context">{dispute.context.slice(0, 300)}</p>}
            {dispute.settled ? (
                <>
                    <p class="settled-text">
                        {t("merge.settledAs")} <Reading text={settledText(dispute)} />
                    </p>
                    <ul class="readings">
                        {dispute.readings.map(({ amendment, extent }) => (
                            <li key={amendment}>
                                <span class="chip">{nameOf(amendment)}</span>{" "}
                                {extent !== undefined && t(`merge.extent.${extent}`)}
                            </li>
                        ))}
                    </ul>
                    {edits && (
                        <button type="button" class="act" onClick={() => void settleAndGoOn(dispute, null)}>
                            {t("merge.unsettle")}
                        </button>
                    )}
                </>
            ) : (
                <>
                    <ul class="readings">
                        {dispute.readings.map((reading) => (
                            <li key={reading.amendment}>
                                <span class="chip">{nameOf(reading.amendment)}</span> <Reading text={reading.text} />{" "}
                                {edits && (
                                    <button
                                        type="button"
                                        class="act"
                                        onClick={() => void settleAndGoOn(dispute, reading.text)}
                                    >
                                        {t("merge.this")}
                                    </button>
                                )}
                            </li>
                        ))}
                    </ul>
                    {edits && <Settle dispute={dispute} />}
                </>
            )}
        </section>
    );
}

function Make() {
    const [note, setNote, dropNote] = useDraft(`merge:${doc.value.id}:note`);
    const { busy, refusal, send } = useSubmission(`merge:${doc.value.id}`);
    const { version, entries: seen, result, taken, open_disputes: open, without_text: without } = room.value;
    return (
        <form
            class="form office"
            onSubmit={(event) => {
                event.preventDefault();
                void send(
                    (key) => makeVersion(doc.value.id, { version, seen, result, note }, key),
                    (made) => {
                        dropNote(); // the next version has a note of its own
                        location.assign(
                            `/documents/${doc.value.id}/comparison?from=${made.version - 1}&to=${made.version}`,
                        );
                    },
                    { note, version, seen, result },
                ).then((made) => (made ? undefined : refresh()));
            }}
        >
            <h2>{t("merge.make")}</h2>
            <p>{t("merge.summary", { n: taken })}</p>
            {open > 0 && (
                <p class="actions">
                    <strong>{t("merge.openPlaces", { n: open })}</strong>
                    <button type="button" class="act" onClick={() => void goToDispute()}>
                        {t("merge.showDispute")}
                    </button>
                </p>
            )}
            {without.length > 0 && (
                <p class="problem">
                    {t("merge.withoutText", {
                        n: without.length,
                        names: without.map((one) => t("amendment.name", { n: String(one.number) })).join(", "),
                    })}
                </p>
            )}
            <Problem refusal={refusal} fields={["note"]} />
            <Field label={t("edit.note")} name="note" refusal={refusal}>
                {(attributes) => (
                    <input {...attributes} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
                )}
            </Field>
            <div class="actions">
                <button type="submit" class="button" disabled={busy || open > 0 || taken === 0 || without.length > 0}>
                    {t("merge.makeNow", { n: version + 1 })}
                </button>
            </div>
        </form>
    );
}

function Changed({ block }: { block: Room["blocks"][number] }) {
    return (
        <>
            <header class="change-head">
                <span class="muted">{linesOf(block)}</span>
            </header>
            <Pieces pieces={block.pieces} titleOf={broughtBy} />
        </>
    );
}

export function RoomResult() {
    const now = room.value;
    return (
        <>
            <div aria-live="polite">
                {now.disputes.map((dispute) => (
                    <OneDispute key={`${dispute.from}:${dispute.to}`} dispute={dispute} />
                ))}
            </div>
            {now.blocks.length === 0 && <p class="empty">{t("merge.nothing")}</p>}
            {now.blocks.map((block, i) => (
                <div class="change" key={block.block}>
                    <InSight height={150} here={i < 12}>
                        {() => <Changed block={block} />}
                    </InSight>
                </div>
            ))}
            {doc.value.may.edit && <Make />}
        </>
    );
}
