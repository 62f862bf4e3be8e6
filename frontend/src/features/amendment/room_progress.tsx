// How far the merge room has come, what of it is shown, and the way to what is left.
import { t } from "../../i18n/words.ts";
import { goToNextOpen } from "./room_list.tsx";
import { countOf, doc, room, showing, type Shown } from "./room_state.ts";

/** Who looks on has decided nothing. */
const choices = (): Shown[] => ["all", "open", "conflict", ...(doc.value.may.edit ? (["mine"] as const) : [])];

export function Progress() {
    const { pending, decided, gathering } = room.value;
    return (
        <div class="room-progress">
            <p>
                <label>
                    <strong>{t("merge.progress", { n: decided, of: pending })}</strong>{" "}
                    <progress max={Math.max(1, pending)} value={decided} />
                </label>
            </p>
            {gathering > 0 && <p class="muted">{t("gathering.room", { n: gathering })}</p>}
            <div class="room-show" role="group" aria-label={t("merge.show")}>
                {choices().map((one) => (
                    <button
                        key={one}
                        type="button"
                        class="pill"
                        aria-pressed={showing.value === one}
                        onClick={() => (showing.value = one)}
                    >
                        {t(`merge.show.${one}`)} <span class="muted">{countOf(one)}</span>
                    </button>
                ))}
                {decided < pending && (
                    <button type="button" class="act" onClick={() => void goToNextOpen(null)}>
                        {t("merge.nextOpen")}
                    </button>
                )}
            </div>
        </div>
    );
}
