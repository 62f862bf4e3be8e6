// An act that takes something out of sight asks why first.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Refusal } from "../api/request.ts";
import { t } from "../i18n/words.ts";
import { Dialog } from "./dialog.tsx";
import { Problem, TextField } from "./field.tsx";
import { useSubmission } from "./submission.ts";

interface Props<T> {
    title: string;
    /** What happens to it, and to whom it stays visible. */
    text: string;
    /** The word on the button. */
    act: string;
    /** What it is about, above the text. */
    children?: ComponentChildren;
    /** A reason that was given before, which may be taken back. */
    before?: string;
    /** The act takes nothing away. */
    mild?: boolean;
    send: (reason: string) => Promise<T>;
    onDone: (answer: T) => void;
    onClose: () => void;
    /** A refusal that is no matter of the reason: true where it has been dealt with and the dialog goes. */
    onRefusal?: (refusal: Refusal) => Promise<boolean>;
}

export function ReasonDialog<T>(props: Props<T>) {
    const { title, text, act, children, before = "", mild = false, send, onDone, onClose, onRefusal } = props;
    const [reason, setReason] = useState(before);
    const submission = useSubmission();
    const { refusal } = submission;
    useEffect(() => {
        if (refusal !== null) void onRefusal?.(refusal).then((settled) => settled && onClose());
    }, [refusal]);
    return (
        <Dialog title={title} onClose={onClose}>
            <form
                class="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void submission.send(
                        () => send(reason),
                        (answer) => {
                            onClose();
                            onDone(answer);
                        },
                    );
                }}
            >
                {children}
                <p>{text}</p>
                <TextField
                    label={t("redaction.reason")}
                    name="reason"
                    required={before === ""}
                    autofocus
                    maxLength={500}
                    readOnly={submission.busy}
                    value={reason}
                    onText={setReason}
                    refusal={refusal}
                />
                <Problem refusal={refusal} fields={["reason"]} />
                <div class="actions">
                    <button class={mild ? "button" : "button danger"} disabled={submission.busy}>
                        {act}
                    </button>
                    <button type="button" class="button quiet" onClick={onClose}>
                        {t("cancel")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}
