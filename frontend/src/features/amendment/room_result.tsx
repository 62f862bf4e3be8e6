// What comes of the merge room: the passages to settle, the text with its changes, and the version that is made of it.
import type { Room, RoomPiece } from "../../api/nouns.ts";
import { makeVersion } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { InSight } from "../../ui/in_sight.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { Pieces } from "./difference.tsx";
import { linesOf } from "./naming.ts";
import { Disputes } from "./room_disputes.tsx";
import { goToDispute } from "./room_list.tsx";
import { doc, nameOf, room } from "./room_state.ts";
import { refreshUnasked } from "./room_turns.ts";

const broughtBy = (piece: RoomPiece) =>
    (piece.amendments ?? []).map(nameOf).join(", ") || (piece.by_hand ? t("merge.byHand") : "");

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
                ).then((made) => (made ? undefined : refreshUnasked()));
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
            <Disputes />
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
