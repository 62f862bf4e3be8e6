// Why an amendment is left: asked for when somebody wants to say it, and never before the decision.
import { signal } from "@preact/signals";
import type { RoomAmendment } from "../../api/nouns.ts";
import { giveMergeReason } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { ReasonDialog } from "../../ui/reason_dialog.tsx";
import { doc, explained, inTurn, lines, nameOf, room, showAsItIs } from "./room_state.ts";

/**
 * The one that is being explained, with the reason that one saw when one began. The dialog stands outside of the list,
 * whose letters are acts, and stays when the one leaves the room: the words are not lost.
 */
const asked = signal<{ id: number; name: string; seen: string } | null>(null);

const find = (id: number) => room.value.amendments.find((one) => one.id === id);
const reasonOf = (id: number) => find(id)?.left_because ?? "";

/** Why one is left, where one saw `seen`; "" takes it back. A refusal is the caller's, who has the words. */
export const explain = (id: number, seen: string, reason: string) =>
    inTurn(
        async () => {
            const form = { version: room.value.version, amendment: id, expected: seen, reason };
            const fresh = await giveMergeReason(doc.value.id, lines.value, form);
            explained(id, reason);
            return fresh;
        },
        async (why) => {
            await showAsItIs(why.status === 409);
            throw why;
        },
    );

const isLeft = (amendment: RoomAmendment | undefined) => amendment?.decision === "leave" && amendment.voted === null;

/** Only what editors left has a reason. */
export function askReason(id: number): void {
    if (isLeft(find(id))) asked.value = { id, name: nameOf(id), seen: reasonOf(id) };
}

export function LeftBecause({ amendment }: { amendment: RoomAmendment }) {
    const { id, left_because: reason } = amendment;
    if (!isLeft(amendment)) return null;
    return (
        <div class="room-left">
            {reason !== "" && (
                <p>
                    {t("merge.leftBecause")} {reason}
                </p>
            )}
            {doc.value.may.edit && (
                <button type="button" class="act" tabIndex={-1} onClick={() => askReason(id)}>
                    {t(reason === "" ? "merge.giveReason" : "merge.changeReason")}
                </button>
            )}
        </div>
    );
}

export function AskReason() {
    const now = asked.value;
    if (now === null) return null;
    const { id, name, seen } = now;
    return (
        <ReasonDialog
            key={id}
            title={t("merge.reasonTitle", { name })}
            text={t("merge.reasonText")}
            act={t("save")}
            before={seen}
            mild
            send={(reason) =>
                explain(id, seen, reason).catch((why: unknown) => {
                    asked.value = { id, name, seen: reasonOf(id) }; // one has been told, and sees what stands there
                    throw why;
                })
            }
            onDone={() => undefined}
            onClose={() => (asked.value = null)}
        />
    );
}
