// Giving passages themes and taking them back; and what a mark on a whole family did not reach.
import type { ReadAnswer, ReadPassage } from "../../api/reading_nouns.ts";
import * as routes from "../../api/reading_routes.ts";
import { Refusal } from "../../api/request.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { attempt, caughtUp, leftOut, loadThemes, open, reopen, shown, themeOf } from "./reader_state.ts";

/** A mark on the answer that the passage is of, whichever is shown by the time that it is stored. */
export async function mark(
    of: Pick<ReadAnswer, "id" | "family">,
    passage: ReadPassage,
    theme: number,
    more: { because_of?: number; family?: boolean } = {},
): Promise<void> {
    const answer = of.id;
    const made = await attempt(() =>
        routes.addMark(answer, { ...passage, theme, ...more }).catch(async (error: unknown) => {
            if (error instanceof Refusal && (await caughtUp(error, answer))) return undefined;
            throw error;
        }),
    );
    if (made === undefined) return;
    const { carried, left_out: without } = made;
    const title = themeOf(theme)?.title ?? "";
    announce(carried > 0 ? t("mark.carried", { n: carried }) : t("mark.done", { theme: title }));
    leftOut.value = without > 0 ? { family: of.family.id, theme, title, carried, without } : null;
    await Promise.all([reopen(answer), loadThemes()]);
}

export async function unmark(id: number): Promise<void> {
    if ((await attempt(() => routes.removeMark(id))) === undefined) return;
    announce(t("mark.removed"));
    if (shown.value !== null) await Promise.all([open(shown.value.id), loadThemes()]);
}
