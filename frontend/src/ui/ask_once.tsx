// Asks once more before an act that has consequences, and says why it is refused.
import type { ComponentChildren } from "preact";
import type { Submission } from "./submission.ts";
import { t } from "../i18n/words.ts";
import { Dialog } from "./dialog.tsx";
import { Problem } from "./field.tsx";

interface Props {
    title: string;
    text: string;
    /** What the button does. */
    word: string;
    /** Where something ends for somebody. */
    danger?: boolean;
    submission: Submission;
    /** More of what comes of it. */
    children?: ComponentChildren;
    onYes: () => void;
    onClose: () => void;
}

export function AskOnce({ title, text, word, danger = false, submission, children, onYes, onClose }: Props) {
    return (
        <Dialog title={title} onClose={onClose}>
            <p>{text}</p>
            {children}
            <Problem refusal={submission.refusal} />
            <div class="actions">
                <button
                    type="button"
                    class={danger ? "button danger" : "button"}
                    disabled={submission.busy}
                    onClick={onYes}
                >
                    {word}
                </button>
                <button type="button" class="button quiet" onClick={onClose}>
                    {t("cancel")}
                </button>
            </div>
        </Dialog>
    );
}
