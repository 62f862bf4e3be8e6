// Where the keyboard stands when an answer opens or closes. On a narrow page, or one that is much enlarged, the list and
// the answer take turns: what had the focus is gone then.
import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ReadAnswer } from "../../api/reading_nouns.ts";
import { t } from "../../i18n/words.ts";

const isShown = (element: Element | null) => element !== null && element.getClientRects().length > 0;

/** Who an answer is from, as far as it says. */
export const nameOf = ({ body, author }: Pick<ReadAnswer, "body" | "author">) =>
    body || author || t("reading.anonymous");

/** What is read out and shown nowhere: it stands on the page anyhow. */
export const readOut = signal("");

/** An answer that opens is read out: by the focus on its name where the list gives way to it, else as news. */
export function useFocusThatFollows(answer: ReadAnswer | null): void {
    const before = useRef<number | null>(null);
    const id = answer?.id ?? null;
    useLayoutEffect(() => {
        const was = before.current;
        before.current = id;
        if (id === was) return;
        const list = document.querySelector(".reader-list");
        if (answer !== null) {
            if (isShown(list)) readOut.value = nameOf(answer);
            else document.getElementById("answer-name")?.focus();
        } else if (document.activeElement === null || document.activeElement === document.body) {
            const item = document.getElementById(`answer-${was}`);
            (item ?? list?.querySelector<HTMLElement>(".answer-item, input"))?.focus();
        }
    }, [id]);
}
