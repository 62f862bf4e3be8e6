// Why an amendment is left: asked for when somebody wants to say it, and never before the decision.
import { signal } from "@preact/signals";
import type { RoomAmendment } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { ReasonDialog } from "../../ui/reason_dialog.tsx";
import { doc, explain, nameOf, room } from "./room_state.ts";

/** The one that is being explained. The dialog stands outside of the list, whose letters are acts. */
const asked = signal<number | null>(null);

const isLeft = (amendment: RoomAmendment | undefined) => amendment?.decision === "leave";

/** Only what is left has a reason. */
export function askReason(id: number): void {
    if (isLeft(room.value.amendments.find((one) => one.id === id))) asked.value = id;
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
    const amendment = room.value.amendments.find((one) => one.id === asked.value);
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
