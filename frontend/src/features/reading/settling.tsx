// A moderator's word on an answer that waits: it is let in, or kept out; one that was kept out can be let in later.
import type { ReadAnswer } from "../../api/reading_nouns.ts";
import { settleAnswer } from "../../api/reading_routes.ts";
import { Refusal } from "../../api/request.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Icon } from "../../ui/icon.tsx";
import { attempt, caughtUp, items, loadCounts, reopen } from "./reader_state.ts";

/** The word is on the answer as it is shown: where its author or a colleague was faster, it is shown anew. */
export async function settle({ id, edits }: Pick<ReadAnswer, "id" | "edits">, letIn: boolean): Promise<void> {
    const settled = await attempt(() =>
        settleAnswer(id, letIn, edits).catch(async (error: unknown) => {
            if (error instanceof Refusal && (await caughtUp(error, id))) return undefined;
            throw error;
        }),
    );
    if (settled === undefined) return;
    announce(t(letIn ? "settling.done" : "settling.refused"));
    // It is no longer one of those that the list shows.
    items.value = items.value.filter((item) => item.id !== id);
    await Promise.all([reopen(id), loadCounts()]);
}

export function Settling({ answer }: { answer: ReadAnswer }) {
    const { state, held_for: cause, may } = answer;
    if (state !== "held" && state !== "refused") return null;
    return (
        <div class="notice-box settling">
            <p>
                {state === "refused"
                    ? t("settling.isRefused")
                    : t(cause === "trap" ? "settling.isTrapped" : "settling.isHeld")}
                {!may.settle && <> {t("settling.byModerators")}</>}
            </p>
            {may.settle && (
                <p class="actions">
                    <button type="button" class="button small" onClick={() => void settle(answer, true)}>
                        <Icon name="check" />
                        {t("settling.letIn")}
                    </button>
                    {state === "held" && (
                        <button type="button" class="button quiet small" onClick={() => void settle(answer, false)}>
                            {t("settling.keepOut")}
                        </button>
                    )}
                </p>
            )}
        </div>
    );
}
