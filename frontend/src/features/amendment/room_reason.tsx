// Why an amendment is left: asked for when somebody wants to say it, and never before the decision.
import { signal } from "@preact/signals";
import type { RoomAmendment } from "../../api/nouns.ts";
import { giveMergeReason } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { ReasonDialog } from "../../ui/reason_dialog.tsx";
import { doc, inTurn, lines, nameOf, room, showAsItIs } from "./room_state.ts";

/** The one that is being explained. The dialog stands outside of the list, whose letters are acts. */
const asked = signal<number | null>(null);

const find = (id: number | null) => room.value.amendments.find((one) => one.id === id);

/** Why one is left; "" takes it back. A refusal is the caller's, who has the words. */
export const explain = (id: number, reason: string) =>
    inTurn(
        () => {
            const form = {
                version: room.value.version,
                amendment: id,
                expected: find(id)?.left_because ?? "",
            };
            return giveMergeReason(doc.value.id, lines.value, { ...form, reason });
        },
        async (why) => {
            await showAsItIs(why.status === 409);
            throw why;
        },
    );

const isLeft = (amendment: RoomAmendment | undefined) => amendment?.decision === "leave";

/** Only what is left has a reason. */
export function askReason(id: number): void {
    if (isLeft(find(id))) asked.value = id;
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
    const amendment = find(asked.value);
    if (amendment === undefined) return null;
    return (
        <ReasonDialog
            title={t("merge.reasonTitle", { name: nameOf(amendment.id) })}
            text={t("merge.reasonText")}
            act={t("save")}
            before={amendment.left_because}
            mild
            send={(reason) => explain(amendment.id, reason)}
            onDone={() => undefined}
            onClose={() => (asked.value = null)}
        />
    );
}
