// Why an amendment is left: asked for when somebody wants to say it, and never before the decision.
import { signal } from "@preact/signals";
import type { RoomAmendment } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { account } from "../../shell/session.ts";
import { announce } from "../../shell/notices.tsx";
import { readDraft } from "../../ui/drafts.ts";
import { ReasonDialog } from "../../ui/reason_dialog.tsx";
import { explain } from "./room_acts.ts";
import { doc, find, isLeft, nameOf } from "./room_state.ts";
import { ahead, waiting } from "./room_turns.ts";

/**
 * The one that is being explained, with the reason that one saw when one began. The dialog stands outside of the list,
 * whose letters are acts, and stays when the one leaves the list or the room.
 */
const asked = signal<{ id: number; name: string; seen: string } | null>(null);

const placeOf = (id: number) => `merge:${doc.value.id}:reason:${id}`;
const isOwn = (one: RoomAmendment) => one.left_because_by === null || one.left_because_by.id === account.value?.id;

/**
 * Of one that is left, or that one has just left and the server has not answered yet. Who has words of their own there
 * from before is shown in the dialog what a colleague has said since.
 */
export function askReason(id: number): void {
    const one = find(id);
    const seen = one === undefined || (!isOwn(one) && readDraft(placeOf(id)) !== null) ? "" : one.left_because;
    if (isLeft(one) || ahead.get(id) === "leave") asked.value = { id, name: nameOf(id), seen };
    else announce(t("merge.notLeft", { name: nameOf(id) }));
}

export function LeftBecause({ amendment }: { amendment: RoomAmendment }) {
    const { id, left_because: reason, left_because_by: by, decided_by: decider } = amendment;
    if (!isLeft(amendment)) return null;
    return (
        <div class="room-left">
            {reason !== "" && (
                <p>
                    {by === null || by.id === decider?.id
                        ? t("merge.leftBecause")
                        : t("merge.leftBecauseBy", { name: by.name })}{" "}
                    {reason}
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

/** What has become of it while one writes, for who sees nothing but the dialog. */
function Meanwhile({ name, one, seen }: { name: string; one: RoomAmendment | undefined; seen: string }) {
    if (one === undefined) return <p class="notice-box">{t("merge.reasonGone", { name })}</p>;
    if (!isLeft(one)) {
        const now = one.voted === null ? t(`merge.${one.decision}`) : t(`votingList.result.${one.voted}`);
        return <p class="notice-box">{t("merge.reasonNotLeft", { name, now })}</p>;
    }
    if (isOwn(one) || one.left_because === seen) return null;
    const { name: by } = one.left_because_by!;
    return (
        <div class="notice-box">
            <p>{t(one.left_because === "" ? "merge.reasonTaken" : "merge.reasonOther", { name: by })}</p>
            {one.left_because !== "" && <blockquote>{one.left_because}</blockquote>}
        </div>
    );
}

function Asking({ id, name, seen }: { id: number; name: string; seen: string }) {
    const one = find(id);
    const isDeciding = waiting.value > 0 && ahead.get(id) === "leave";
    const now = one?.left_because ?? seen;
    const isOthers = one !== undefined && isLeft(one) && now !== seen && now !== "" && !isOwn(one);
    const close = () => {
        asked.value = null;
        // The one from which one came may be gone.
        requestAnimationFrame(() => {
            if (document.activeElement !== document.body) return;
            document.querySelector<HTMLElement>(".room-amendment[tabindex='0'], .room-empty")?.focus();
        });
    };
    return (
        <ReasonDialog
            place={placeOf(id)}
            title={t("merge.reasonTitle", { name })}
            text={t("merge.reasonText")}
            act={t(isOthers ? "merge.reasonInstead" : "save")}
            before={seen}
            mild
            blocked={!isLeft(one) && !isDeciding}
            send={(reason) => storeReason(id, now, reason)}
            onDone={() => undefined}
            onClose={close}
            announce={announce}
        >
            <div role="status">{!isDeciding && <Meanwhile name={name} one={one} seen={seen} />}</div>
        </ReasonDialog>
    );
}

/** @throws Refusal which the dialog tells, as it has the words */
async function storeReason(id: number, seen: string, reason: string): Promise<void> {
    let refusal: unknown = null;
    const stored = await explain(id, seen, reason, (why) => (refusal = why));
    if (!stored) throw refusal;
}

export function AskReason() {
    return asked.value === null ? null : <Asking key={asked.value.id} {...asked.value} />;
}
